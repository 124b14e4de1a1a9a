import { flatten, treeOf } from '../domain/code.ts'
import { type CodeChoice, chosenCodes, readCodeChoice } from '../domain/code-choice.ts'
import { namedBy } from '../domain/named.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'

/** Which codes an export is of: all, themes, the id of a code, or `code:NAME` by its path, its label or the number that people read. Refuses a code that is none of the project's. */
export async function codesWished(db: Db, projectId: number, text: string, usual: CodeChoice): Promise<CodeChoice> {
  const tree = treeOf(await listCodes(db, projectId))
  if (!text.startsWith('code:')) {
    const choice = readCodeChoice(text, usual)
    if (typeof choice === 'number' && chosenCodes(tree, choice).length === 0) throw new Refusal('not-found', 'refusal.no-code')
    return choice
  }
  const wanted = text.slice('code:'.length)
  const named = /^#\d{1,12}$/.test(wanted) ? { id: Number(wanted.slice(1)) } : { name: wanted }
  const things = flatten(tree).map(({ id, path, label, key }) => ({ id, names: [path, label, key] }))
  return namedBy(things, { key: 'code', named }, true)[0]!
}

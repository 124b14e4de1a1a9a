import { treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes } from '../storage/counted-cases.ts'
import { listGuides } from '../storage/guides.ts'
import type { Db } from '../storage/schema.ts'

/** What a framework can be of: themes with codes below them, guides; and the attributes that its cases can be grouped by. */
export async function frameworkChoices(db: Db, projectId: number) {
  const tree = treeOf(await listCodes(db, projectId))
  const themes = tree.filter(({ retiredAt, children }) => retiredAt === null && children.length > 0)
  return {
    themes: themes.map(({ id, key, label }) => ({ id, key, label })),
    guides: (await listGuides(db, projectId)).map(({ id, name }) => ({ id, name })),
    attributes: (await listCountedAttributes(db, projectId)).map(({ id, name }) => ({ id, name })),
  }
}

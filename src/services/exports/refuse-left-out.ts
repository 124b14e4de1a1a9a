import { expandSets, setsNamedIn } from '../../domain/expand-sets.ts'
import { clausesOf } from '../../domain/filter.ts'
import { sameName } from '../../domain/name.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { listFilterSets } from '../../storage/filter-sets.ts'
import type { Db } from '../../storage/schema.ts'
import type { ExportInput } from './export-input.ts'

/** Options that may group by an attribute: `attribute:NAME` of sides and splits, its name or id of a framework, `NAME=VALUE` or `ID=VALUE` of clouds and words. */
const GROUPING = ['rows', 'columns', 'by', 'split', 'group', 'beside', 'group-by'] as const

/** Refuses to group or narrow by an attribute that is left out under pseudonyms: it would be told all the same. */
export async function refuseLeftOut(db: Db, { project, filter, options, veiling }: ExportInput): Promise<void> {
  const out = veiling?.attributes.filter(({ kept }) => !kept) ?? []
  if (out.length === 0) return
  const asked = GROUPING.flatMap((option) => namesIn(options[option] ?? ''))
  const parsed = parseFilter(filter)
  const whole = setsNamedIn(parsed).length > 0 ? expandSets(parsed, await listFilterSets(db, project.id)) : parsed
  asked.push(...clausesOf(whole).flatMap((clause) => (clause.key === 'attribute' ? [clause.name] : [])))
  const told = out.find(({ id, name }) => asked.some((one) => one === `${id}` || sameName(one.normalize('NFC').trim(), name)))
  if (told) throw new Refusal('conflict', 'refusal.attribute-left-out', { name: told.name })
}

/** What an option may call an attribute by. */
function namesIn(option: string): string[] {
  const whole = option.replace(/^attribute:/, '')
  return [whole, /^(.+?)[=<>]/s.exec(whole)?.[1] ?? ''].filter((one) => one.trim() !== '')
}

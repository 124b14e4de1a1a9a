import { asItStands, type Cut, veiledCut } from '../../domain/cut.ts'
import { formatFilter } from '../../domain/format-filter.ts'
import { sameName } from '../../domain/name.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { veilOf } from '../../domain/veil.ts'
import { listPseudonyms } from '../../storage/pseudonyms.ts'
import type { Db } from '../../storage/schema.ts'
import { listStudyCases } from '../../storage/study-cases.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { mapClauses } from '../filter-names.ts'
import { readNamesOf, undecidedOf } from '../read-pseudonyms.ts'
import { chooseAttributes } from './choose-attributes.ts'
import type { ExportInput } from './export-input.ts'
import { isOn, type Veiling } from './export-input.ts'
import { nameCoders } from './name-coders.ts'
import { veiledTitles } from './veiled-titles.ts'

const SHOWN = 20

/** Are names to be replaced in this export? */
export function isVeiled({ options }: Pick<ExportInput, 'options'>): boolean {
  return isOn(options['pseudonyms'])
}

/** Found once, where an export begins, from all that its sources say; undefined where names stay. Refuses where a case has no decision yet. */
export async function readVeiling(db: Db, input: ExportInput): Promise<Veiling | undefined> {
  if (!isVeiled(input)) return undefined
  if (input.veiling) return input.veiling
  const projectId = input.project.id
  const decided = await listPseudonyms(db, projectId)
  const known = new Set(decided.map(({ caseGuid }) => caseGuid))
  const open = (await listStudyCases(db, projectId)).filter(({ guid }) => !known.has(guid))
  if (open.length > 0) throw new Refusal('conflict', 'refusal.no-pseudonym', { n: open.length, names: listed(open.map(({ name }) => name)) })
  const read = await readNamesOf(db, projectId, decided)
  const coders = await nameCoders(db, input)
  // A coder's whole name goes wherever it stands; one word of it may be anybody's.
  const rules = [...coders].filter(([name]) => name.includes(' ') && !decided.some((one) => one.name === name))
  const named = [...decided, ...rules.map(([name, replacement]) => ({ name, replacement }))]
  const attributes = await chooseAttributes(db, projectId, input.options['attributes'])
  const titles = await veiledTitles(db, { projectId, language: input.language, decided, places: veilOf(named).places, attributes })
  return {
    veil: veilOf(named, read.isWord, titles),
    titles,
    undecided: undecidedOf(read, decided).map(({ name }) => name),
    coders,
    attributes,
  }
}

/** What a file says of the names in it. */
export function sayNames(input: ExportInput): string {
  const say = sayIn(input.language)
  const n = input.veiling?.undecided.length ?? 0
  return isVeiled(input) ? say(n > 0 ? 'publish.names-undecided' : 'publish.names-replaced', { n }) : say('publish.names-real')
}

/** The same in the column `names` of a table: real, replaced, or replaced but for so many that are undecided. */
export function namesIn(input: ExportInput): string {
  const n = input.veiling?.undecided.length ?? 0
  return isVeiled(input) ? `replaced${n > 0 ? `, ${n} undecided` : ''}` : 'real'
}

/** What a coder is called in this export. */
export function coderIn({ language, veiling }: Pick<ExportInput, 'language' | 'veiling'>, name: string, own = sayIn(language)('coder.you')): string {
  return veiling?.coders.get(name) ?? (name === 'You' ? own : name)
}

/** What a source is called in this export, where its title stands among other words. */
export function titleIn({ veiling }: Pick<ExportInput, 'veiling'>, title: string): string {
  return veiling?.titles.get(title) ?? title
}

/** How words are quoted in this export. */
export function cutIn({ veiling }: Pick<ExportInput, 'veiling'>): Cut {
  return veiling ? veiledCut(veiling.veil) : asItStands
}

/** What narrows this export, with its coders as they are called in it. */
export function filterIn({ filter, veiling }: Pick<ExportInput, 'filter' | 'veiling'>): string {
  if (!veiling || filter === '') return filter
  const called = (name: string) => [...veiling.coders].find(([one]) => sameName(one, name))?.[1] ?? name
  return formatFilter(
    mapClauses(parseFilter(filter), (clause) =>
      clause.key === 'coder' && 'name' in clause.named ? { key: 'coder', named: { name: called(clause.named.name) } } : clause,
    ),
  )
}

/** Does this attribute of cases leave with the export? */
export function leavesAlong({ veiling }: Pick<ExportInput, 'veiling'>): (attribute: { id: number }) => boolean {
  const kept = veiling && new Set(veiling.attributes.filter((one) => one.kept).map(({ id }) => id))
  return ({ id }) => kept === undefined || kept.has(id)
}

/** The first of many names, to be read. */
export function listed(names: readonly string[]): string {
  return names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' …' : '')
}

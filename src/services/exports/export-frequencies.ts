import { answerStatuses } from '../../domain/answer.ts'
import { attributeSide } from '../../domain/case-groups.ts'
import { judgedOf, saidOf, unjudgedOf } from '../../domain/case-parts.ts'
import { treeOf, withDescendants } from '../../domain/code.ts'
import { cutsIn } from '../../domain/numbers-in.ts'
import { quantifierOf, quantifierWords } from '../../domain/quantifier.ts'
import { recordsOf, type Table, type TableCell } from '../../domain/table.ts'
import { listHeldCodes } from '../../storage/carry-reviews.ts'
import { listCodes } from '../../storage/codes.ts'
import { findProjectById } from '../../storage/projects.ts'
import type { Db } from '../../storage/schema.ts'
import { readFrequencies, type ThemeCount } from '../frequencies.ts'
import { readThresholds } from '../quantifiers.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'

const JUDGED = ['yes', 'no', 'partly'] as const
const BESIDE = ['not_judged', 'judged_outside'] as const
const COUNTS = [
  'cases',
  'asked',
  ...answerStatuses,
  ...JUDGED,
  'quotations',
  'codings',
  'words',
  ...BESIDE,
  'cases_in_base',
  'base',
  'base_is',
  'outside_guide',
  'no_stand',
]

/** A theme a row, and where `split` names an attribute a row for each of its groups below. `asked` is empty where no question asks for the theme; yes, no and partly are what those of the base were judged to say of it, and with not_judged and no_stand (they don't know, or did not answer) they are the base; judged_outside were judged without being in it. */
async function frequencyTable(db: Db, { project, filter, options }: ExportInput): Promise<Table> {
  const { split, cuts } = splitOf(options)
  const { themes, groups } = await readFrequencies(db, { projectId: project.id, filter, split, cuts, words: true })
  const rows: TableCell[][] = []
  for (const { code, basis, whole, split: parts } of themes) {
    rows.push([code.path, ...(split ? [null] : []), ...countsOf(whole, basis)])
    for (const [index, part] of parts.entries()) rows.push([code.path, groups[index]!.label ?? '', ...countsOf(part, basis)])
  }
  return { name: 'frequencies', columns: ['theme', ...(split ? ['group'] : []), ...COUNTS], rows }
}

/** `split` is an attribute, with or without `attribute:` before its name; `cuts` where groups of its numbers begin. */
function splitOf(options: ExportInput['options']): { split: string; cuts: number[] } {
  return { split: options['split'] ? attributeSide(options['split']) : '', cuts: cutsIn(options['cuts'] ?? '') }
}

function countsOf(count: ThemeCount, basis: 'asked' | 'source'): TableCell[] {
  const asked = basis === 'asked'
  const standings = answerStatuses.map((status) => (asked || status === 'no_source' ? count.standings[status] : null))
  const told = judgedOf(count)
  const states = JUDGED.map((key) => told[key])
  const beside = BESIDE.map((key) => told[key])
  return [
    count.cases,
    asked ? count.base : null,
    ...standings,
    ...states,
    count.quotations,
    count.codings,
    count.words,
    ...beside,
    count.casesInBase,
    count.base,
    basis,
    asked ? count.standings.outside_guide : null,
    told.no_stand,
  ]
}

/** The rows by their columns; beside them the word that fits the count in the project's language, and what no count holds: quotations of the theme that wait since a text was changed (whatever the filter), and cases all of whose answers do. */
async function frequencyJson(db: Db, input: ExportInput): Promise<unknown> {
  const { themes } = await readFrequencies(db, { projectId: input.project.id, filter: input.filter, ...splitOf(input.options) })
  const below = new Map(treeOf(await listCodes(db, input.project.id)).map((theme) => [theme.id, withDescendants(theme).map(({ id }) => id)]))
  const held = await listHeldCodes(db, input.project.id)
  const casesOf = ({ units }: ThemeCount) => units.filter((unit) => unit.standing === 'waiting').length
  const fits = await fittingWord(db, input)
  const beside = themes.flatMap(({ code, whole, split: parts }) => {
    const own = new Set(below.get(code.id))
    const quotations = held.filter((codes) => codes.some((id) => own.has(id))).length
    const told = { quotations_waiting: quotations, cases_waiting: casesOf(whole), fits: fits(whole) }
    return [told, ...parts.map((part) => ({ cases_waiting: casesOf(part), fits: fits(part) }))]
  })
  return recordsOf(await frequencyTable(db, input)).map((record, at) => ({ ...record, ...beside[at] }))
}

/** The word for how many, by the project's thresholds; null where nobody was asked, or somebody is not judged. */
async function fittingWord(db: Db, { project }: ExportInput): Promise<(count: ThemeCount) => string | null> {
  const thresholds = await readThresholds(db, project.id)
  const language = (await findProjectById(db, project.id))?.language ?? 'en'
  return (count) => {
    const { base, others } = count
    const word = quantifierOf({ said: saidOf(count), asked: base, unjudged: unjudgedOf(count), others }, thresholds)
    return word && quantifierWords[language][word]
  }
}

export const frequencyMakers = tableMakers('frequencies', frequencyTable, frequencyJson)

import { baseName, titleOfFile } from './case-name.ts'
import { languageOf } from './language-of.ts'
import { LONGEST_NAME } from './name.ts'
import type { RawTable } from './raw-text.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReadAttribute, ReadSpan, ReadSpeaker } from './read-source.ts'
import { Refusal } from './refusal.ts'
import type { SourceLanguage } from './source.ts'
import { type Column, columnsOf } from './table-columns.ts'
import type { Understanding, Unsaved } from './understand.ts'

/** UTF-16 units of one source's text: a hundred long interviews. */
const LONGEST = 10_000_000

const LONGEST_KIND = 60

/** Rows without answers that are told by name. */
const NAMED = 12

/** A row as it is understood: whose it is, what the case is, and the answers in the order of the open questions. */
type Row = { readonly title: string; readonly answers: readonly string[]; readonly case: CaseOfRow }
type CaseOfRow = { readonly caseName: string; readonly caseKind?: string; readonly attributes: readonly ReadAttribute[] }
type Answered = { readonly questions: readonly string[]; readonly rows: readonly Row[]; readonly language: SourceLanguage; readonly sure: boolean }

/**
 * The sources in a sheet: one a row, or one an open question whose speakers are the rows' cases; its other columns are
 * attributes of the cases. A sheet with no open question, or one wanted so, is cases: each a source without text, which only
 * makes its case. So is a row that answered nothing.
 */
export function understandTable(table: RawTable, { name, otherwise, options }: Understanding): Unsaved[] {
  const columns = columnsFor(columnsOf(table), options.table)
  const open = columns.filter((column) => column.use === 'open')
  const rows = rowsOf(table, columns, titleOfFile(name).replace(/\.(csv|tsv|xlsx)$/i, ''))
  const all = rows.flatMap((row) => row.answers.filter((answer) => answer !== '')).join('\n')
  const { language, sure } = languageOf(all, otherwise)
  const silent = open.length === 0 ? [] : rows.filter((row) => row.answers.every((answer) => answer === ''))
  const answered: Answered = { questions: open.map((column) => column.name), rows, language, sure: sure || all === '' }
  const sources = options.table === 'questions' ? byQuestion(answered) : rows.map((row) => byRow(row, answered))
  if (sources.some(({ text }) => text.length > LONGEST)) throw new Refusal('invalid', 'refusal.import-too-long')
  return sources.map((source, at) => ({
    ...source,
    originalName: baseName(name),
    ...notesOf(at === 0 ? table : undefined, at === 0 ? [...source.warnings, ...unanswered(silent)] : []),
  }))
}

/** The columns as they are wanted: for cases none is open; for sources, where none looks open, those of plain text are. */
function columnsFor(columns: readonly Column[], wanted: ReadOptions['table']): readonly Column[] {
  if (wanted === null) return columns
  if (wanted === 'cases')
    return columns.map((column) => (column.use === 'open' ? { at: column.at, name: column.name, use: 'attribute', type: 'text' } : column))
  if (columns.some((column) => column.use === 'open')) return columns
  return columns.map((column) => (column.use === 'attribute' && column.type === 'text' ? { at: column.at, name: column.name, use: 'open' } : column))
}

/** Rows whose cases said nothing that would be a source, by name: the first few, and how many. */
function unanswered(silent: readonly Row[]): Unsaved['warnings'] {
  const names = silent.slice(0, NAMED).map((row) => row.title)
  const example = silent.length > NAMED ? `${names.join(', ')} …` : names.join(', ')
  return silent.length === 0 ? [] : [{ kind: 'no-answers', count: silent.length, example }]
}

function notesOf(table: RawTable | undefined, warnings: Unsaved['warnings']): Pick<Unsaved, 'repairs' | 'losses' | 'warnings'> {
  return { repairs: table?.repairs ?? [], losses: table?.losses ?? [], warnings: [...(table?.warnings ?? []), ...warnings] }
}

function rowsOf({ rows }: RawTable, columns: readonly Column[], file: string): Row[] {
  const naming = columns.find((column) => column.use === 'case')
  const titles: Titles = { taken: new Set(), last: new Map() }
  return rows.map((cells, index) => {
    const named = naming && cells[naming.at]?.replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
    const caseName = named || `${file} ${index + 1}`.slice(-LONGEST_NAME)
    const kind = columns.find((column) => column.use === 'kind')
    const caseKind = kind && cells[kind.at]?.replace(/\s+/g, ' ').slice(0, LONGEST_KIND)
    const attributes = columns.flatMap((column) => (column.use === 'attribute' ? attributeOf(column, cells[column.at]) : []))
    return {
      title: freeTitle(caseName, titles),
      case: { caseName, attributes, ...(caseKind ? { caseKind } : {}) },
      answers: columns.flatMap((column) => (column.use === 'open' ? [cells[column.at] ?? ''] : [])),
    }
  })
}

/** Titles that are taken, and the last number that each name was given. */
type Titles = { readonly taken: Set<string>; readonly last: Map<string, number> }

/** A case may answer in several rows: its second source is told apart by a number. */
function freeTitle(name: string, { taken, last }: Titles): string {
  let nth = (last.get(name) ?? 0) + 1
  let title = nth === 1 ? name : `${name} (${nth})`
  while (taken.has(title)) title = `${name} (${++nth})`
  last.set(name, nth)
  taken.add(title)
  return title
}

function attributeOf({ name, type, kept }: Column & { use: 'attribute' }, cell = ''): ReadAttribute[] {
  const value = cell.replace(/\s+/g, ' ')
  return cell === '' ? [] : [{ name, type, value: kept ? kept(value) : value }]
}

/** One row's answers, each under its question; a question that was not answered is left out. */
function byRow({ title, answers, case: own }: Row, { questions, language, sure }: Answered): Unsaved {
  const spans: ReadSpan[] = []
  let text = ''
  for (const [at, answer] of answers.entries()) {
    if (answer === '') continue
    if (text !== '') text += '\n\n'
    spans.push({ kind: 'question', start: text.length, end: text.length + questions[at]!.length, speaker: null })
    text += `${questions[at]!}\n${answer}`
  }
  const spoken = languageOf(answers.join('\n'), language)
  return { ...blank(title, spoken.sure ? spoken.language : language, sure), ...own, text, spans }
}

/** One question's answers, each a turn of the case that gave it. The cases follow, with what the other columns say of them. */
function byQuestion({ questions, rows, language, sure }: Answered): Unsaved[] {
  const sources = questions.map((question, at): Unsaved => {
    const spans: ReadSpan[] = [{ kind: 'question', start: 0, end: question.length, speaker: null }]
    const speakers: ReadSpeaker[] = []
    const parts = [question]
    let length = question.length
    for (const { title, answers, case: own } of rows) {
      const answer = answers[at]!
      if (answer === '') continue
      speakers.push({ label: title, role: 'informant', caseName: own.caseName })
      spans.push({ kind: 'turn', start: length + 2, end: length + 2 + answer.length, speaker: title })
      parts.push(answer)
      length += 2 + answer.length
    }
    return { ...blank(question.slice(0, LONGEST_NAME), language, sure), text: parts.join('\n\n'), caseName: null, speakers, spans }
  })
  const cases = rows.filter((row) => row.case.attributes.length > 0 || row.case.caseKind !== undefined || row.answers.every((answer) => answer === ''))
  const asked = sources.filter((source) => source.speakers.length > 0)
  return [...asked, ...cases.map(({ title, case: own }) => ({ ...blank(title, language, true), ...own }))]
}

function blank(title: string, language: SourceLanguage, sure: boolean): Omit<Unsaved, 'caseName'> & { caseName: null } {
  return {
    title,
    originalName: null,
    text: '',
    language,
    kind: 'survey',
    caseName: null,
    speakers: [],
    spans: [],
    repairs: [],
    losses: [],
    warnings: sure ? [] : [{ kind: 'unsure-language', count: 1 }],
  }
}

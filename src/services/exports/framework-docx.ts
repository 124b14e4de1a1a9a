import { inQuotes } from '../../domain/citation.ts'
import type { Block, ColumnsRow, Paragraph } from '../../domain/document.ts'
import { asCounted } from '../../domain/framework.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import type { Db } from '../../storage/schema.ts'
import { type Say, sayIn } from '../../texts/catalogue.ts'
import { sayDenominator } from '../../texts/denominator-sentences.ts'
import { countWaiting } from '../count-waiting.ts'
import { withNames } from '../filter-names.ts'
import { type TakenEvidence, type TakenFinding, type TakenTopic, takeFramework } from '../take-framework.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'

/** Twentieths of a point, on a page that lies across: of the category, and of what each informant says. */
const CATEGORY = [3000, 5000, 6800]
const INFORMANTS = [2500, 1500, 10_800]

/** The column table that reports are written from: a category, the guide's questions to it and the finding; then what each informant says; then what is drawn together. */
async function frameworkDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const lines: Block[] = [{ style: 'title', text: say('framework.docx-title', { project: input.project.name }) }]
  const [filter] = input.filter ? await withNames(db, input.project.id, [parseFilter(input.filter)]) : ['']
  if (filter) lines.push({ style: 'note', text: say('matrix.docx-filter', { filter }) })
  const waiting = (await countWaiting(db, input.project.id)).total
  if (waiting > 0) lines.push({ style: 'note', text: say('review.waiting-other', { n: waiting }) })
  for (const taken of await takeFramework(db, input)) lines.push(...topicOf(taken, { say, language: input.project.language ?? input.language }))
  return { blocks: lines, pages: 'across' }
}

export const frameworkDocx = documentMakers('framework', frameworkDocument).docx

/** The words of the interface, and the language whose quotation marks stand. */
type Ground = { say: Say; language: Parameters<typeof inQuotes>[1] }

function topicOf(taken: TakenTopic, ground: Ground): Block[] {
  const { say } = ground
  const { topic, findings, syntheses } = taken
  const label = topic.code ? `${topic.code.key} ${topic.label}` : topic.label
  const category = [say('framework.docx-category'), say('framework.docx-questions'), say('framework.docx-finding')]
  const informant = [say('grid.informant'), say('framework.docx-says'), say('framework.docx-finding')]
  const { told, others } = withoutOthers(findings)
  const rows = [
    ...told.map((finding) => informantRow(finding, ground)),
    ...others.map(([standing, n]) => othersRow(standing, n, say)),
    ...syntheses.flatMap((one) => synthesisRow(one, say)),
  ]
  // Two tables: what stands above a column is what stands in it, on every page.
  return [
    { style: 'heading1', text: label },
    { widths: CATEGORY, names: category, rows: [categoryRow(taken, label, say)] },
    text(''),
    { widths: INFORMANTS, names: informant, rows },
    text(''),
  ]
}

/** As many cases that could not say anything have a row of their own; more, such as those of a survey beside the interviews, are told by their number. */
const MOST_SILENT = 12
type Silent = 'no_source' | 'outside_guide'

function withoutOthers(findings: readonly TakenFinding[]): { told: readonly TakenFinding[]; others: readonly (readonly [Silent, number])[] } {
  const silent = findings.filter(isSilent)
  if (silent.length <= MOST_SILENT) return { told: findings, others: [] }
  const others = (['no_source', 'outside_guide'] as const).map(
    (standing) => [standing, silent.filter(({ cell }) => cell.standing === standing).length] as const,
  )
  return { told: findings.filter((one) => !isSilent(one)), others: others.filter(([, n]) => n > 0) }
}

function isSilent({ cell, evidence }: TakenFinding): boolean {
  const outside = cell.standing === 'no_source' || cell.standing === 'outside_guide'
  return outside && cell.summary === '' && cell.quotations === 0 && evidence.length === 0 && asCounted(cell).state === null
}

function othersRow(standing: Silent, n: number, say: Say): ColumnsRow {
  return { cells: [[note(say('framework.n-cases', { n }))], [note(say(`status.${standing}`))], []] }
}

function categoryRow({ topic, questions, counts, syntheses }: TakenTopic, label: string, say: Say): ColumnsRow {
  const { lead, rest } = sayDenominator(counts, say)
  const all = syntheses.find(({ group }) => group === null)?.synthesis
  const asked = topic.questionId === null ? (questions.length > 0 ? questions.map(text) : [text(say('framework.docx-no-questions'))]) : [text(topic.label)]
  return { cells: [[{ style: 'name', text: label }], asked, [text(`${lead}${rest ? ` (${rest})` : ''}.`), ...linesOf(all?.text ?? '')]], strong: true }
}

function informantRow({ name, group, cell, evidence }: TakenFinding, ground: Ground): ColumnsRow {
  const { say } = ground
  const stands = cell.standing === 'answered' || cell.standing === 'with_source' ? '' : say(`status.${cell.standing}`)
  const { state } = asCounted(cell)
  const judged = [state ? say(`framework.state-${state}`) : '', stands].filter(Boolean).join(', ')
  const unsummed = cell.summary === '' && cell.quotations > 0 ? [note(say('framework.docx-unsummed', { n: cell.quotations }))] : []
  return {
    cells: [
      [{ style: 'name', text: name }, ...(group === null ? [] : [note(group || say('matrix.no-value'))])],
      judged ? [text(judged)] : [],
      [...linesOf(cell.summary), ...unsummed, ...evidence.flatMap((one) => quoted(one, ground))],
    ],
  }
}

function synthesisRow({ group, cases, synthesis }: TakenTopic['syntheses'][number], say: Say): ColumnsRow[] {
  if (!synthesis) return []
  const name = group === null ? say('framework.synthesis') : say('framework.synthesis-of', { group: group || say('matrix.no-value') })
  return [{ cells: [[{ style: 'name', text: name }], [text(say('framework.n-cases', { n: cases }))], linesOf(synthesis.text)], strong: true }]
}

/** Its exact words, with where they stand. */
function quoted({ source, paragraph, words }: TakenEvidence, { say, language }: Ground): Paragraph[] {
  const cite = say('quotations.cite', { source, paragraph: `${paragraph}` })
  const lines = inQuotes(words.trim(), language)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.map((line, at) => ({ style: 'quote', text: at === lines.length - 1 ? `${line} (${cite})` : line }))
}

function linesOf(words: string): Paragraph[] {
  return words
    .split('\n')
    .filter((line) => line.trim())
    .map(text)
}

function text(words: string): Paragraph {
  return { style: 'text', text: words }
}

function note(words: string): Paragraph {
  return { style: 'note', text: words }
}

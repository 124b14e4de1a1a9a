import type { Clause, Filter } from '../../src/domain/filter.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import type { House } from '../../src/storage/open.ts'

// An independent recount, slow and plain: it looks at one coding at a time and at every row that could matter to it.

/** Every row of every table, once. */
export async function readRows(house: House) {
  const all = <
    T extends
      | 'coding'
      | 'quotation'
      | 'source'
      | 'code'
      | 'study_case'
      | 'source_case'
      | 'speaker'
      | 'source_span'
      | 'attribute'
      | 'attribute_value'
      | 'coder'
      | 'memo'
      | 'answer'
      | 'answer_span'
      | 'source_version'
      | 'finding'
      | 'filter_set'
      | 'question',
  >(
    table: T,
  ) => house.read.selectFrom(table).selectAll().execute() as Promise<any[]>
  const tables = [
    'coding',
    'quotation',
    'source',
    'code',
    'study_case',
    'source_case',
    'speaker',
    'source_span',
    'attribute',
    'attribute_value',
    'coder',
    'memo',
    'answer',
    'answer_span',
    'source_version',
    'finding',
    'filter_set',
    'question',
  ] as const
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await all(table)]))) as Record<(typeof tables)[number], any[]>
}
export type Rows = Awaited<ReturnType<typeof readRows>>
const meets = (a: any, b: any) => a.source_id === b.source_id && a.start_offset < b.end_offset && b.start_offset < a.end_offset

/** Only what hangs on the project, so that recounting does not slow down with each study kept. */
export function rowsOf(rows: Rows, projectId: number): Rows {
  const sources = new Set(rows.source.filter(({ project_id }) => project_id === projectId).map(({ id }) => id))
  const here = (all: any[]) => all.filter(({ source_id }) => sources.has(source_id))
  const quotation = here(rows.quotation)
  const ids = new Set(quotation.map(({ id }) => id))
  const coding = rows.coding.filter(({ quotation_id }) => ids.has(quotation_id))
  return { ...rows, quotation, coding, source_span: here(rows.source_span), answer_span: here(rows.answer_span), speaker: here(rows.speaker) }
}

/** The project's codings that pass, each with its quotation and the cases that it counts for. */
export function recount(rows: Rows, projectId: number, filter: Filter) {
  const sources = rows.source.filter((source) => source.project_id === projectId).map(({ id }) => id)
  const found = rows.coding.map((coding) => ({ coding, quotation: rows.quotation.find(({ id }) => id === coding.quotation_id) }))
  const mine = found.filter(({ quotation }) => sources.includes(quotation.source_id))
  const passes = (one: (typeof mine)[number], part: Filter, denied: boolean): boolean => {
    if ('not' in part) return passes(one, part.not, !denied)
    if ('clause' in part && part.clause.key === 'set') return passes(one, setOf(rows, projectId, part.clause.value), denied)
    if ('clause' in part) return holds(rows, projectId, one, part.clause, denied)
    const parts = ('all' in part ? part.all : part.any).map((inside) => passes(one, inside, denied))
    return 'all' in part !== denied ? parts.every(Boolean) : parts.some(Boolean)
  }
  return mine.filter((one) => passes(one, filter, false)).map((one) => ({ ...one, cases: casesOf(rows, one.quotation) }))
}

function setOf(rows: Rows, projectId: number, name: string): Filter {
  const set = rows.filter_set.find((one) => one.project_id === projectId && one.name.toLowerCase() === name.toLowerCase())
  return parseFilter(set.filter)
}

export function casesOf(rows: Rows, quotation: any): number[] {
  const speakers = rows.speaker.filter(({ source_id, case_id }) => source_id === quotation.source_id && case_id !== null)
  const turns = rows.source_span.filter(({ kind, speaker_id }) => kind === 'turn' && speakers.some(({ id }) => id === speaker_id))
  if (turns.length === 0) return rows.source_case.filter(({ source_id }) => source_id === quotation.source_id).map(({ case_id }) => case_id)
  const speaking = turns.filter((turn) => meets(turn, quotation)).map((turn) => speakers.find(({ id }) => id === turn.speaker_id).case_id)
  return [...new Set<number>(speaking)]
}

/** A code and what is below it. */
export function below(rows: Rows, codeId: number): number[] {
  return [codeId, ...rows.code.filter(({ parent_id }) => parent_id === codeId).flatMap(({ id }) => below(rows, id))]
}

function holds(rows: Rows, projectId: number, { coding, quotation }: { coding: any; quotation: any }, clause: Clause, denied: boolean): boolean {
  const is = (row: any, name: string) =>
    'named' in clause && 'id' in clause.named ? row.id === clause.named.id : 'named' in clause && 'name' in clause.named && row[name] === clause.named.name
  const inCases = (wanted: any[]) => casesOf(rows, quotation).some((id) => wanted.some((one) => one.id === id))
  const plain = (): boolean => {
    if (clause.key === 'coder')
      return is(
        rows.coder.find(({ id }) => id === coding.coder_id),
        'name',
      )
    if (clause.key === 'source')
      return is(
        rows.source.find(({ id }) => id === quotation.source_id),
        'title',
      )
    if (clause.key === 'kind') return rows.source.find(({ id }) => id === quotation.source_id).kind === clause.value
    if (clause.key === 'made') return coding.made_by === clause.value
    if (clause.key === 'from') return coding.made_at.slice(0, 10) >= clause.value
    if (clause.key === 'to') return coding.made_at.slice(0, 10) <= clause.value
    if (clause.key === 'memo')
      return rows.memo.some((memo) => memo.target_id === coding.id && (clause.value === '*' || memo.text.toLowerCase().includes(clause.value)))
    if (clause.key === 'case')
      return 'any' in clause.named
        ? casesOf(rows, quotation).length > 0
        : inCases(rows.study_case.filter((one) => one.project_id === projectId && is(one, 'name')))
    if (clause.key === 'attribute') return inCases(rows.study_case.filter((one) => one.project_id === projectId && hasValue(rows, one.id, clause)))
    if (clause.key === 'role') return speaks(rows, quotation, clause.value)
    if (clause.key === 'answer') {
      const given = rows.answer.filter(({ status }) => status === clause.value).map(({ id }) => id)
      return rows.answer_span.some((span) => given.includes(span.answer_id) && meetsApart(rows, span, quotation))
    }
    if (clause.key === 'state')
      return rows.finding.some((finding) => finding.state && ['*', finding.state].includes(clause.value) && speaksOf(rows, finding, coding, quotation))
    if (clause.key === 'words') return hasWords(rows, quotation, clause.value)
    if (clause.key === 'review') return false
    throw new Error(`not recounted: ${clause.key}`)
  }
  if (clause.key !== 'code') return plain() !== denied
  const codes = rows.code.filter((code) => code.project_id === projectId && is(code, 'label')).flatMap(({ id }) => below(rows, id))
  if (!denied) return codes.includes(coding.code_id)
  return !rows.coding.some(
    (other) =>
      codes.includes(other.code_id) &&
      meets(
        rows.quotation.find(({ id }) => id === other.quotation_id),
        quotation,
      ),
  )
}

/** Whether whole words of the quotation, none of them in a label, are these in a row. */
function hasWords(rows: Rows, quotation: any, words: string): boolean {
  const version = rows.source.find(({ id }) => id === quotation.source_id).version_id
  const { text } = rows.source_version.find(({ id }) => id === version)
  const labels = rows.source_span.filter(({ source_id, kind }) => source_id === quotation.source_id && kind === 'label')
  const quoted: string = text.slice(quotation.start_offset, quotation.end_offset)
  const said = [...quoted.matchAll(/[a-z]+/g)].filter(({ index, 0: word }) => {
    const start_offset = quotation.start_offset + index
    return !labels.some((label) => meets(label, { source_id: quotation.source_id, start_offset, end_offset: start_offset + word.length }))
  })
  return ` ${said.map(([word]) => word).join(' ')} `.includes(` ${words.replaceAll('"', '')} `)
}

/** A finding is of the cases' code, or one above it; or of the question that they answer there. */
export function speaksOf(rows: Rows, finding: any, coding: any, quotation: any): boolean {
  if (finding.code_id !== null) return casesOf(rows, quotation).includes(finding.case_id) && below(rows, finding.code_id).includes(coding.code_id)
  const answer = rows.answer.find((one) => one.case_id === finding.case_id && one.question_id === finding.question_id)
  return answer !== undefined && rows.answer_span.some((span) => span.answer_id === answer.id && meetsApart(rows, span, quotation))
}

/** Whether they share a letter that no question or preamble lies over: their words are nobody's answer. */
export function meetsApart(rows: Rows, place: any, quotation: any): boolean {
  const asked = rows.source_span.filter(({ kind }) => kind === 'question' || kind === 'preamble')
  const from = Math.max(place.start_offset, quotation.start_offset)
  const to = place.source_id === quotation.source_id ? Math.min(place.end_offset, quotation.end_offset) : 0
  for (let at = from; at < to; at++) if (!asked.some((span) => meets(span, { source_id: place.source_id, start_offset: at, end_offset: at + 1 }))) return true
  return false
}

function speaks(rows: Rows, quotation: any, role: string): boolean {
  const spans = rows.source_span.filter(({ source_id }) => source_id === quotation.source_id)
  const turns = spans.filter(({ kind }) => kind === 'turn')
  const own = turns.filter((turn) => rows.speaker.find(({ id }) => id === turn.speaker_id).role === role)
  if (role !== 'informant') return own.some((turn) => meets(turn, quotation))
  // Any letter that an informant says: labels, times, questions and preambles are none.
  for (let at = quotation.start_offset; at < quotation.end_offset; at++) {
    const letter = { source_id: quotation.source_id, start_offset: at, end_offset: at + 1 }
    const isApart = spans.some((span) => span.kind !== 'turn' && meets(span, letter))
    if (!isApart && (turns.length === 0 || own.some((turn) => meets(turn, letter)))) return true
  }
  return false
}

export function hasValue(rows: Rows, caseId: number, clause: Clause & { key: 'attribute' }): boolean {
  const attributes = rows.attribute.filter(({ name }) => name === clause.name).map(({ id }) => id)
  const row = rows.attribute_value.find(({ case_id, attribute_id }) => case_id === caseId && attributes.includes(attribute_id))
  const { comparison } = clause
  if (!row) return false
  if (comparison.is === 'between') return Number(comparison.low) <= row.number_value && row.number_value <= Number(comparison.high)
  if (comparison.is === '=') return comparison.value === '*' || row.value === comparison.value
  const wanted = Number(comparison.value)
  return { '>': row.number_value > wanted, '<': row.number_value < wanted, '>=': row.number_value >= wanted, '<=': row.number_value <= wanted }[comparison.is]
}

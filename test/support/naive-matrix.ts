import type { Clause, Filter } from '../../src/domain/filter.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { below, casesOf, hasValue, meetsApart, type Rows, type recount } from './naive-recount.ts'

// What a matrix should count, looked up coding by coding and word by word.

type Found = ReturnType<typeof recount>[number]
type Member = { key: string; label: string | null; caseIds: readonly number[] | null }
const meets = (a: any, b: any) => a.source_id === b.source_id && a.start_offset < b.end_offset && b.start_offset < a.end_offset

/** Does a coding fall under a member of a side? */
export function falls(rows: Rows, side: string, member: Member, { coding, quotation, cases }: Found): boolean {
  const id = Number(member.key)
  if (member.caseIds) return cases.some((one) => member.caseIds!.includes(one))
  if (side === 'sources') return quotation.source_id === id
  if (side === 'coders') return coding.coder_id === id
  if (side === 'questions') return placesOf(rows, side, member).some((span) => meetsApart(rows, span, quotation))
  if (side === 'speakers') return placesOf(rows, side, member).some((span) => (isInformantsTurn(rows, span) ? meetsApart : meetsAny)(rows, span, quotation))
  return below(rows, id).includes(coding.code_id)
}

const meetsAny = (_: Rows, span: any, quotation: any) => meets(span, quotation)
function isInformantsTurn(rows: Rows, { speaker_id }: any): boolean {
  return rows.speaker.find(({ id }) => id === speaker_id).role === 'informant'
}

function placesOf(rows: Rows, side: string, { key, label }: Member): any[] {
  if (side === 'speakers') {
    const here = rows.speaker.filter((speaker) => speaker.label === label).map(({ id }) => id)
    return rows.source_span.filter(({ kind, speaker_id }) => kind === 'turn' && here.includes(speaker_id))
  }
  const answers = rows.answer.filter(({ question_id }) => question_id === Number(key)).map(({ id }) => id)
  return rows.answer_span.filter(({ answer_id }) => answers.includes(answer_id))
}

/** A word of an informant: a source and the offset at which it begins. */
export type Word = { source_id: number; start_offset: number; end_offset: number }

/** Every word that an informant says in the project, within the filter's bounds. */
export function informantWords(rows: Rows, projectId: number, filter: Filter): Word[] {
  return rows.source
    .filter(({ project_id }) => project_id === projectId)
    .flatMap((source) => {
      const { text } = rows.source_version.find(({ id }) => id === source.version_id)
      const spans = rows.source_span.filter(({ source_id }) => source_id === source.id)
      const words = [...(text as string).matchAll(/[a-z]+/g)].map(({ index }) => ({ source_id: source.id, start_offset: index, end_offset: index + 1 }))
      return words.filter((word) => isInformants(rows, spans, word) && isWithin(rows, projectId, word, filter))
    })
}

function isInformants(rows: Rows, spans: any[], word: Word): boolean {
  const turns = spans.filter(({ kind }) => kind === 'turn')
  if (spans.some((span) => span.kind !== 'turn' && meets(span, word))) return false
  return turns.length === 0 || turns.some((turn) => rows.speaker.find(({ id }) => id === turn.speaker_id).role === 'informant' && meets(turn, word))
}

/** What nobody says who is a case is outside of any case. */
function isWithin(rows: Rows, projectId: number, word: Word, filter: Filter): boolean {
  const cases = casesOf(rows, word)
  return (cases.length === 0 ? [null] : cases).some((caseId) => bounds({ rows, projectId, caseId, sourceIds: [word.source_id] }, filter, false))
}

/** The cases of a project within the filter's bounds. */
export function casesWithin(rows: Rows, projectId: number, filter: Filter): number[] {
  const cases = rows.study_case.filter(({ project_id }) => project_id === projectId).map(({ id }) => id)
  return cases.filter((caseId) => bounds({ rows, projectId, caseId, sourceIds: sourcesOf(rows, caseId) }, filter, false))
}

function sourcesOf(rows: Rows, caseId: number): number[] {
  const speaking = rows.speaker.filter(
    ({ id, case_id }) => case_id === caseId && rows.source_span.some(({ kind, speaker_id }) => kind === 'turn' && speaker_id === id),
  )
  return [...rows.source_case.filter(({ case_id }) => case_id === caseId), ...speaking].map(({ source_id }) => source_id)
}

/** A filter's bounds are its cases and its sources. */
type Bounded = { rows: Rows; projectId: number; caseId: number | null; sourceIds: readonly number[] }
function bounds(one: Bounded, filter: Filter, denied: boolean): boolean {
  if ('not' in filter) return bounds(one, filter.not, !denied)
  if ('clause' in filter) return boundOf(one, filter.clause, denied)
  const parts = ('all' in filter ? filter.all : filter.any).map((part) => bounds(one, part, denied))
  return 'all' in filter !== denied ? parts.every(Boolean) : parts.some(Boolean)
}

function boundOf(one: Bounded, clause: Clause, denied: boolean): boolean {
  const { rows, projectId, caseId, sourceIds } = one
  const someSource = (passes: (source: any) => boolean) => rows.source.some((source) => sourceIds.includes(source.id) && passes(source) !== denied)
  if (clause.key === 'set') {
    const set = rows.filter_set.find((saved) => saved.project_id === projectId && saved.name.toLowerCase() === clause.value.toLowerCase())
    return bounds(one, parseFilter(set.filter), denied)
  }
  if (clause.key === 'kind') return someSource(({ kind }) => kind === clause.value)
  if (clause.key === 'source') return someSource(({ title }) => 'name' in clause.named && title === clause.named.name)
  if (clause.key === 'attribute') return (caseId !== null && hasValue(rows, caseId, clause)) !== denied
  if (clause.key !== 'case') return true
  const { named } = clause
  const name = rows.study_case.find(({ id }) => id === caseId)?.name
  return (caseId !== null && ('any' in named || ('name' in named && name === named.name))) !== denied
}

/** Is a word said where a member stands? Codes and coders stand nowhere in the text. */
export function isSaidIn(rows: Rows, side: string, member: Member, word: Word): boolean {
  if (member.caseIds) return casesOf(rows, word).some((one) => member.caseIds!.includes(one))
  if (side === 'sources') return word.source_id === Number(member.key)
  if (side === 'speakers' || side === 'questions') return placesOf(rows, side, member).some((span) => meets(span, word))
  return true
}

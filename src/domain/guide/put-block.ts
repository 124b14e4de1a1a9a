import type { Interview } from '../interview.ts'
import { countWords } from '../word.ts'
import { headingsIn } from './heading-line.ts'
import { type InterviewParts, partsOf } from './interview-parts.ts'
import { putQuestions } from './put-questions.ts'

/** A question as an interview puts it, with what belongs to it. `place`: how far into the interview, 0 to 1. `heading`: the heading above it, or ''. */
export type PutBlock = { readonly interview: number; readonly words: string; readonly place: number; readonly heading: string }

/** So few words are a probe ("Hur då?", "Och sen?"), which no guide has. */
const PROBE = 4

/** Whether one may record, or the informant wants to ask something first. */
const FORMALITY =
  /(?<![\p{L}])(?:ok|okej|okei|okay|greit|all right|spela in|ta opp samtalen|record|samtyck\p{L}*|samtykk\p{L}*|consent|innan vi|før vi|before we)(?![\p{L}])/iu

/** What an interviewer puts, whatever the guide: questions in their order, without probes. */
export function putBlocks(interview: Interview, at: number): PutBlock[] {
  const { text } = interview
  const parts = partsOf(interview)
  const headings = headingsOf(text)
  const extents = parts.marked ? runsOfQuestions(parts) : unmarkedQuestions(text, parts)
  return extents
    .map(({ start, end }) => ({
      interview: at,
      words: text.slice(start, end).replace(/\s+/g, ' ').trim(),
      place: start / Math.max(text.length, 1),
      heading: headings.filter((heading) => heading.start < start).at(-1)?.title ?? '',
    }))
    .filter(({ words }) => countWords(words) >= PROBE && !FORMALITY.test(words))
}

function unmarkedQuestions(text: string, { utterances }: InterviewParts): { start: number; end: number }[] {
  return putQuestions({ text, utterances, questions: [], headings: headingsIn(text, new Set()) }, [])
    .filter(({ kind }) => kind === 'other')
    .map(({ from, end }) => ({ start: statementBefore(text, utterances, from) ?? utterances[from]!.start, end }))
}

/** A question in the midst of a paragraph may have been led to by what opens it; whether it was, is seen when it recurs. */
function statementBefore(text: string, utterances: InterviewParts['utterances'], from: number): number | undefined {
  const before = utterances[from - 1]
  return !utterances[from]!.first && before?.first && countWords(text.slice(before.start, before.end)) >= PROBE ? before.start : undefined
}

/** Questions that follow each other in a turn are one. */
function runsOfQuestions({ utterances }: InterviewParts): { start: number; end: number }[] {
  const runs: { start: number; end: number; turn: number | null; at: number }[] = []
  for (const [at, { start, end, turn, asks, bids }] of utterances.entries()) {
    if (!asks && !bids) continue
    const last = runs.at(-1)
    if (last && last.turn === turn && last.at === at - 1) Object.assign(last, { end, at })
    else runs.push({ start, end, turn, at })
  }
  return runs
}

function headingsOf(text: string): { start: number; title: string }[] {
  return [...headingsIn(text, new Set())].map((start) => ({ start, title: titleAt(text, start) }))
}

function titleAt(text: string, start: number): string {
  const line = /[^\n]*/.exec(text.slice(start))![0]
  return line.trim().replace(/^(?:#+\s*)?(?:\d[\d.]*[.)]?\s+)?/, '')
}

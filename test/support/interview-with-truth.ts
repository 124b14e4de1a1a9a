import type { Guide } from '../../src/domain/guide.ts'
import { questionsOf } from '../../src/domain/guide.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { languageOf } from '../../src/domain/language-of.ts'
import type { ReadSpan } from '../../src/domain/read-source.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import type { Recognised } from '../../src/domain/recognised.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'
import type { Span } from '../../src/domain/span.ts'

export type InterviewWithTruth = { readonly interview: Interview; readonly truth: ReadonlyMap<number, readonly Span[]> }

/**
 * An interview from a text in which answers stand in ⟦3|double brackets⟧ after their question's number (⟦3,4|for two⟧), and
 * questions set bold in **stars** where `bold`. Brackets and stars are no part of its text.
 */
export function interviewWithTruth(written: string, { language, bold = false }: { language?: SourceLanguage; bold?: boolean } = {}): InterviewWithTruth {
  const truth = new Map<number, Span[]>()
  const questions: ReadSpan[] = []
  let text = ''
  let open: { numbers: number[]; start: number } | undefined
  let boldFrom: number | undefined
  for (const part of written.trim().split(/(⟦[\d,]+\||⟧|\*\*)/)) {
    if (part.startsWith('⟦')) open = { numbers: part.slice(1, -1).split(',').map(Number), start: text.length }
    else if (part === '⟧') for (const number of open!.numbers) truth.set(number, [...(truth.get(number) ?? []), { start: open!.start, end: text.length }])
    else if (part === '**' && bold) {
      if (boldFrom !== undefined) questions.push({ kind: 'question', start: boldFrom, end: text.length, speaker: null })
      boldFrom = boldFrom === undefined ? text.length : undefined
    } else text += part
  }
  const { speakers, spans } = recogniseTurns(text)
  return { interview: { text, language: language ?? languageOf(text, 'sv').language, speakers, spans: [...spans, ...questions] }, truth }
}

/** How well begins and ends of answers are found, over all spans: exactly right ones against all that were found and all there are. */
export function boundaryScore(pairs: readonly { found: readonly Span[]; truth: readonly Span[] }[]): { precision: number; recall: number; f1: number } {
  let [right, found, all] = [0, 0, 0]
  for (const pair of pairs) {
    const mine = edgesOf(pair.found)
    const theirs = edgesOf(pair.truth)
    right += [...mine].filter((edge) => theirs.has(edge)).length
    found += mine.size
    all += theirs.size
  }
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(all, 1)]
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) }
}
function edgesOf(spans: readonly Span[]): Set<string> {
  return new Set(spans.flatMap(({ start, end }) => [`from ${start}`, `to ${end}`]))
}

/** What was found and what is true, question by question, in words: what a failing test shows. */
export function compareAnswers(
  { interview, truth }: InterviewWithTruth,
  guide: Guide,
): { recognised: Recognised; found: Record<number, string[]>; wanted: Record<number, string[]> } {
  const recognised = recogniseAnswers(interview, guide)
  const words = (spans: readonly Span[]) => spans.map(({ start, end }) => interview.text.slice(start, end))
  return {
    recognised,
    found: Object.fromEntries(recognised.answers.map(({ number, spans }) => [number, words(spans)])),
    wanted: Object.fromEntries(questionsOf(guide).map(({ number }) => [number, words(truth.get(number) ?? [])])),
  }
}

import type { Coding } from './coding.ts'
import { byParagraph } from './margin.ts'
import { indexAt, type Paragraph } from './paragraph.ts'
import { isShownApart, type SpanKind, type SpeakerRole } from './source.ts'
import type { Span } from './span.ts'

type MarkedSpan = Span & { readonly kind: SpanKind; readonly speaker: string | null; readonly role: SpeakerRole | null }
export type AskedQuestion = { readonly number: number; readonly text: string; readonly at: number }

/** A paragraph as it is read: who speaks, whether it begins the turn, what of it is a label, which codings lie in it. */
export type TranscriptParagraph = Paragraph & {
  readonly speaker: string | null
  readonly role: SpeakerRole | null
  readonly beginsTurn: boolean
  readonly labels: readonly Span[]
  /** The words of questions and preambles, which are not the informant's. */
  readonly asked: readonly Span[]
  readonly question: AskedQuestion | null
  readonly codings: readonly Coding[]
}

/** Put turns, labels, questions and codings beside the paragraphs they belong to. All in the order of the text. */
export function transcriptOf(
  paragraphs: readonly Paragraph[],
  spans: readonly MarkedSpan[],
  codings: readonly Coding[],
  questions: readonly AskedQuestion[] = [],
): TranscriptParagraph[] {
  const turns = spans.filter((span) => span.kind === 'turn')
  const labels = spans.filter(isShownApart)
  const put = byParagraph(
    paragraphs,
    spans.filter(({ kind }) => kind === 'question' || kind === 'preamble').map((span) => ({ span })),
  )
  const coded = byParagraph(paragraphs, codings)
  const asked = questionsByParagraph(paragraphs, turns, questions)
  let turn = 0
  let label = 0
  return paragraphs.map((paragraph) => {
    const { start, end, number } = paragraph
    while (turn < turns.length && turns[turn]!.end <= start) turn++
    while (label < labels.length && labels[label]!.end <= start) label++
    const said = turns[turn] && turns[turn]!.start < Math.max(end, start + 1) ? turns[turn]! : null
    const own: Span[] = []
    for (let at = label; at < labels.length && labels[at]!.start < end; at++) own.push(labels[at]!)
    // Named one by one: a long source has hundreds, and each act on it makes them anew.
    return {
      start,
      end,
      number,
      speaker: said?.speaker ?? null,
      role: said?.role ?? null,
      beginsTurn: said !== null && said.start >= start,
      labels: own,
      asked: put.get(start)?.map(({ span }) => span) ?? [],
      question: asked.get(start) ?? null,
      codings: coded.get(start) ?? [],
    }
  })
}

/** A question's heading stands once where it is taken up, over the interviewer's turn that asks it, right before the answer; else over the answer. */
function questionsByParagraph(paragraphs: readonly Paragraph[], turns: readonly MarkedSpan[], questions: readonly AskedQuestion[]): Map<number, AskedQuestion> {
  const headings = new Map<number, AskedQuestion>()
  let last = 0
  for (const question of questions) {
    if (question.number === last) continue
    last = question.number
    const answering = turns.findIndex((turn) => turn.start <= question.at && question.at < turn.end)
    const asking = answering > 0 && turns[answering - 1]!.role === 'interviewer' ? turns[answering - 1]! : null
    const paragraph = paragraphs[indexAt(paragraphs, asking?.start ?? question.at)]
    if (paragraph && !headings.has(paragraph.start)) headings.set(paragraph.start, question)
  }
  return headings
}

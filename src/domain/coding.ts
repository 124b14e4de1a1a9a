import { Refusal } from './refusal.ts'
import { fitsWithin, type Span, trimSpan, wholeCharacters } from './span.ts'

/** Who made a coding: a person by hand, a rule (a search whose hits were coded), or an import. Never mixed up. */
export type MadeBy = 'person' | 'rule' | 'import'

/** One coder's application of one code to one quotation. */
export type Coding = {
  readonly id: number
  readonly quotationId: number
  /** By which its quotation is known for good; there where it was read. */
  readonly quotationGuid?: string
  readonly sourceId: number
  readonly codeId: number
  readonly coderId: number
  readonly madeBy: MadeBy
  readonly madeAt: string
  readonly span: Span
  /** Its words are shown in the codebook as an example of its code. */
  readonly example?: boolean
}

/**
 * Turn a raw selection into a span we are willing to keep: inside the text, whole characters, no spaces at the ends, and no speaker's
 * label or timestamp there either: those are shown apart, so nobody means to code them.
 */
export function draftSpan(text: string, selection: Span, labels: readonly Span[] = []): Span {
  if (!fitsWithin(text, selection)) throw new Refusal('invalid', 'refusal.outside-text')
  let span = trimSpan(text, wholeCharacters(text, selection))
  for (;;) {
    const atStart = labels.find((label) => label.start <= span.start && span.start < label.end)
    const atEnd = labels.find((label) => label.start < span.end && span.end <= label.end)
    if (span.start >= span.end) throw new Refusal('invalid', 'refusal.no-words')
    if (!atStart && !atEnd) return span
    const start = atStart?.end ?? span.start
    span = trimSpan(text, { start, end: Math.max(start, atEnd?.start ?? span.end) })
  }
}

/** Two passages overlap, or nothing but space is between them. */
export function adjoins(text: string, a: Span, b: Span): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a]
  return second.start <= first.end || text.slice(first.end, second.start).trim() === ''
}

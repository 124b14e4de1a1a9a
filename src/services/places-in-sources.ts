import { indexAt, type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from '../storage/schema.ts'
import { listTimestamps } from '../storage/timestamps.ts'

/** By what a place of a source is cited: the paragraph's number, the time of the recording and the number of the line, where the text has them. */
export type CitedPlace = { paragraph: number; time: string; line: string }

type LabelEnds = ReadonlyMap<number, ReadonlyMap<number, number>>
/** Tells the places of these sources, whose labels end where `labels` says. */
export async function placesInSources(db: Db, texts: ReadonlyMap<number, string>, labels: LabelEnds): Promise<(sourceId: number, span: Span) => CitedPlace> {
  const times = await listTimestamps(db, texts.keys())
  const known = new Map<number, { paragraphs: Paragraph[]; lines: Span[] }>()
  return (sourceId, span) => {
    const text = texts.get(sourceId)!
    if (!known.has(sourceId)) known.set(sourceId, { paragraphs: paragraphsOf(text), lines: numbersAmong(text, labels.get(sourceId)) })
    const { paragraphs, lines } = known.get(sourceId)!
    return {
      paragraph: paragraphsUnder(paragraphs, span).find(({ number }) => number !== null)?.number ?? 1,
      time: wordsAt(text, times.get(sourceId), span.start).replace(/^[[({#]|[\])}#]$/g, ''),
      line: wordsAt(text, lines, span.start),
    }
  }
}

/** The labels that are a line's number, in order. */
function numbersAmong(text: string, labels: ReadonlyMap<number, number> | undefined): Span[] {
  const lines: Span[] = []
  for (const [start, end] of labels ?? []) if (end - start < 8 && /^\s*\d+\s*$/.test(text.slice(start, end))) lines.push({ start, end })
  return lines.sort((a, b) => a.start - b.start)
}

/** What the last mark at or before an offset says. */
function wordsAt(text: string, marks: readonly Span[] | undefined, offset: number): string {
  if (!marks?.length) return ''
  const { start, end } = marks[indexAt(marks, offset)]!
  return start <= offset ? text.slice(start, end).trim() : ''
}

import { paragraphsOf } from './paragraph.ts'
import type { SpanKind, SpeakerRole } from './source.ts'
import type { Span } from './span.ts'

export type FoundSpeaker = { label: string; role: SpeakerRole }
export type FoundSpan = Span & { kind: SpanKind; speaker: string | null }

/** Speakers by a label and a colon at the head of a line; a line without one goes on the turn. */
export function recogniseTurns(text: string): { speakers: FoundSpeaker[]; spans: FoundSpan[] } {
  const spans: FoundSpan[] = []
  const speakers = new Map<string, FoundSpeaker>()
  let turn: { start: number; end: number; kind: 'turn'; speaker: string } | null = null
  for (const paragraph of paragraphsOf(text)) {
    const line = text.slice(paragraph.start, paragraph.end)
    const label = /^([\p{L}][\p{L}\d .]{0,30}):\s*/u.exec(line)
    if (label) {
      if (turn) spans.push(turn)
      const speaker = label[1]!
      speakers.set(speaker, { label: speaker, role: /^(I|Int|Intervjuare)$/i.test(speaker) ? 'interviewer' : 'informant' })
      turn = { kind: 'turn', start: paragraph.start, end: paragraph.end, speaker }
      spans.push({ kind: 'label', start: paragraph.start, end: paragraph.start + label[0].length, speaker })
    } else if (turn && paragraph.number !== null) turn.end = paragraph.end
  }
  if (turn) spans.push(turn)
  return { speakers: [...speakers.values()], spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) }
}

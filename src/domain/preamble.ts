import type { ReadSpan, ReadSpeaker } from './read-source.ts'

/** What is said before an interview begins: recording, consent, anonymity, that a question may be passed over. */
const FORMALITIES =
  /\b(spela[rs]? in|inspel|samtyck|anonym|avidentifier|hoppa över|avbryta när|skrivs ut|transkriber|forskningsprojekt|konfidenti|opptak|samtykk|taushetsplikt|trekke deg|ta opp (?:samtalen|intervjuet)|tar opp (?:samtalen|intervjuet)|spiller inn|record(?:ing|ed)|consent|confidential|withdraw|transcribed)/i

/** How many of the interviewer's first turns are looked at. */
const FIRST = 3

/** The first of the interviewer's opening turns that is about the formalities, without its label. */
export function findPreamble(text: string, spans: readonly ReadSpan[], speakers: readonly ReadSpeaker[]): ReadSpan | undefined {
  const asking = new Set(speakers.filter((speaker) => speaker.role === 'interviewer').map((speaker) => speaker.label))
  const opening = spans.filter((span) => span.kind === 'turn' && asking.has(span.speaker!)).slice(0, FIRST)
  const turn = opening.find((span) => FORMALITIES.test(text.slice(span.start, Math.min(span.end, span.start + 4000))))
  if (!turn) return undefined
  const label = spans.find((span) => span.kind === 'label' && span.start >= turn.start && span.end <= turn.end)
  const start = label ? label.end : turn.start
  return start < turn.end ? { kind: 'preamble', start, end: turn.end, speaker: turn.speaker } : undefined
}

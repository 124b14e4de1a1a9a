import type { ReadSpan, ReadSpeaker } from './read-source.ts'
import type { SpeakerRole } from './source.ts'
import { countWords } from './word.ts'

type Manner = { turns: number; questions: number; words: number }

/**
 * Who asks and who answers. `said` holds the speakers and the roles that are known of them, and is believed. Where none is
 * an interviewer, the one whose turns are mostly questions and shorter than the others' is taken for it, and `unsure` is
 * true; the rest are informants.
 */
export function settleRoles(
  text: string,
  spans: readonly ReadSpan[],
  said: ReadonlyMap<string, SpeakerRole | undefined>,
): { speakers: ReadSpeaker[]; unsure: boolean } {
  const labels = [...said.keys()]
  const unknown = labels.filter((label) => said.get(label) === undefined)
  const hasInterviewer = [...said.values()].includes('interviewer')
  const asker = hasInterviewer || labels.length < 2 || unknown.length === 0 ? undefined : likelyAsker(mannersOf(text, spans), unknown)
  const speakers = labels.map((label) => ({ label, role: said.get(label) ?? (label === asker ? 'interviewer' : 'informant') }))
  return { speakers, unsure: unknown.length > 0 && !hasInterviewer && labels.length > 1 }
}

function mannersOf(text: string, spans: readonly ReadSpan[]): Map<string, Manner> {
  const manners = new Map<string, Manner>()
  for (const span of spans) {
    if (span.kind !== 'turn') continue
    const words = text.slice(span.start, span.end)
    const manner = manners.get(span.speaker!) ?? { turns: 0, questions: 0, words: 0 }
    manners.set(span.speaker!, {
      turns: manner.turns + 1,
      questions: manner.questions + (/\?["”»’)\s]*$/.test(words.slice(-20)) ? 1 : 0),
      words: manner.words + countWords(words),
    })
  }
  return manners
}

/** At least every third turn ends in a question, more often than with anybody else, in fewer words a turn than the mean. */
function likelyAsker(manners: Map<string, Manner>, labels: readonly string[]): string | undefined {
  const all = [...manners.values()]
  const mean =
    all.reduce((sum, one) => sum + one.words, 0) /
    Math.max(
      all.reduce((sum, one) => sum + one.turns, 0),
      1,
    )
  const share = (label: string) => manners.get(label)!.questions / manners.get(label)!.turns
  const [first, second] = [...labels].sort((a, b) => share(b) - share(a))
  if (!first || share(first) < 1 / 3 || (second && share(second) === share(first))) return undefined
  return manners.get(first)!.words / manners.get(first)!.turns <= mean ? first : undefined
}

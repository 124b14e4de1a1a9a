import { type Span, trimSpan } from '../span.ts'
import { countWords } from '../word.ts'
import type { InterviewParts } from './interview-parts.ts'
import type { Candidate } from './match-questions.ts'

/** What is said before an interview begins: who asks, recording, consent, anonymity, that a question may be passed over. */
const FORMALITIES =
  /spela[rs]? in|inspel|samtyck|anonym|avidentifier|hoppa över|avbryta när|skrivs ut|transkriber|forskningsprojekt|masteroppgave|masteren|bacheloroppgave|uppsats|examensarbete|studenter fr|konfidenti|opptak|samtykk|taushetsplikt|trekke deg|tatt opp|ta opp (?:samtalen|intervjuet)|tar opp (?:samtalen|intervjuet)|spiller inn|frivillig|record(?:ing|ed)|consent|confidential|withdraw|transcribed|thesis|voluntary|problemstilling|frågeställning/i
/** What is asked for before an interview begins, and hardly speaks of anything else. */
const CONSENT = /samtyck|samtykk|anonymiser|konfidenti|konfidensi|taushetsplikt|trekke deg|dra dig ur|consent|confidential|withdraw/i
/** An introduction is in so much of a text, in letters; what it asks stands so near to where consent is asked for. */
const INTRODUCTION = { within: 3000, near: 1000 }
/** Where a question is put so like the guide's, the interview has begun. */
const WORD_FOR_WORD = 0.9

/** Places without those that are only alike and stand in an introduction that goes on to consent: there the thesis's own question is told. */
export function afterIntroduction(text: string, { marked, utterances }: InterviewParts, candidates: readonly Candidate[]): readonly Candidate[] {
  const consent = marked ? -1 : ([...text.slice(0, INTRODUCTION.within).matchAll(new RegExp(CONSENT, 'gi'))].at(-1)?.index ?? -1)
  const begun = candidates.some(({ sim, to }) => sim >= WORD_FOR_WORD && utterances[to]!.end < consent)
  return begun ? candidates : candidates.filter(({ to }) => utterances[to]!.end >= consent || consent - utterances[to]!.end > INTRODUCTION.near)
}

/** Without formalities, an introduction is short. */
const SHORT = 150

/**
 * What the interviewer says before the first question at `first`: with marks, the asker's turns up to there; without, all
 * that stands before it, where it is short or speaks of the formalities.
 */
export function findIntroduction(text: string, { marked, turns }: InterviewParts, first: number): Span[] {
  if (marked)
    return turns
      .filter(({ asker, start }) => asker && start < first)
      .flatMap(({ pieces }) => pieces)
      .map(({ start, end }) => trimSpan(text, { start, end: Math.min(end, first) }))
      .filter(({ start, end }) => end > start)
  const before = trimSpan(text, { start: 0, end: first })
  if (before.end <= before.start) return []
  if (countWords(text.slice(before.start, before.end)) <= SHORT) return [before]
  const formal = [...text.slice(before.start, before.end).matchAll(/[^\n]+/g)].filter((line) => FORMALITIES.test(line[0])).at(-1)
  return formal ? [trimSpan(text, { start: before.start, end: before.start + formal.index + formal[0].length })] : []
}

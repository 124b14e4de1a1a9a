import type { SourceLanguage } from '../source.ts'
import type { LikenessOf, SoughtQuestion } from './guide-questions.ts'
import { isEchoOf, isTail } from './manner-of-asking.ts'
import { questionWords } from './question-words.ts'
import type { Utterance } from './utterance.ts'

/**
 * A place where a question may be put: utterances `from` to `to` (inclusive). `sim`: how much of the one is in the other,
 * 0 to 1; `gain`: by how much that is more than such a place must have to be believed.
 */
export type Candidate = { readonly question: number; readonly from: number; readonly to: number; readonly sim: number; readonly gain: number }
/** `best`: the likest place of each question, believed or not. */
export type Matches = { readonly candidates: readonly Candidate[]; readonly best: readonly number[] }

/**
 * How like a question a place must be. An interviewer's turn is mostly questions, and talk alters them; without marks most
 * sentences are answers, so that the place must look like a question's, or the words be nearly the guide's; what is quoted, too.
 */
const LEAST = { markedAsks: 0.42, marked: 0.52, set: 0.4, opensAndAsks: 0.52, opens: 0.84, asks: 0.66, within: 0.92 }
/** Kept though they are less: the order of the guide, and that the rest of it was followed, may speak for them. */
const MARGIN = 0.24
/** More sentences than the question has in the guide, at most, that one place may be of. */
const MORE_SENTENCES = 2
/** Of this much weight words must agree; "Varför?" alone is a question of its own only in its place in the order. */
const ENOUGH = 1.1
const TOO_LITTLE = 0.25

type Weighed = { readonly words: readonly { readonly stem: string; readonly weight: number }[]; readonly total: number; readonly tells: ReadonlySet<number> }
type Looking = { readonly text: string; readonly utterances: readonly Utterance[]; readonly said: readonly Weighed[]; readonly alike: LikenessOf }

/** Every place that is enough like a question of the guide, or nearly. */
export function matchQuestions(
  text: string,
  utterances: readonly Utterance[],
  questions: readonly SoughtQuestion[],
  alike: LikenessOf,
  language: SourceLanguage,
): Matches {
  const said = utterances.map(({ start, end }) => weigh(text.slice(start, end), language, alike))
  const looking = { text, utterances, said, alike }
  const candidates: Candidate[] = []
  const best = questions.map((question) => {
    let most = 0
    for (let from = 0; from < utterances.length; from++)
      if (utterances[from]!.turn !== null || said[from]!.tells.has(question.at)) most = Math.max(most, lookFrom(looking, question, from, candidates))
    return most
  })
  return { candidates, best }
}

function weigh(words: string, language: SourceLanguage, alike: LikenessOf): Weighed {
  const weighed = questionWords(words, language)
  return { words: weighed, total: weighed.reduce((sum, { weight }) => sum + weight, 0), tells: new Set(weighed.flatMap(({ stem }) => alike(stem).telling)) }
}

/** The places that begin at one utterance: it alone, and with those after it. @returns how like the likest is */
function lookFrom({ text, utterances, said, alike }: Looking, question: SoughtQuestion, from: number, candidates: Candidate[]): number {
  const tally = new Float64Array(question.stems.length)
  const stop = Math.min(utterances.length, from + question.sentences + MORE_SENTENCES)
  let [matched, total, most] = [0, 0, 0]
  for (let to = from; to < stop && utterances[to]!.turn === utterances[from]!.turn; to++) {
    if (to > from && ((utterances[to]!.turn === null && !said[to]!.tells.has(question.at)) || endedBefore(text, utterances, from, to))) break
    total += said[to]!.total
    for (const { stem, weight } of said[to]!.words) {
      let likest = 0
      for (const [place, value] of alike(stem).places[question.at]!) {
        if (value > tally[place]!) tally[place] = value
        if (value > likest) likest = value
      }
      matched += weight * likest
    }
    const { sim, enough } = simOf(question, tally, matched, total)
    most = Math.max(most, sim)
    const gain = sim - leastFor(utterances, from, to) - TOO_LITTLE * (1 - enough)
    if (gain > -MARGIN) candidates.push({ question: question.at, from, to, sim, gain })
  }
  return most
}

/** After a question only what hangs on to it still belongs to it; an answer often begins with the question's own words. */
function endedBefore(text: string, utterances: readonly Utterance[], from: number, at: number): boolean {
  const { start, end, asks, set } = utterances[at]!
  const [before, words] = [text.slice(utterances[at - 1]!.start, utterances[at - 1]!.end), text.slice(start, end)]
  const asked = utterances.slice(from, at).some((one) => one.asks)
  return asked && !set && (asks ? utterances[at - 1]!.asks && isEchoOf(words, before) : !isTail(words, false, 1, before))
}

function simOf({ variants, weights }: SoughtQuestion, tally: Float64Array, matched: number, total: number): { sim: number; enough: number } {
  const precision = total > 0 ? matched / total : 0
  let best = { sim: 0, enough: 0 }
  for (const { stems, total: all, whole } of variants) {
    let found = 0
    for (const place of stems) found += weights[place]! * tally[place]!
    const recall = all > 0 ? found / all : 0
    const sim = precision + recall > 0 ? ((2 * precision * recall) / (precision + recall)) * (whole ? 1 : 0.96) : 0
    if (sim > best.sim) best = { sim, enough: Math.min(1, found / ENOUGH) }
  }
  return best
}

function leastFor(utterances: readonly Utterance[], from: number, to: number): number {
  const first = utterances[from]!
  let asks = false
  let set = false
  for (let at = from; at <= to; at++) {
    asks ||= utterances[at]!.asks
    set ||= utterances[at]!.set
  }
  if (set) return LEAST.set
  if (first.quoted && first.turn === null) return LEAST.within
  if (first.turn !== null) return asks || first.bids ? LEAST.markedAsks : LEAST.marked
  if (first.first) return asks || first.bids ? LEAST.opensAndAsks : LEAST.opens
  return asks ? LEAST.asks : LEAST.within
}

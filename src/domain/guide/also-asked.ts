import type { SourceLanguage } from '../source.ts'
import type { Asked } from './answer-stretches.ts'
import type { LikenessOf, SoughtQuestion } from './guide-questions.ts'
import { type QuestionWord, questionWords } from './question-words.ts'

/** So much of a second question has to be in a place, and so much of that in words that the first does not have. */
const MOST = 0.62
const ITS_OWN = 0.4
/** So much weight, as one word that tells and some that do not have. */
const ENOUGH = 1.2

/** Questions that were found nowhere, but were put in one with another: by the question's place in the guide, the place that they share. */
export function alsoAsked(
  text: string,
  questions: readonly SoughtQuestion[],
  asked: readonly Asked[],
  alike: LikenessOf,
  language: SourceLanguage,
): (Asked | undefined)[] {
  const found = new Set(asked.map(({ place }) => place.question))
  const also: (Asked | undefined)[] = []
  for (const one of asked) {
    const words = questionWords(text.slice(one.asked.start, one.asked.end), language)
    for (const question of questions)
      if (!found.has(question.at) && !also[question.at] && isAlsoIn(words, question, one.place.question, alike)) also[question.at] = one
  }
  return also
}

function isAlsoIn(words: readonly QuestionWord[], { at, weights }: SoughtQuestion, first: number, alike: LikenessOf): boolean {
  const tally = new Map<number, { value: number; own: boolean }>()
  for (const { stem } of words) {
    const { places } = alike(stem)
    for (const [place, value] of places[at]!) if (value > (tally.get(place)?.value ?? 0)) tally.set(place, { value, own: places[first]!.length === 0 })
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const weigh = (those: readonly (readonly [number, { value: number }])[]) => those.reduce((sum, [place, { value }]) => sum + value * weights[place]!, 0)
  const matched = weigh([...tally])
  return matched >= ENOUGH && matched >= MOST * all && weigh([...tally].filter(([, { own }]) => own)) >= ITS_OWN * all
}

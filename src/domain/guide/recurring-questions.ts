import type { SourceLanguage } from '../source.ts'
import { type LikenessOf, likenessTo, type SoughtQuestion, soughtQuestions } from './guide-questions.ts'
import type { PutBlock } from './put-block.ts'
import { type QuestionWord, questionWords } from './question-words.ts'

/** So like each other are two wordings of one question, at least. */
const ALIKE = 0.56
/** With less than this in common two short questions are alike by chance. */
const ENOUGH = 1.6

/** Questions put in at least two interviews, each as its wordings; a wording goes with the one before it that it is most like. */
export function recurringQuestions(blocks: readonly PutBlock[], language: SourceLanguage): PutBlock[][] {
  const wordings = [...new Set(blocks.map(({ words }) => words))]
  const questions = soughtQuestions(
    { name: '', sections: [{ title: '', questions: wordings.map((text, number) => ({ number, text, themes: [] })) }] },
    language,
  )
  const alike = likenessTo(questions)
  const groupOf = new Map<string, number>()
  for (const [at, wording] of wordings.entries()) {
    const likest = likestBefore(at, questionWords(wording, language), questions, alike)
    groupOf.set(wording, likest === undefined ? at : groupOf.get(wordings[likest]!)!)
  }
  const groups = new Map<number, PutBlock[]>()
  for (const block of blocks) {
    const group = groupOf.get(block.words)!
    groups.set(group, [...(groups.get(group) ?? []), block])
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ interview }) => interview)).size >= 2)
}

function likestBefore(at: number, words: readonly QuestionWord[], questions: readonly SoughtQuestion[], alike: LikenessOf): number | undefined {
  let best: { sim: number; other: number | undefined } = { sim: ALIKE, other: undefined }
  for (const other of new Set(words.flatMap(({ stem }) => alike(stem).telling))) {
    if (other >= at) continue
    const sim = similarity(words, questions[other]!, alike)
    if (sim > best.sim) best = { sim, other }
  }
  return best.other
}

function similarity(words: readonly QuestionWord[], { at, weights }: SoughtQuestion, alike: LikenessOf): number {
  const places = new Map<number, number>()
  let [matched, total] = [0, 0]
  for (const { stem, weight } of words) {
    const found = alike(stem).places[at]!
    total += weight
    matched += weight * Math.max(0, ...found.map(([, value]) => value))
    for (const [place, value] of found) places.set(place, Math.max(places.get(place) ?? 0, value))
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const recall = [...places].reduce((sum, [place, value]) => sum + weights[place]! * value, 0) / Math.max(all, 1e-9)
  const precision = matched / Math.max(total, 1e-9)
  return matched < ENOUGH ? 0 : (2 * precision * recall) / (precision + recall)
}

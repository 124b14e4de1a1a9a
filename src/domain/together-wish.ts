import { MOST_WORDS_BETWEEN, type Relation, relations } from './co-occurrence.ts'
import { type CodeChoice, readCodeChoice } from './code-choice.ts'
import { Refusal } from './refusal.ts'

/** What may be asked of codes that stand together, as it stands in an address or a command. */
export type AskedTogether = { readonly relation?: string | undefined; readonly words?: string | undefined; readonly codes?: string | undefined }
export type TogetherChoice = { relation: Relation; words: number; codes: CodeChoice }

const USUAL_WORDS = 20

/** Read it; what is not said is as usual: codes that overlap, all of them. Refuses what is none of the choices. */
export function readTogether({ relation = '', words = '', codes = '' }: AskedTogether): TogetherChoice {
  const known = relations.find((one) => one === (relation || 'overlap'))
  if (!known) throw new Refusal('invalid', 'refusal.together-relation', { relation, relations: relations.join(', ') })
  const between = words === '' ? USUAL_WORDS : Number(words)
  if (!Number.isInteger(between) || between < 0 || between > MOST_WORDS_BETWEEN)
    throw new Refusal('invalid', 'refusal.together-words', { most: MOST_WORDS_BETWEEN })
  return { relation: known, words: between, codes: readCodeChoice(codes, 'all') }
}

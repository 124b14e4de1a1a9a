import { LONGEST_WORD } from '../domain/fold-word.ts'
import { editDistance } from './edit-distance.ts'
import { languageVariants } from './language-variants.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Two words of the corpus that may be one, with how often each stands. */
export type SynonymSuggestion = { readonly words: readonly [string, string]; readonly times: readonly [number, number] }

/** Short words that differ in a letter are different words; what stands once is more often a slip. */
const SHORTEST = 7
const SELDOM = 2
const MOST_FORMS = 20_000
const MOST = 12
const MOST_VARIANTS = 6
type Late = () => boolean

/**
 * Words that differ in a single letter and not in their endings alone, and compounds that differ in how their parts are joined
 * (hemkontor, hemmakontor, hem-kontoret), those that stand most often first; before them what the study's languages write otherwise (skole, skule). What is as long as no word is, is not held against others; no more are looked for once it is `late`.
 */
export function suggestSynonyms(
  vocabulary: Vocabulary,
  stemmings: readonly Stemming[],
  isKnown: (a: string, b: string) => boolean,
  late: Late,
): SynonymSuggestion[] {
  const { forms, counts } = vocabulary
  const stemsOf = (id: number) => stemmings.flatMap((one) => vocabulary.stemsOf(one, id))
  const inUse = [...forms.keys()].filter((id) => isWordLong(forms[id]!.letters) && counts[id]! > 0)
  const ids = inUse.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, MOST_FORMS)
  const often = ids.filter((id) => counts[id]! >= SELDOM)
  const found = new Map<string, SynonymSuggestion>()
  const variants = variantsIn(vocabulary, stemmings).filter(({ words }) => !isKnown(...words))
  for (const [a, b] of [...neighbours(often, (id) => forms[id]!.letters, late), ...joinedOtherwise(ids, vocabulary, late)]) {
    const words = [forms[a]!.letters, forms[b]!.letters] as const
    const stems = new Set(stemsOf(a))
    const key = [...stems, ...stemsOf(b)].sort().join(' ')
    if (found.has(key) || stemsOf(b).some((one) => stems.has(one)) || !differsInside(...words) || isKnown(...words)) continue
    found.set(key, { words, times: [counts[a]!, counts[b]!] })
  }
  const alike = [...found.values()].sort((a, b) => Math.min(...b.times) - Math.min(...a.times))
  return [...variants.slice(0, MOST_VARIANTS), ...alike].slice(0, MOST)
}

function isWordLong({ length }: string): boolean {
  return length >= SHORTEST && length < LONGEST_WORD
}

/** Words of one group that the study has, or inflections of them, beside each other; those that stand most often first. What has one stem is one word already. */
function variantsIn(vocabulary: Vocabulary, stemmings: readonly Stemming[]): SynonymSuggestion[] {
  const timesOf = (ids: readonly number[]) => [...new Set(ids)].reduce((sum, id) => sum + vocabulary.counts[id]!, 0)
  const pairs = languageVariants(stemmings).flatMap((group): SynonymSuggestion[] => {
    const used: { word: string; times: number; stems: string[] }[] = []
    const written = group.map((word) => ({ word, times: timesOf(vocabulary.listOfLetters(word)) })).sort((a, b) => b.times - a.times)
    for (const { word } of written) {
      const stems = stemmings.map((one) => stem(word, one))
      const times = timesOf(stems.flatMap((one, nth) => [one, word].flatMap((of) => vocabulary.listStemmed(stemmings[nth]!, of))))
      if (times > 0 && !used.some((one) => one.stems.some((of) => stems.includes(of)))) used.push({ word, times, stems })
    }
    return used.slice(1).map((one, nth) => ({ words: [used[nth]!.word, one.word], times: [used[nth]!.times, one.times] }))
  })
  return pairs.sort((a, b) => Math.min(...b.times) - Math.min(...a.times))
}

/** What joins the first part of a compound to the next, or its own ending there: hemma-, landsbygds-, sjuke-, kvinno-. */
const JOINING = /(?:(?<=([^aeiouyåäöæø]))\1a|e?s|[eaou])$/
const SHORTEST_FIRST = 3
const SHORTEST_LAST = 4

/** Compounds with one last part, a word of the corpus, and one first part but for what joins it. */
function* joinedOtherwise(ids: readonly number[], vocabulary: Vocabulary, late: Late): Generator<[number, number]> {
  const byParts = new Map<string, number>()
  for (const id of ids) {
    if (late()) return
    const { letters } = vocabulary.forms[id]!
    for (let cut = SHORTEST_FIRST; cut <= letters.length - SHORTEST_LAST; cut++) {
      const last = letters.slice(cut)
      const first = letters.slice(0, cut).replace(JOINING, '')
      if (first.length < SHORTEST_FIRST || !vocabulary.has(last)) continue
      const other = byParts.get(`${first} ${last}`)
      if (other === undefined) byParts.set(`${first} ${last}`, id)
      else if (vocabulary.forms[other]!.letters !== letters) yield [other, id]
    }
  }
}

/** Pairs that are one word when a letter is taken out of one or both, and a single change apart. */
function* neighbours(ids: readonly number[], lettersOf: (id: number) => string, late: Late): Generator<[number, number]> {
  const byRest = new Map<string, number[]>()
  for (const id of ids) {
    if (late()) return
    const letters = lettersOf(id)
    const rests = new Set([letters, ...Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1))])
    for (const rest of rests) {
      const others = byRest.get(rest) ?? []
      for (const other of others) if (editDistance(lettersOf(other), letters, 1) <= 1 && lettersOf(other) !== letters) yield [other, id]
      byRest.set(rest, [...others, id])
    }
  }
}

/** Words that differ within their last letters are mostly inflections. */
function differsInside(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length)
  let same = 0
  while (same < least && a[same] === b[same]) same++
  return same < least - 3
}

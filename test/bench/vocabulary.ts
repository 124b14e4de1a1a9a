import type { Chance } from './chance.ts'

/** Swedish function words and fillers, the commonest first: about every second word that is spoken. */
const small = `det och så att är som vi på har man men i jag inte en för då med ju de till om där kan ett nu här av vad eller den är
var finns ska mycket alltså liksom bara också när lite sen väl blir blev skulle hade varit från mer få någon något några kommer hur
nej ja dom sig mig oss dem vill kanske andra alla efter utan under över vid än upp ner in ut tror tycker säger ser gör går får
hela många olika vissa ganska just faktiskt egentligen ofta ibland aldrig alltid redan ännu igen kring mellan genom mot hos inom`
  .split(/\s+/)
  .filter((word, at, all) => all.indexOf(word) === at)

const onsets = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'sk', 'br', 'gr', 'kl', 'tr', 'fl', 'sp', 'j', 'kv', 'bl']
const vowels = ['a', 'e', 'i', 'o', 'u', 'å', 'ä', 'ö', 'y']
const codas = ['l', 'n', 'r', 's', 't', 'm', 'g', 'd', 'rk', 'nd', 'ng', 'st', 'll', 'ck', 'rt', 'nk', 'lm', 'v', 'rn', 'sk']
const endings = ['a', 'en', 'ar', 'arna', 'ning', 'ande', 'ade', 'ligt']
const BASES = 2500

/**
 * Draws words as they are met in talk (Zipf): half of them function words, a part common content words, and a long tail that never
 * ends, so that the vocabulary grows with the corpus: about 22,000 distinct words in 1.6 million, 126,000 in 16 million (Heaps).
 */
export function drawWord({ next }: Chance): string {
  const kind = next()
  if (kind < SMALL) return small[Math.min(small.length - 1, Math.floor(small.length ** next() - 1 + next() * 0.9))]!
  if (kind < SMALL + COMMON) return contentWord(Math.floor(40 * 38.5 ** next() - 40))
  // P(rank >= k) = (1 + k / SHIFT) ^ -TAIL: a Zipf-Mandelbrot law of exponent 1 + TAIL, drawn by its inverse.
  return contentWord(1500 + Math.min(20_000_000, Math.floor(SHIFT * (next() ** (-1 / TAIL) - 1))))
}
const SMALL = 0.52
const COMMON = 0.432
const TAIL = 0.25
const SHIFT = 30

const made = new Map<number, string>()

/** The content word of a rank: a base with an ending, farther out a compound of two bases with an ending. */
function contentWord(rank: number): string {
  const known = made.get(rank)
  if (known) return known
  const ending = endings[(rank * 5) % endings.length]!
  const stem = Math.floor(rank / 2)
  const beyond = stem - BASES
  const word = beyond < 0 ? base(stem) + ending : `${base((beyond * 31 + Math.floor(beyond / BASES)) % BASES)}s${base(beyond % BASES)}${ending}`
  made.set(rank, word)
  return word
}

/** One syllable, different for every number below `BASES`. */
function base(number: number): string {
  const spread = (Math.abs(number) * 4801) % (onsets.length * vowels.length * codas.length)
  const vowel = vowels[Math.floor(spread / onsets.length) % vowels.length]!
  return onsets[spread % onsets.length]! + vowel + codas[Math.floor(spread / onsets.length / vowels.length)]!
}

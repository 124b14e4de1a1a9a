/** A word as searches compare it: lower case, accents off but for å ä ö æ ø, the signs that join its parts kept as hyphens. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase().normalize('NFC').replace(JOINERS, '-')
  if (PLAIN.test(lower)) return lower
  return lower.replace(/[^a-z0-9åäöæø-]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
}
const JOINERS = /['’:·‐‑]/g
const PLAIN = /^[a-z0-9åäöæø-]*$/

/** So much of a word is read. No word is longer; what is (a pasted file in letters) is known by how it begins. */
export const LONGEST_WORD = 60

export function readOf(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
}

/** A folded word without what joins its parts: co-working and coworking are the same letters. Of what is longer than words are, how it begins. */
export function lettersOf(word: string): string {
  return foldWord(readOf(word)).replaceAll('-', '')
}

/** What separates the words of a name, in texts, titles, names of files and addresses. */
export const SEPARATOR = /[\s_.+@‐‑–-]+/u
const BETWEEN = '\\s_.+@‐‑–\\-'
/** Letters from which on capitals part a name from what it is glued to (KarinIntervju), and digits do (Eva2). "BoKlok" is no Bo. */
const PARTED = 3
const GLUED = 2

/** Before a name no letter stands, or a small one before its capital. Each name may want more: `edgeBefore`. */
export const BEFORE = '(?:(?<!\\p{L})|(?<=\\p{Ll})(?=\\p{Lu}))'
/** The same where capitals don't count. */
export const BEFORE_SMALL = '(?<!\\p{L})'

/** What a name may not have before it either: a digit where it begins with one or is short, a letter where it is too short to be parted by its capital. */
export function edgeBefore(name: string): string {
  const digits = lettersIn(name) >= GLUED && /^\p{L}/u.test(name) ? '' : '(?<!\\p{N})'
  return digits + (lettersIn(name) >= PARTED ? '' : BEFORE_SMALL)
}

/** After a name no letter stands, or a capital after its small one; a digit may, unless it ends with one or is short. */
export function edgeAfter(name: string, bySmall = false): string {
  const plain = lettersIn(name) >= GLUED && /\p{L}$/u.test(name) ? '(?!\\p{L})' : '(?![\\p{L}\\p{N}])'
  return !bySmall && lettersIn(name) >= PARTED && /\p{Ll}$/u.test(name) ? `(?:${plain}|(?=\\p{Lu}))` : plain
}

/** The words of a name as a pattern, with what may stand between them: digits between letters, and nothing between words of some length. */
export function joinedWords(name: string, write: (word: string) => string): string {
  const words = name.split(SEPARATOR).filter((word) => word !== '')
  const first = /^[_.+@‐‑–-]+/u.exec(name)?.[0] ?? ''
  const last = /[_.+@‐‑–-]+$/u.exec(name)?.[0] ?? ''
  if (words.length === 0) return escaped(name)
  const joined = words.map((word, at) => {
    const next = words[at + 1]
    if (next === undefined) return write(word)
    const letters = /\p{L}$/u.test(word) && /^\p{L}/u.test(next)
    const long = letters && word.length > 1 && lettersIn(name) > PARTED
    return `${write(word)}[${BETWEEN}${letters ? '\\p{N}' : ''}]${long ? '*' : '+'}`
  })
  return escaped(first) + joined.join('') + escaped(last)
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function lettersIn(name: string): number {
  return name.match(/\p{L}/gu)?.length ?? 0
}

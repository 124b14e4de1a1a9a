import { isEverydayWord } from './stop-words/stop-words.ts'

/** Letters and digits from which on a name is looked for in small letters too ("bo" is no Bo) … */
const WHOLE = 3
/** … and from which on also at the beginning of longer words, and broken by a hyphen. */
const BEGINNING = 4
const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'
const SEPARATOR = /[\s‐‑–-]+/u
const BREAK = '(?:[‐‑–-]\\s?)?'
/** Soft hyphens, spaces of no width, marks of direction: what nobody sees. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu

/** Finds the words of a text in which one of some names is still read, whatever its letters' case: whole, at the beginning of a longer word, broken, spelt out, or with signs in it that are not seen. Everyday words are none. */
export function namesLeftIn(names: readonly string[]): (text: string) => string[] {
  const patterns = names.map((name) => name.normalize('NFC').replace(UNSEEN, '').trim()).flatMap((name) => [...patternsOf(name)])
  if (patterns.length === 0) return () => []
  const any = new RegExp(`${BEFORE}(?:${patterns.join('|')})`, 'giu')
  return (text) => (text.normalize('NFC').replace(UNSEEN, '').match(any) ?? []).filter((word) => !isEverydayWord(word))
}

function* patternsOf(name: string): Generator<string> {
  const letters = name.match(/[\p{L}\p{N}]/gu) ?? []
  if (letters.length < WHOLE) return
  const long = letters.length >= BEGINNING
  const words = name.split(SEPARATOR).filter((word) => word !== '')
  yield words.map((word) => (long ? broken(word) : escaped(word))).join('[\\s‐‑–-]*') + (long ? '[\\p{L}\\p{N}]*' : `(?:['’]?s)?${AFTER}`)
  if (/^\p{L}+$/u.test(name)) yield letters.join('[\\s‐‑–.·_*-]+') + AFTER
}

/** Numbers are none with a hyphen in them: 20-24. */
function broken(word: string): string {
  return Array.from(word, (sign, at) => (at > 0 && /\p{L}{2}/u.test(`${[...word][at - 1]}${sign}`) ? BREAK : '') + escaped(sign)).join('')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

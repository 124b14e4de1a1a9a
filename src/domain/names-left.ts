import { BEFORE_SMALL, edgeAfter, edgeBefore, escaped, joinedWords } from './name-edges.ts'
import type { Span } from './span.ts'
import { isEverydayWord } from './stop-words/stop-words.ts'

/** Letters and digits from which on a name is looked for in small letters too ("bo" is no Bo) … */
const WHOLE = 3
/** … and from which on also at the beginning of longer words, and broken by a hyphen. */
const BEGINNING = 4
const BREAK = '(?:[‐‑–-]\\s?)?'
/** Soft hyphens, spaces of no width, marks of direction: what nobody sees. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu

/**
 * Finds the words of a text in which one of some names is still read, whatever its letters' case: whole, at the beginning of a longer word,
 * broken, spelt out, glued to what capitals or digits part it from, or with signs in it that are not seen. Everyday words are none, nor is
 * what stands within one of the `covers`, where that stands whole.
 */
export function namesLeftIn(names: readonly string[], covers: readonly string[] = []): (text: string) => string[] {
  const plain = names.map(seen).filter((name) => name !== '')
  const patterns = plain.flatMap((name) => [...patternsOf(name)])
  if (patterns.length === 0) return () => []
  const any = new RegExp(`${BEFORE_SMALL}(?:${patterns.join('|')})`, 'giu')
  const glued = plain.filter((name) => /^\p{Lu}\p{L}{3}/u.test(name)).map((name) => joinedWords(name, escaped))
  const inner = glued.length > 0 ? new RegExp(`(?<=\\p{Ll})(?:${glued.join('|')})[\\p{L}\\p{N}]*`, 'gu') : undefined
  const covered = coverFinder(covers)
  return (text) => {
    const said = seen(text)
    const found = [...said.matchAll(any), ...(inner ? said.matchAll(inner) : [])].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      word,
    }))
    if (found.length === 0) return []
    const under = covered(said)
    return found.filter(({ start, end, word }) => !isEverydayWord(word) && !under.some((one) => one.start <= start && one.end >= end)).map(({ word }) => word)
  }
}

/** Where one of the covers stands as a word, with its genitive. */
function coverFinder(covers: readonly string[]): (text: string) => Span[] {
  const written = [...new Set(covers.map(seen))].filter((cover) => cover !== '').sort((a, b) => b.length - a.length)
  if (written.length === 0) return () => []
  const any = new RegExp(`(?<!\\p{L})(?:${written.map(escaped).join('|')})(?:['’]?s)?(?!\\p{L})`, 'gu')
  return (text) => [...text.matchAll(any)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }))
}

function* patternsOf(name: string): Generator<string> {
  const letters = name.match(/[\p{L}\p{N}]/gu) ?? []
  if (letters.length < WHOLE) return
  const long = letters.length >= BEGINNING
  const before = edgeBefore(name)
  yield before + joinedWords(name, long ? broken : escaped) + (long ? '[\\p{L}\\p{N}]*' : `(?:['’]?s)?${edgeAfter(name, true)}`)
  if (/^\p{L}+$/u.test(name)) yield `${before}${letters.join('[\\s‐‑–.·_*-]+')}(?![\\p{L}\\p{N}])`
}

/** Numbers are none with a hyphen in them: 20-24. */
function broken(word: string): string {
  return Array.from(word, (sign, at) => (at > 0 && /\p{L}{2}/u.test(`${[...word][at - 1]}${sign}`) ? BREAK : '') + escaped(sign)).join('')
}

function seen(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').trim()
}

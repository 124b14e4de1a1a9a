import { firstNames } from './first-names.ts'
import { BEFORE, edgeAfter, edgeBefore, escaped, joinedWords, SEPARATOR } from './name-edges.ts'
import { namesLeftIn } from './names-left.ts'
import { slugOf } from './slug.ts'
import type { Span } from './span.ts'
import { isEverydayWord } from './stop-words/stop-words.ts'

/** A name that people bear, and what stands for it; null where it may stay as it is. */
export type NameRule = { readonly name: string; readonly replacement: string | null }
/** Tells where names stand and what is put there, finds those that would still be read, and whether a word that stands alone is a name or a part of one, however it is written. */
export type Veil = {
  readonly places: (text: string) => NamePlace[]
  readonly left: (text: string) => string[]
  readonly bears: (word: string) => boolean
  /** Is a name read in an address or the name of a file, where letters are plain? */
  readonly readIn: (slug: string) => boolean
}
export type NamePlace = Span & { readonly put: string }

/**
 * Names go where they stand as whole words, in capitals too, with their genitive; between their words may stand what separates words in
 * titles, addresses and names of files. The longest goes first. What looks like a genitive but is a word (Finn, finns) stays: `isWord`
 * tells which words the texts write in small letters, beside those that everybody does.
 * `titles`: what stands for whole texts, and for those of several words wherever they stand.
 */
export function veilOf(rules: readonly NameRule[], isWord: (word: string) => boolean = () => false, titles: ReadonlyMap<string, string> = new Map()): Veil {
  const asked = rules.filter((rule): rule is { name: string; replacement: string } => rule.replacement !== null && rule.name.trim() !== '')
  if (asked.length + titles.size === 0) return { places: () => [], left: () => [], bears: () => false, readIn: () => false }
  const by = new Map(asked.flatMap(({ name, replacement }) => [name, name.toLocaleUpperCase('sv')].map((one) => [spaced(one), replacement] as const)))
  for (const [title, put] of titles) if (SEPARATOR.test(title.trim())) by.set(spaced(title), put)
  const names = [...by.keys()].sort((a, b) => b.length - a.length)
  const whole = new RegExp(`${BEFORE}(?:${names.map(wholeWord).join('|') || '(?!)'})`, 'gu')
  const stays = new Set(rules.filter(({ replacement }) => replacement === null).map(({ name }) => small(spaced(name))))
  const isOther = (word: string) => stays.has(small(word)) || isEverydayWord(word) || isWord(word)
  const find = namesLeftIn(
    asked.map(({ name }) => name),
    asked.map(({ replacement }) => replacement),
  )
  const parts = new Set(asked.flatMap(({ name }) => small(spaced(name)).split(SEPARATOR)))
  const putFor = replacementFinder(by)
  const findPlain = namesLeftIn(
    asked.map(({ name }) => slugOf(name, '')),
    asked.map(({ replacement }) => slugOf(replacement, '')),
  )
  return {
    places: (text) => {
      const title = titles.get(text)
      if (title !== undefined) return [{ start: 0, end: text.length, put: title }]
      return [...text.matchAll(whole)].flatMap(({ index, 0: all }) => {
        const put = putFor(all)
        const genitive = put === undefined ? /['’]?s$/u.exec(all)![0] : ''
        if (genitive === 's' && isOther(all)) return []
        return [{ start: index, end: index + all.length, put: (put ?? putFor(all.slice(0, -genitive.length))!) + genitive }]
      })
    },
    left: (text) => find(text).filter((word) => !stays.has(small(word))),
    readIn: (slug) => findPlain(slug).some((word) => !stays.has(small(word))),
    bears: (word) =>
      !stays.has(small(word)) &&
      (find(word).length > 0 || [word, word.replace(/['’]?s$/iu, '')].some((one) => parts.has(small(one)) && (isFirstName(one) || !isOther(one)))),
  }
}

/** What stands for a name as it is written: just so, else with what separates its words in its own way. */
function replacementFinder(by: ReadonlyMap<string, string>): (written: string) => string | undefined {
  const forms = [...by].map(([name, put]) => ({ form: new RegExp(`^${pattern(name)}$`, 'u'), put }))
  const found = new Map<string, string | undefined>()
  return (written) => {
    if (!found.has(written)) found.set(written, by.get(spaced(written)) ?? forms.find(({ form }) => form.test(written))?.put)
    return found.get(written)
  }
}

/** Parts of one text with the names in it replaced: one that lies over several parts stands in the first of them. */
export function veilParts(parts: readonly string[], places: readonly NamePlace[]): string[] {
  let at = 0
  let first = 0
  return parts.map((part) => {
    const from = at
    at += part.length
    let said = ''
    let next = from
    // Places come in the order of the text: those before this part are done with.
    while (first < places.length && places[first]!.end <= from) first++
    for (let one = first; one < places.length && places[one]!.start < at; one++) {
      const { start, end, put } = places[one]!
      said += part.slice(next - from, Math.max(start, from) - from) + (start >= from ? put : '')
      next = Math.min(end, at)
    }
    return said + part.slice(next - from)
  })
}

function isFirstName(word: string): boolean {
  return firstNames.has(word.charAt(0).toLocaleUpperCase('sv') + small(word.slice(1)))
}

function small(word: string): string {
  return word.toLocaleLowerCase('sv')
}

function spaced(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** A name with its genitive, where no word goes on before or after it. */
function wholeWord(name: string): string {
  return `${edgeBefore(name)}${pattern(name)}(?:['’]?s)?${edgeAfter(name)}`
}

function pattern(name: string): string {
  return joinedWords(spaced(name), escaped)
}

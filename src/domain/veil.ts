import { namesLeftIn } from './names-left.ts'
import type { Span } from './span.ts'
import { isEverydayWord } from './stop-words/stop-words.ts'

/** A name that people bear, and what stands for it; null where it may stay as it is. */
export type NameRule = { readonly name: string; readonly replacement: string | null }
/** Tells where names stand and what is put there, and finds those that would still be read. */
export type Veil = { readonly places: (text: string) => NamePlace[]; readonly left: (text: string) => string[] }
export type NamePlace = Span & { readonly put: string }

const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'

/**
 * Names go where they stand as whole words, in capitals too, with their genitive; spaces may be any. The longest goes first. What looks
 * like a genitive but is a word (Finn, finns) stays: `isWord` tells which words the texts write in small letters, beside those that everybody does.
 */
export function veilOf(rules: readonly NameRule[], isWord: (word: string) => boolean = () => false): Veil {
  const asked = rules.filter((rule): rule is { name: string; replacement: string } => rule.replacement !== null && rule.name.trim() !== '')
  if (asked.length === 0) return { places: () => [], left: () => [] }
  const by = new Map(asked.flatMap(({ name, replacement }) => [name, name.toLocaleUpperCase('sv')].map((one) => [spaced(one), replacement] as const)))
  const names = [...by.keys()].sort((a, b) => b.length - a.length)
  const whole = new RegExp(`${BEFORE}(${names.map(pattern).join('|')})(['’]?s)?${AFTER}`, 'gu')
  const stays = new Set(rules.filter(({ replacement }) => replacement === null).map(({ name }) => spaced(name).toLocaleLowerCase('sv')))
  const isOther = (word: string) => stays.has(word.toLocaleLowerCase('sv')) || isEverydayWord(word) || isWord(word)
  const find = namesLeftIn(asked.map(({ name }) => name))
  const covers = asked.map(({ replacement }) => replacement)
  return {
    places: (text) =>
      [...text.matchAll(whole)].flatMap(({ index, 0: all, 1: name, 2: genitive }) =>
        genitive === 's' && isOther(all) ? [] : [{ start: index, end: index + all.length, put: by.get(spaced(name!))! + (genitive ?? '') }],
      ),
    left: (text) => find(text).filter((word) => !stays.has(word.toLocaleLowerCase('sv')) && !covers.some((cover) => cover.includes(word))),
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

function spaced(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

function pattern(name: string): string {
  return spaced(name)
    .replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '[-‐‑]' : `\\${sign}`))
    .replaceAll(' ', '\\s+')
}

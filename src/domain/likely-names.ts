import { firstNames } from './first-names.ts'
import { isEverydayWord } from './stop-words/stop-words.ts'

/** A name that may have been left: how often it stands capitalised, whether it is a known first name, and the words round it the first time. */
export type LikelyName = { readonly name: string; readonly times: number; readonly known: boolean; readonly around: string }

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu
const AROUND = 50
type Seen = { times: number; around: string }

/** What texts that are looked through say of names: those that are likely, and whether a word is one that they write in small letters too. */
export type NamesRead = { readonly names: LikelyName[]; readonly isWord: (word: string) => boolean }

/**
 * Words that are likely to be names, as they are written: capitalised where no sentence begins, or known first names anywhere; but not
 * those that the texts write in small letters about as often. Capitalised words after each other are one name; a genitive counts as its
 * name where that stands alone too, and the two are no word. Known names first, then the most frequent; what is a word as well comes last.
 */
export function readNames(texts: Iterable<string>): NamesRead {
  const seen = new Map<string, Seen>()
  const small = new Map<string, number>()
  for (const text of texts) lookThrough(text, seen, small)
  const inSmall = (name: string) => small.get(name.toLocaleLowerCase('sv')) ?? 0
  for (const [name, { times }] of seen) {
    const owner = inSmall(name) > 0 ? undefined : seen.get(nameOfGenitive(name) ?? '')
    if (owner && seen.delete(name)) owner.times += times
  }
  const isKnown = (word: string) => firstNames.has(word) || (inSmall(word) === 0 && firstNames.has(nameOfGenitive(word) ?? ''))
  const names = [...seen]
    .filter(([name, { times }]) => name.includes(' ') || inSmall(name) < times / 2)
    .map(([name, one]) => ({ name, ...one, known: isKnown(name.split(' ')[0]!) }))
    .sort(
      (a, b) =>
        Number(inSmall(a.name) > 0) - Number(inSmall(b.name) > 0) ||
        Number(b.known) - Number(a.known) ||
        b.times - a.times ||
        a.name.localeCompare(b.name, 'sv'),
    )
  return { names, isWord: (word) => inSmall(word) > 0 }
}

function lookThrough(text: string, seen: Map<string, Seen>, small: Map<string, number>): void {
  let open: { name: string; start: number; end: number } | undefined
  const close = () => {
    if (open) note(seen, open.name, text, open.start, open.end)
    open = undefined
  }
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = written.replace(/[’'-]+$/, '')
    const end = index + written.length
    if (!isCapital(word)) {
      small.set(word, (small.get(word) ?? 0) + 1)
      close()
    } else if (open && text.slice(open.end, index) === ' ') open = { name: `${open.name} ${word}`, start: open.start, end }
    else {
      close()
      if (firstNames.has(word) || firstNames.has(nameOfGenitive(word) ?? '') || !beginsSentence(text, index)) open = { name: word, start: index, end }
    }
  }
  close()
}

function note(seen: Map<string, Seen>, name: string, text: string, start: number, end: number): void {
  const there = seen.get(name)
  if (there) there.times++
  else {
    const around = text
      .slice(Math.max(0, start - AROUND), end + AROUND)
      .replace(/\s+/g, ' ')
      .toWellFormed()
      .trim()
    seen.set(name, { times: 1, around })
  }
}

/** What a word is the genitive of, if it may be one. */
function nameOfGenitive(word: string): string | undefined {
  return isEverydayWord(word) ? undefined : /^(.{2,}?)[’']?s$/u.exec(word)?.[1]
}

/** A capital and then small letters: what is written in capitals alone is an abbreviation. */
function isCapital(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}/u.test(word)
}

function beginsSentence(text: string, index: number): boolean {
  let at = index - 1
  while (at >= 0 && /[ \t"”“»«'’(–—[\]-]/.test(text[at]!)) at--
  return at < 0 || /[\n.!?…:]/.test(text[at]!)
}

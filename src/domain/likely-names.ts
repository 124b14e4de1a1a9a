import { firstNames } from './first-names.ts'

/** A name that may have been left: how often it stands capitalised, whether it is a known first name, and the words round it the first time. */
export type LikelyName = { readonly name: string; readonly times: number; readonly known: boolean; readonly around: string }

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu
const AROUND = 50
type Seen = { times: number; around: string; known: boolean }

/**
 * Words that are likely to be names: capitalised where no sentence begins, or known first names anywhere; but not those that the texts
 * write in small letters about as often. Capitalised words after each other are one name. The most frequent first.
 */
export function likelyNames(texts: Iterable<string>): LikelyName[] {
  const seen = new Map<string, Seen>()
  const small = new Map<string, number>()
  for (const text of texts) lookThrough(text, seen, small)
  return [...seen]
    .filter(([name, { times }]) => name.includes(' ') || (small.get(name.toLocaleLowerCase('sv')) ?? 0) < times / 2)
    .map(([name, one]) => ({ name, ...one }))
    .sort((a, b) => Number(b.known) - Number(a.known) || b.times - a.times || a.name.localeCompare(b.name, 'sv'))
}

function lookThrough(text: string, seen: Map<string, Seen>, small: Map<string, number>): void {
  let open: { name: string; start: number; end: number } | undefined
  const close = () => {
    if (open) note(seen, open.name, text, open.start, open.end)
    open = undefined
  }
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length
    if (!isCapital(word)) {
      small.set(word, (small.get(word) ?? 0) + 1)
      close()
    } else if (open && text.slice(open.end, index) === ' ') open = { name: `${open.name} ${bare(word)}`, start: open.start, end }
    else {
      close()
      if (firstNames.has(bare(word)) || !beginsSentence(text, index)) open = { name: bare(word), start: index, end }
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
    seen.set(name, { times: 1, around, known: firstNames.has(name.split(' ')[0]!) })
  }
}

/** A capital and then small letters: what is written in capitals alone is an abbreviation. */
function isCapital(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}/u.test(word)
}

/** A name without its genitive, where what is left is one that is known. */
function bare(word: string): string {
  const plain = word.replace(/[’']s?$|[-]+$/, '')
  return !firstNames.has(plain) && plain.endsWith('s') && firstNames.has(plain.slice(0, -1)) ? plain.slice(0, -1) : plain
}

function beginsSentence(text: string, index: number): boolean {
  let at = index - 1
  while (at >= 0 && /[ \t"”“»«'’(–—[\]-]/.test(text[at]!)) at--
  return at < 0 || /[\n.!?…:]/.test(text[at]!)
}

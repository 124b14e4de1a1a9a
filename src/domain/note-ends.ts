import { type Block, type Run, runsOf } from './document.ts'

/** A note where it ends, and the words that it lies on, shortened in the middle: for formats that have no margin. */
export type NoteEnd = { readonly note: number; readonly words: string }

const SHOWN = { begin: 40, end: 20 }

/** For the run in which each note ends, those notes. */
export function noteEnds(blocks: readonly Block[]): ReadonlyMap<Run, readonly NoteEnd[]> {
  const last = new Map<number, Run>()
  const words = new Map<number, string[]>()
  for (const block of blocks) {
    if (!('style' in block)) continue
    for (const run of runsOf(block))
      for (const note of run.notes ?? []) {
        last.set(note, run)
        words.set(note, [...(words.get(note) ?? []), run.text])
      }
    // A paragraph ends its words: those of the next don't stick to them.
    for (const note of new Set(runsOf(block).flatMap(({ notes = [] }) => notes))) words.get(note)!.push(' ')
  }
  const ends = new Map<Run, NoteEnd[]>()
  for (const [note, run] of last) ends.set(run, [...(ends.get(run) ?? []), { note, words: shortened(words.get(note)!.join('')) }])
  return ends
}

function shortened(words: string): string {
  const letters = [...words.replace(/\s+/gu, ' ').trim()]
  if (letters.length <= SHOWN.begin + SHOWN.end + 3) return letters.join('')
  // No word is cut, where it has an edge nearby.
  const begin = letters
    .slice(0, SHOWN.begin)
    .join('')
    .replace(/\s+\S*$/u, '')
  return `${begin} … ${letters
    .slice(-SHOWN.end)
    .join('')
    .replace(/^\S*\s+/u, '')}`
}

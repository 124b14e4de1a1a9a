import type { MendedSpan } from './import-draft.ts'
import type { Repair } from './read-notes.ts'
import type { Unsaved } from './understand.ts'

/**
 * Where in a source's text the edits of its file were made. An edit's key ends with where it began in the raw text; every edit
 * before it that was made has moved it. What was taken out is marked at the character that now stands there.
 */
export function placesOfRepairs(repairs: readonly Repair[], { text, from = 0 }: Pick<Unsaved, 'text' | 'from'>): MendedSpan[] {
  const made = repairs
    .flatMap((repair) => repair.edits ?? [])
    .filter((edit) => !edit.refused)
    .map((edit) => ({ ...edit, at: Number(edit.key.slice(edit.key.lastIndexOf(':') + 1)) }))
    .sort((a, b) => a.at - b.at)
  const places: MendedSpan[] = []
  let moved = 0
  for (const { at, before, after } of made) {
    const start = at + moved - from
    moved += after.length - before.length
    if (start >= 0 && start < text.length) places.push({ kind: 'mended', start, end: start + 1, before, after })
  }
  return places
}

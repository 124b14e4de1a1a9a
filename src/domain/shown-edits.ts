import { around } from './around.ts'
import type { Repair, ShownEdit } from './read-notes.ts'
import { type EditKind, keyOfEdit, type TextEdit } from './text-edit.ts'

/** UTF-16 units shown at most at each side of an edit, cut between words. */
const AROUND = 24

/** The edits of a text as repairs, kind by kind: how many are made, and each with its words before and after. */
export function repairsOf(text: string, edits: readonly TextEdit[], refused: ReadonlySet<string>): Repair[] {
  const kinds = new Map<EditKind, ShownEdit[]>()
  for (const edit of edits) {
    const { before, after } = around(text, edit, AROUND)
    const shown = {
      key: keyOfEdit(edit),
      before: `${before}${text.slice(edit.start, edit.end)}${after}`.toWellFormed(),
      after: `${before}${edit.to}${after}`.toWellFormed(),
      refused: refused.has(edit.kind) || refused.has(keyOfEdit(edit)),
    }
    const known = kinds.get(edit.kind)
    if (known) known.push(shown)
    else kinds.set(edit.kind, [shown])
  }
  return [...kinds].map(([kind, shown]) => ({ kind, count: shown.filter((one) => !one.refused).length, edits: shown }))
}

import type { Repair, ShownEdit } from './read-source.ts'
import { type EditKind, keyOfEdit, type TextEdit } from './text-edit.ts'

/** UTF-16 units shown at most at each side of an edit, cut between words. */
const AROUND = 24

/** The edits of a text as repairs, kind by kind: how many are made, and each with its words before and after. */
export function repairsOf(text: string, edits: readonly TextEdit[], refused: ReadonlySet<string>): Repair[] {
  const kinds = new Map<EditKind, ShownEdit[]>()
  for (const edit of edits) {
    const left = edit.start > AROUND ? `…${text.slice(edit.start - AROUND, edit.start).replace(/^\S*\s+(?=\S)/, '')}` : text.slice(0, edit.start)
    const right = edit.end + AROUND < text.length ? `${text.slice(edit.end, edit.end + AROUND).replace(/(?<=\S)\s+\S*$/, '')}…` : text.slice(edit.end)
    const shown = {
      key: keyOfEdit(edit),
      before: `${left}${text.slice(edit.start, edit.end)}${right}`.toWellFormed(),
      after: `${left}${edit.to}${right}`.toWellFormed(),
      refused: refused.has(edit.kind) || refused.has(keyOfEdit(edit)),
    }
    const known = kinds.get(edit.kind)
    if (known) known.push(shown)
    else kinds.set(edit.kind, [shown])
  }
  return [...kinds].map(([kind, shown]) => ({ kind, count: shown.filter((one) => !one.refused).length, edits: shown }))
}

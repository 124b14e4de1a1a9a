import type { ActAbout, ActKind } from './act.ts'

type Groupable = { actorId: number; kind: ActKind; at: string; about: ActAbout; undoneBy: number | null }
/** Acts told as one: the newest of them, how many they are, and how many things they were about. */
export type ActGroup<A> = { act: A; acts: number; count: number }

/** Acts of one kind that one coder did to one source on one day after each other, told together. Undone acts and undoing are left out. Newest first, as they came. */
export function groupActs<A extends Groupable>(acts: readonly A[]): ActGroup<A>[] {
  const groups: ActGroup<A>[] = []
  for (const act of acts) {
    if (act.undoneBy !== null || act.kind === 'undo' || act.kind === 'redo') continue
    const last = groups.at(-1)
    const count = act.about.count ?? 1
    if (last && sameStretch(last.act, act)) {
      last.acts++
      last.count += count
    } else groups.push({ act, acts: 1, count })
  }
  return groups
}

function sameStretch(a: Groupable, b: Groupable): boolean {
  const same = a.kind === b.kind && a.actorId === b.actorId && a.about.sourceId === b.about.sourceId && a.at.slice(0, 10) === b.at.slice(0, 10)
  return same && (a.about.sourceId !== undefined || a.about.codeId === b.about.codeId) && a.kind === 'code-passage'
}

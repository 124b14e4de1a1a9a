/** A coded source: the codes put on it, and when its first coding was made. `order`: its place among the imported. */
export type CodedSource = { readonly sourceId: number; readonly codeIds: ReadonlySet<number>; readonly firstCoded: string; readonly order: number }
/** In which order sources are taken: as they were coded, or as they were imported. */
export const saturationOrders = ['coding', 'import'] as const
export type SaturationOrder = (typeof saturationOrders)[number]
/** What a source added: codes that none before it had, and how many there are with it. */
export type SaturationPoint = { readonly sourceId: number; readonly fresh: readonly number[]; readonly used: number; readonly total: number }

/** New codes source by source. The total never falls, and ends at the number of distinct codes in use. */
export function saturationOf(sources: readonly CodedSource[], order: SaturationOrder): SaturationPoint[] {
  const inOrder = [...sources].sort((a, b) =>
    order === 'coding' && a.firstCoded !== b.firstCoded ? (a.firstCoded < b.firstCoded ? -1 : 1) : a.order - b.order,
  )
  const met = new Set<number>()
  return inOrder.map(({ sourceId, codeIds }) => {
    const fresh = [...codeIds].filter((id) => !met.has(id))
    for (const id of fresh) met.add(id)
    return { sourceId, fresh, used: codeIds.size, total: met.size }
  })
}

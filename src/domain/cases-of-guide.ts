/** A case as it stands to guides: its sources, and whether it has an answer to the guide. */
type Asked = { readonly sourceIds: readonly number[]; readonly hasAnswer: boolean }

/** Whether a guide is for a case: one with a source that follows it or an answer to it, or without any source, for nothing says that it is for another. */
export function isGuideFor(guideId: number, { sourceIds, hasAnswer }: Asked, followed: ReadonlyMap<number, number | null>): boolean {
  return sourceIds.length === 0 || hasAnswer || sourceIds.some((id) => followed.get(id) === guideId)
}

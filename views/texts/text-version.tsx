type Props = { versionId: number; moved?: { after: number; by: number } | undefined }

/**
 * Which text the page shows, for what it sends. `#text-version` ← a corrected paragraph, which also says by how much the paragraphs
 * that begin at or after a place have moved.
 */
export function TextVersion({ versionId, moved }: Props) {
  return <span id="text-version" hidden data-version={versionId} data-after={moved?.after} data-by={moved?.by} />
}

import type { Preview } from '../../src/domain/import-draft.ts'
import { DraftFileSection } from './draft-file.tsx'
import { FileEntry } from './file-entry.tsx'

/** A file that was read again: its section, and its line in the list of files. */
export function DraftFileAnswer({ path, preview, n }: { path: string; preview: Preview; n: number }) {
  const file = preview.files[n]
  if (!file?.summary) return null
  return (
    <>
      <DraftFileSection path={path} file={file} files={preview.files.filter((one) => one.summary !== null).length} />
      <hx-partial hx-target={`#entry-${n}`} hx-swap="outerMorph">
        <FileEntry file={file} />
      </hx-partial>
      <hx-partial hx-target="#notices" hx-swap="innerHTML" />
    </>
  )
}

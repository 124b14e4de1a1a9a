import type { Preview, ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { DraftFileSection } from './draft-file.tsx'
import { EnterKeeps } from './enter-keeps.tsx'
import { FileEntry } from './file-entry.tsx'
import { SharedSpeakers } from './shared-speakers.tsx'

/** How every file of a draft was read: the list of files, and a form to set right what was guessed wrong. */
export function DraftPreview({ path, preview }: { path: string; preview: Preview }) {
  const { say } = useReader()
  const readable = preview.files.filter((file): file is ReadableFile => file.summary !== null)
  return (
    <>
      <header>
        <h1>{say(readable.length > 0 ? 'import.draft-title' : 'import.nothing-readable')}</h1>
        <p>{say(readable.length > 0 ? 'import.draft-lead' : 'import.nothing-readable-hint')}</p>
      </header>
      <nav aria-label={say('import.files')}>
        <ul class="files">
          {preview.files.map((file) => (
            <FileEntry file={file} />
          ))}
        </ul>
      </nav>
      <form class="import-main" method="post" action={`${path}/confirmation`} id="import">
        {readable[0] && <EnterKeeps action={`${path}/files/${readable[0].n}/reading`} />}
        <SharedSpeakers shared={preview.shared} />
        {readable.map((file) => (
          <DraftFileSection path={path} file={file} files={readable.length} />
        ))}
      </form>
    </>
  )
}

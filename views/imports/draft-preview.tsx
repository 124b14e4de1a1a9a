import type { Preview, PreviewFile } from '../../src/domain/import-draft.ts'
import { isTextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { DraftFileSection } from './draft-file.tsx'
import { SharedSpeakers } from './shared-speakers.tsx'

/** How every file of a draft was read: the list of files, and a form to set right what was guessed wrong. */
export function DraftPreview({ path, preview }: { path: string; preview: Preview }) {
  const { say } = useReader()
  const readable = preview.files.filter((file) => file.summary !== null)
  return (
    <>
      <header>
        <h1>{say(readable.length > 0 ? 'import.draft-title' : 'import.nothing-readable')}</h1>
        <p>{say(readable.length > 0 ? 'import.draft-lead' : 'import.nothing-readable-hint')}</p>
      </header>
      <nav aria-label={say('import.files')}>
        <ul class="files">
          {preview.files.map((file) => (
            <li>{file.summary ? <ReadEntry file={file} /> : <RefusedEntry name={file.name} said={file.refusal} />}</li>
          ))}
        </ul>
      </nav>
      <form class="import-main" method="post" action={`${path}/confirmation`} id="import">
        <SharedSpeakers shared={preview.shared} />
        {readable.map((file) => (
          <DraftFileSection path={path} file={file} />
        ))}
      </form>
    </>
  )
}

function ReadEntry({ file }: { file: PreviewFile & { summary: object } }) {
  const { say } = useReader()
  const { summary, twin, n, name } = file
  const look = summary.warnings.length + (twin ? 1 : 0)
  return (
    <a href={`#file-${n}`}>
      <b>{name}</b>
      <span>{say('import.facts', { case: summary.caseName ?? '–', words: summary.words, paragraphs: summary.paragraphs })}</span>
      {look > 0 ? <span class="needs-you">{twin ? say('import.twin') : say('import.look', { n: look })}</span> : <span>{say('import.ready')}</span>}
    </a>
  )
}

function RefusedEntry({ name, said }: { name: string; said: { key: string; values: Readonly<Record<string, string | number>> } }) {
  const { say } = useReader()
  return (
    <div class="refused">
      <b>{name}</b>
      <span class="needs-you">{say('import.unreadable')}</span>
      <span>{say(isTextKey(said.key) ? said.key : 'refusal.import-bug', said.values)}</span>
    </div>
  )
}

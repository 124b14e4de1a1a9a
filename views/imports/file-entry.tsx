import type { PreviewFile, ReadableFile } from '../../src/domain/import-draft.ts'
import { isTextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

/** One file in the list of a draft's files. `#entry-3` ← POST of how the file is to be read. */
export function FileEntry({ file }: { file: PreviewFile }) {
  return <li id={`entry-${file.n}`}>{file.summary ? <ReadEntry file={file} /> : <RefusedEntry name={file.name} said={file.refusal} />}</li>
}

function ReadEntry({ file }: { file: ReadableFile }) {
  const { say } = useReader()
  const { summary, sources, twin, n, name } = file
  const { words, paragraphs, count } = summary
  const look = summary.warnings.length
  return (
    <a href={`#file-${n}`}>
      <b>{name}</b>
      {count === 1 ? (
        <span>{say('import.facts', { case: sources[0]!.caseName ?? '–', words, paragraphs })}</span>
      ) : (
        <span>{words === 0 ? say('import.facts-cases', { n: count }) : say('import.facts-many', { n: count - summary.onlyCases, words })}</span>
      )}
      {twin !== null ? (
        <span class="needs-you">{say('import.twin')}</span>
      ) : look > 0 ? (
        <span class="needs-you">{say('import.look', { n: look })}</span>
      ) : (
        <span>{say('import.ready')}</span>
      )}
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

import type { ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { DraftNotes } from './draft-notes.tsx'
import { FileSources } from './file-sources.tsx'
import { FileSpeakers } from './file-speakers.tsx'
import { HowRead } from './how-read.tsx'
import { Leave } from './leave.tsx'
import { RepairTable } from './repair-table.tsx'

type Props = { path: string; file: ReadableFile; files: number }

/** One file of a draft: what was understood, each guess in a field. `#file-3` ← POST of how it is to be read. */
export function DraftFileSection({ path, file, files }: Props) {
  const { say } = useReader()
  const { n, name, summary } = file
  const one = summary.count === 1
  return (
    <section class="section draft-file" id={`file-${n}`} aria-labelledby={`name-${n}`}>
      <header>
        <h2 id={`name-${n}`}>{name}</h2>
        <span class="quiet">{sizeOf(say, file)}</span>
        {one && (
          <Leave action={`${path}/files/${n}/reading`} to="texts/0" label={`${say('import.read-text')}: ${name}`} push>
            {say('import.read-text')}
          </Leave>
        )}
      </header>
      <input type="hidden" name={`file.${n}`} value="1" />
      <FileSources path={path} file={file} />
      <DraftNotes file={file} />
      <RepairTable path={path} file={file} files={files} />
      <FileSpeakers file={file} files={files} />
      <HowRead path={path} file={file} />
    </section>
  )
}

function sizeOf(say: ReturnType<typeof useReader>['say'], { summary, reading }: ReadableFile): string {
  const rows = summary.kind === 'table' && reading.options.table !== 'questions'
  const { count, onlyCases, words, paragraphs, characters, questions, timestamps, attributes } = summary
  return [
    ...(count === 1 ? [] : [count === onlyCases ? say('import.facts-cases', { n: count }) : say('import.parts', { n: count - onlyCases })]),
    say('import.size', { words, paragraphs, characters }),
    ...(questions > 0 ? [say(rows ? 'import.open-answers' : 'import.questions', { n: questions })] : []),
    ...(timestamps > 0 ? [say('import.times', { n: timestamps })] : []),
    ...(attributes.length > 0 && count > 1 ? [say('import.attributes', { n: attributes.length })] : []),
  ].join(', ')
}

import type { ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

/** What somebody should look at in a file, what was repaired in form alone, and what does not come along. */
export function DraftNotes({ file: { summary, twin } }: { file: ReadableFile }) {
  const { say } = useReader()
  const check = summary.warnings.map((note) => say(`import.warning.${note.kind}`, valuesOf(note)))
  if (twin !== null) check.unshift(say('import.warning.same-file', { example: twin }))
  const formal = summary.repairs.filter((repair) => !repair.edits)
  const nothing = check.length + summary.repairs.length + summary.losses.length === 0
  if (!nothing && check.length + formal.length + summary.losses.length === 0) return null
  if (nothing) return <p class="quiet small draft-notes">{say('import.nothing-repaired')}</p>
  return (
    <dl class="draft-notes">
      <Notes title={say('import.to-check')} sentences={check} needed />
      <Notes title={say('import.repaired')} sentences={formal.map((note) => say(`import.repair.${note.kind}`, valuesOf(note)))} />
      <Notes title={say('import.lost')} sentences={summary.losses.map((note) => say(`import.loss.${note.kind}`, valuesOf(note)))} />
    </dl>
  )
}

function Notes({ title, sentences, needed }: { title: string; sentences: string[]; needed?: boolean }) {
  if (sentences.length === 0) return null
  return (
    <>
      <dt class={needed ? 'needs-you' : undefined}>{title}</dt>
      {sentences.map((sentence) => (
        <dd>{sentence}</dd>
      ))}
    </>
  )
}

function valuesOf({ count, example = '' }: { count: number; example?: string }) {
  return { count, example }
}

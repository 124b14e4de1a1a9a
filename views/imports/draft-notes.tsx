import type { ReadSummary } from '../../src/domain/read-source.ts'
import { useReader } from '../layout/reader.ts'

/** What was repaired in a file, what does not come along, and what somebody should look at. */
export function DraftNotes({ summary, twin }: { summary: ReadSummary; twin: string | null }) {
  const { say } = useReader()
  const check = summary.warnings.map((note) => say(`import.warning.${note.kind}`, valuesOf(note)))
  if (twin !== null) check.unshift(say('import.warning.same-file', { example: twin }))
  return (
    <dl class="draft-notes">
      <Notes title={say('import.to-check')} sentences={check} needed />
      <Notes title={say('import.repaired')} sentences={summary.repairs.map((note) => say(`import.repair.${note.kind}`, valuesOf(note)))} />
      <Notes title={say('import.lost')} sentences={summary.losses.map((note) => say(`import.loss.${note.kind}`, valuesOf(note)))} />
      {check.length + summary.repairs.length + summary.losses.length === 0 && <dd class="quiet">{say('import.nothing-repaired')}</dd>}
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

import type { Progress } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { RefreshOrCancel } from '../layout/refresh-or-cancel.tsx'

/** Files that are listed by name; with more, those that are being read. */
const LISTED = 40

/** How far the reading of a draft has come. `#reading` ← GET of the draft, which asks again until all is read. */
export function Reading({ path, progress }: { path: string; progress: Progress }) {
  const { say } = useReader()
  const said = say('import.reading', { done: progress.done, of: progress.of })
  const known = progress.files.filter(({ stage }) => stage !== 'waits' && stage !== 'reads').length
  const busy = progress.files.filter(({ stage }) => stage === 'reads' || stage === 'understands')
  const listed = progress.files.length > LISTED ? busy : progress.files
  return (
    <section class="page-head" id="reading" hx-get={path} hx-trigger="every 600ms" hx-target="this" hx-swap="outerMorph">
      <h1>{say('import.reading-title')}</h1>
      <p class="lead" role="status">
        {said}
      </p>
      <progress class="import-progress" max={progress.of * 2} value={known + progress.done} aria-label={said} />
      <ul class="stages">
        {listed.map(({ name, stage }) => (
          <li class={stage}>
            <b>{name}</b> <span>{say(`import.stage.${stage}`)}</span>
          </li>
        ))}
      </ul>
      <RefreshOrCancel path={path} />
    </section>
  )
}

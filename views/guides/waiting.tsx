import type { TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { RefreshOrCancel } from '../layout/refresh-or-cancel.tsx'

type Props = { path: string; title: TextKey; sentence: TextKey; progress: { done: number; of: number } }

/** How far a long piece of work has come. `#waiting` ← GET of its address, which asks again until it is done. */
export function Waiting({ path, title, sentence, progress }: Props) {
  const { say } = useReader()
  const said = say(sentence, progress)
  return (
    <section class="page-head" id="waiting" hx-get={path} hx-trigger="every 600ms" hx-target="this" hx-swap="outerHTML">
      <h1>{say(title)}</h1>
      <p class="lead" role="status">
        {said}
      </p>
      <progress class="import-progress" max={progress.of} value={progress.done} aria-label={said} />
      <RefreshOrCancel path={path} />
    </section>
  )
}

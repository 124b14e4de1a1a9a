import { useReader } from '../layout/reader.ts'
import { RefreshOrCancel } from '../layout/refresh-or-cancel.tsx'

type Props = { path: string; kind: 'read' | 'take'; progress: { done: number; of: number } }

/** How far the reading or the taking in of a file has come. `#reading` ← GET of the draft, which asks again until all is done. */
export function ExchangeWaiting({ path, kind, progress: { done, of } }: Props) {
  const { say } = useReader()
  const share = Math.floor((100 * done) / Math.max(1, of))
  const said = say(`exchange.${kind}-progress`, { share })
  return (
    <section class="page-head" id="reading" hx-get={path} hx-trigger="every 600ms" hx-target="this" hx-swap="outerMorph">
      <h1>{say(`exchange.${kind}-title`)}</h1>
      <p class="lead" role="status">
        {said}
      </p>
      <progress class="import-progress" max={100} value={share} aria-label={said} />
      <RefreshOrCancel path={path} />
    </section>
  )
}

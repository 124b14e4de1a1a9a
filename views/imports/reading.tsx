import { useReader } from '../layout/reader.ts'

/** How far the reading of a draft has come. `#reading` ← GET of the draft, which asks again until all is read. */
export function Reading({ path, progress }: { path: string; progress: { done: number; of: number } }) {
  const { say } = useReader()
  const said = say('import.reading', progress)
  return (
    <section class="page-head" id="reading" hx-get={path} hx-trigger="every 600ms" hx-target="this" hx-swap="outerHTML">
      <h1>{say('import.reading-title')}</h1>
      <p class="lead" role="status">
        {said}
      </p>
      <progress class="import-progress" max={progress.of} value={progress.done} aria-label={said} />
      <div class="row">
        <a class="button" href={path}>
          {say('import.refresh')}
        </a>
        <form method="post" action={`${path}/cancellation`}>
          <button class="button bare" type="submit">
            {say('act.cancel')}
          </button>
        </form>
      </div>
    </section>
  )
}

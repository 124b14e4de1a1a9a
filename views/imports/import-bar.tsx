import type { Preview, ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

/** Confirm or cancel a draft. The island import-count.js keeps the number on the button right. */
export function ImportBar({ path, preview }: { path: string; preview: Preview }) {
  const { say } = useReader()
  const readable = preview.files.filter((file): file is ReadableFile => file.summary !== null)
  const chosen = readable.filter((file) => file.keep)
  const ticked = chosen.reduce((sum, { kept }) => sum + kept.sources, 0)
  const cases = chosen.reduce((sum, { kept }) => sum + kept.cases, 0)
  const skipped = preview.files.length - chosen.length
  return (
    <section class="action-bar" aria-label={say('import.title')}>
      {readable.length > 0 ? (
        <button
          class="button first"
          type="submit"
          form="import"
          data-one={say('import.confirm-n', { n: 1 })}
          data-many={say('import.confirm-n', { n: 2 })}
          data-one-case={say('import.confirm-cases', { n: 1 })}
          data-many-cases={say('import.confirm-cases', { n: 2 })}
          data-busy={say('import.confirming')}
        >
          {ticked === 0 && cases > 0 ? say('import.confirm-cases', { n: cases }) : say('import.confirm-n', { n: ticked })}
        </button>
      ) : (
        <a class="button first" href={path.slice(0, path.lastIndexOf('/'))}>
          {say('import.again')}
        </a>
      )}
      <form method="post" action={`${path}/cancellation`}>
        <button class="button" type="submit">
          {say('act.cancel')}
        </button>
      </form>
      {readable.length > 0 && <span class="quiet small wide">{skipped > 0 ? say('import.after', { skipped }) : say('import.after-none')}</span>}
    </section>
  )
}

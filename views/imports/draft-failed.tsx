import type { Said } from '../../src/domain/import-draft.ts'
import { isTextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

/** A draft whose reading could not go on: why, and the way to try again. */
export function DraftFailed({ path, said }: { path: string; said: Said }) {
  const { say } = useReader()
  return (
    <section class="page-head" id="reading">
      <h1>{say('import.reading-failed')}</h1>
      <p class="lead" role="alert">
        {say(isTextKey(said.key) ? said.key : 'error.bug', said.values)}
      </p>
      <div class="row">
        <form method="post" action={`${path}/reading`}>
          <button class="button first" type="submit">
            {say('import.try-again')}
          </button>
        </form>
        <form method="post" action={`${path}/cancellation`}>
          <button class="button" type="submit">
            {say('act.cancel')}
          </button>
        </form>
      </div>
    </section>
  )
}

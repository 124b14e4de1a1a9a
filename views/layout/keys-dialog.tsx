import { places } from './page.tsx'
import { useReader } from './reader.ts'

const keys = ['search', 'help', 'close', 'undo', 'redo'] as const
const coding = ['next', 'uncoded', 'same-code', 'only', 'select', 'widen', 'pick', 'theme', 'again', 'recode', 'edge', 'memo', 'correct', 'remove'] as const

/** Every key, on `?`. Opened by keys.js; a form closes it, so that no script is needed for that. */
export function KeysDialog({ project }: { project: { slug: string } | undefined }) {
  const { say } = useReader()
  return (
    <dialog id="keys" class="all-keys" aria-labelledby="keys-title">
      <header class="row">
        <h2 id="keys-title">{say('keys.title')}</h2>
        <form method="dialog" class="push">
          <button class="button bare" type="submit">
            {say('act.close')} <kbd aria-hidden="true">Esc</kbd>
          </button>
        </form>
      </header>
      <div class="all-keys-columns">
        <KeyList title={say('keys.everywhere')} rows={keys.map((key) => [say(`keys.key-${key}`), say(`keys.does-${key}`)])} />
        {project && <KeyList title={say('keys.go-to')} rows={places.map((place) => [`G ${say(`keys.place-${place}`).toUpperCase()}`, say(`nav.${place}`)])} />}
        {project && <KeyList title={say('keys.on-source')} rows={coding.map((key) => [say(`keys.key-${key}`), say(`keys.does-${key}`)])} />}
      </div>
      <p class="quiet small">{say('keys.off-while-typing')}</p>
    </dialog>
  )
}

function KeyList({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="all-keys-list">
        {rows.map(([key, does]) => (
          <div>
            <dt>
              {key.split(' ').map((one) => (
                <kbd>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

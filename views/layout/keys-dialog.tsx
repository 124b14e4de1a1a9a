import type { TextKey } from '../../src/texts/catalogue.ts'
import { keyMap } from '../assets/key-map.js'
import { places } from './places.ts'
import { useReader } from './reader.ts'
import { writtenOnce } from './written-once.ts'

const anywhere = ['everywhere', 'list', 'book', 'quotations', 'framework', 'themes'] as const
const onSources = ['move', 'select', 'code', 'coding', 'picker'] as const

/** Every key, on `?`, as the map of keys has them. Opened by keys.js; a form closes it, so that no script is needed for that. */
export function KeysDialog({ project }: { project: { slug: string } | undefined }) {
  const { say, path, reading } = useReader()
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
      {writtenOnce(say, `keys ${project !== undefined}`, () => (
        <KeyLists project={project} />
      ))}
      <p class="quiet small">
        {say(reading.keys === 'off' ? 'keys.off' : 'keys.off-while-typing')}{' '}
        <a href={`/settings?back=${encodeURIComponent(path)}`}>{say('keys.to-settings')}</a>
      </p>
    </dialog>
  )
}

function KeyLists({ project }: { project: object | undefined }) {
  const { say } = useReader()
  return (
    <div class="all-keys-columns">
      {(project ? onSources : []).map((where) => (
        <KeyList where={where} />
      ))}
      {anywhere.map((where) => (
        <KeyList where={where} />
      ))}
      {project && (
        <section>
          <h3>{say('keys.go-to')}</h3>
          <dl class="all-keys-list">
            {places.map((place) => (
              <KeyRow keys={['G', say(`keys.place-${place}`).toUpperCase()]} does={say(`nav.${place}`)} />
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}

function KeyList({ where }: { where: (typeof anywhere | typeof onSources)[number] }) {
  const { say } = useReader()
  const nameOf = useNameOf()
  const entries = keyMap.filter((entry) => entry.where === where)
  return (
    <section>
      <h3>{say(`keys.where-${where}`)}</h3>
      <dl class="all-keys-list">
        {[...new Set(entries.map((entry) => entry.row))].map((row) => (
          <KeyRow
            keys={shownOf(entries.filter((entry) => entry.row === row).map((entry) => entry.keys)).map(nameOf)}
            does={say(`keys.does-${row}` as TextKey)}
          />
        ))}
      </dl>
    </section>
  )
}

/** One key of each act, or two; a row of digits is its ends, what is held with them said once. */
function shownOf(keys: readonly (readonly string[])[]): string[] {
  return keys.flatMap((of) => (of.length > 2 ? [of[0]!, '…', of.at(-1)!.replace(/^.*\+/, '')] : keys.length > 1 ? of.slice(0, 1) : of))
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div>
      <dt>{keys.map((key) => (key === '…' ? <span>…</span> : <kbd>{key}</kbd>))}</dt>
      <dd>{does}</dd>
    </div>
  )
}

const signs: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Enter: '⏎' }

/** A chord as it stands on the keys: `Shift+Digit1` is "Skift 1". */
function useNameOf(): (chord: string) => string {
  const { say } = useReader()
  const said: Record<string, string> = { Shift: say('keys.shift'), ' ': say('keys.space') }
  return (chord) =>
    chord
      .split('+')
      .map((part) => said[part] ?? signs[part] ?? part.replace(/^(Digit|Key)/, '').replace(/^\p{Ll}$/u, (letter) => letter.toUpperCase()))
      .join(' ')
}

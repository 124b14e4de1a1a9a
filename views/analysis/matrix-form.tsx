import { matrixOfs, matrixValues } from '../../src/domain/matrix.ts'
import { useReader } from '../layout/reader.ts'
import { Option } from '../layout/select.tsx'
import { type MatrixWishes, matrixAddress, turned } from './matrix-address.ts'

export type MatrixChoices = {
  attributes: readonly { name: string; type: string }[]
  coders: readonly { id: number; name: string }[]
  themes: readonly { id: number; key: string; label: string }[]
  /** Conditions on attributes, in the filter's text form. */
  conditions: readonly { attribute: string; label: string; filter: string }[]
  /** Names of saved filters. */
  sets: readonly string[]
}
type Props = { slug: string; choices: MatrixChoices; wishes: MatrixWishes; sentence: string; exporting: string }

/** What is counted, as a sentence with choices in it. A plain form: it asks for the same page. */
export function MatrixForm({ slug, choices, wishes, sentence, exporting }: Props) {
  const { say } = useReader()
  const narrowed = sentence !== ''
  return (
    <form id="wish" action={`/projects/${slug}/matrix`} data-island="matrix-form">
      <p class="sentence">
        <Chosen name="value" label={say('matrix.value')} now={wishes.value} choices={matrixValues.map((one) => [one, say(`matrix.value.${one}`)])} />{' '}
        {wishes.value !== 'binary' && (
          <Chosen name="of" label={say('matrix.of')} now={wishes.of} choices={matrixOfs.map((one) => [one, say(`matrix.as.${one || 'is'}`)])} />
        )}{' '}
        {say('matrix.for-each')} <Chosen name="rows" label={say('matrix.rows')} now={wishes.rows} choices={useSides(choices)} /> {say('matrix.and')}{' '}
        <Chosen name="columns" label={say('matrix.columns')} now={wishes.columns} choices={useSides(choices)} />
        {narrowed ? `. ${say('filter.only', { sentence })}` : `, ${say('matrix.of-all')}`}
      </p>
      <Kept wishes={wishes} />
      <details class="narrowing" open={narrowed}>
        <summary class="button">
          {say('filter.open')} <kbd aria-hidden="true">F</kbd>
        </summary>
        <Narrowing choices={choices} wishes={wishes} slug={slug} />
      </details>
      <div class="controls">
        <label class="check">
          <input type="checkbox" name="empty" value="hide" checked={wishes.hideEmpty} /> {say('matrix.hide-empty')}
        </label>
        <button class="button" type="submit">
          {say('filter.apply')}
        </button>
        <a class="button" href={matrixAddress(slug, wishes, turned(wishes))}>
          {say('matrix.turn')}
        </a>
        {narrowed && <a href={matrixAddress(slug, wishes, nothingNarrowed)}>{say('filter.clear')}</a>}
        {(wishes.sort || wishes.sortcolumns || wishes.pinrows.length > 0 || wishes.pincolumns.length > 0) && (
          <a href={matrixAddress(slug, wishes, { sort: '', sortcolumns: '', pinrows: [], pincolumns: [] })}>{say('matrix.as-it-was')}</a>
        )}
        <span class="push row">
          {say('act.download')}{' '}
          {['xlsx', 'csv', 'docx', 'json'].map((format) => (
            <a href={`/projects/${slug}/exports/matrix.${format}?${exporting}`}>{format}</a>
          ))}
        </span>
      </div>
    </form>
  )
}

const nothingNarrowed = { filter: '', set: '', attribute: '', coder: undefined, theme: undefined } as const

/** What goes along when something else is chosen: the order and the pins; and the sides as they were, should somebody choose the same for both. */
function Kept({ wishes }: { wishes: MatrixWishes }) {
  const { sort, sortcolumns, pinrows, pincolumns, rows, columns } = wishes
  const kept = { sort, sortcolumns, pinrows: pinrows.join('.'), pincolumns: pincolumns.join('.'), before: `${rows}|${columns}` }
  return (
    <>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** Everything that can stand along a side, in groups of one kind. */
function useSides(choices: MatrixChoices): (readonly [string, string])[] {
  const { say } = useReader()
  const plain = ['cases', 'sources', 'questions', 'coders', 'speakers'] as const
  return [
    ['codes', say('matrix.side.codes')],
    ['themes', say('matrix.side.themes')],
    ...choices.themes.map(({ id, key, label }) => [`code:#${id}`, say('matrix.side.code', { key, label })] as const),
    ...plain.map((side) => [side, say(`matrix.side.${side}`)] as const),
    ...choices.attributes.map(({ name }) => [`attribute:${name}`, name] as const),
  ]
}

function Chosen({ name, label, now, choices }: { name: string; label: string; now: string; choices: readonly (readonly [string, string])[] }) {
  return (
    <>
      <label class="vh" for={name}>
        {label}
      </label>
      <select id={name} name={name}>
        {choices.map(([value, words]) => (
          <Option value={value} now={now} label={words} />
        ))}
        {!choices.some(([value]) => value === now) && <Option value={now} now={now} label={now} />}
      </select>
    </>
  )
}

function Narrowing({ choices, wishes, slug }: Pick<Props, 'choices' | 'wishes' | 'slug'>) {
  const { say, coderName } = useReader()
  const groups = [...new Set(choices.conditions.map(({ attribute }) => attribute))]
  const isNumber = (side: string) => choices.attributes.some(({ name, type }) => type === 'number' && side === `attribute:${name}`)
  return (
    <div class="narrowing-fields">
      {choices.sets.length > 0 && (
        <Field name="set" label={say('set.one')}>
          <option value="">{say('set.none')}</option>
          {choices.sets.map((name) => (
            <Option value={name} now={wishes.set} label={name} />
          ))}
        </Field>
      )}
      <Field name="coder" label={say('matrix.coder')}>
        <option value="">{say('matrix.any-coder')}</option>
        {choices.coders.map(({ id, name }) => (
          <Option value={`${id}`} now={`${wishes.coder}`} label={coderName(name)} />
        ))}
      </Field>
      <Field name="theme" label={say('matrix.theme')}>
        <option value="">{say('matrix.any-theme')}</option>
        {choices.themes.map(({ id, key, label }) => (
          <Option value={`${id}`} now={`${wishes.theme}`} label={`${key} ${label}`} />
        ))}
      </Field>
      <Field name="attribute" label={say('matrix.attribute')}>
        <option value="">{say('matrix.any-attribute')}</option>
        {groups.map((name) => (
          <optgroup label={name}>
            {choices.conditions
              .filter(({ attribute }) => attribute === name)
              .map(({ label, filter }) => (
                <Option value={filter} now={wishes.attribute} label={label} />
              ))}
          </optgroup>
        ))}
      </Field>
      {isNumber(wishes.columns) && <Cuts name="cuts" value={wishes.cuts} />}
      {isNumber(wishes.rows) && <Cuts name="rowcuts" value={wishes.rowcuts} />}
      <div class="field wide">
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name="filter" value={wishes.filter} autocomplete="off" spellcheck={false} aria-describedby="filter-hint" />
        <span class="hint" id="filter-hint">
          {say('filter.hint')} <a href={`/projects/${slug}/sets`}>{say('set.to-all')}</a>
        </span>
      </div>
    </div>
  )
}

function Field({ name, label, children }: { name: string; label: string; children?: unknown }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {children as never}
      </select>
    </div>
  )
}

/** Where groups of numbers are cut: as they are now, until somebody says otherwise. */
function Cuts({ name, value }: { name: string; value: string }) {
  const { say } = useReader()
  return (
    <div class="field">
      <label for={name}>{say('matrix.cuts')}</label>
      <input id={name} name={name} value={value} inputmode="numeric" placeholder="5000; 10000" autocomplete="off" />
    </div>
  )
}

import { useReader } from '../layout/reader.ts'

export type MatrixWishes = {
  value: 'quotations' | 'cases'
  columns: string
  filter: string
  coder: number | undefined
  theme: number | undefined
  attribute: string
  cuts: string
  hideEmpty: boolean
}
export type MatrixChoices = {
  attributes: readonly { name: string; type: string }[]
  coders: readonly { id: number; name: string }[]
  themes: readonly { id: number; key: string; label: string }[]
  /** Conditions on attributes, in the filter's text form. */
  conditions: readonly { attribute: string; label: string; filter: string }[]
}
type Props = { slug: string; choices: MatrixChoices; wishes: MatrixWishes; sentence: string; exporting: string }

/** What is counted, as a sentence with choices in it. A plain form: it asks for the same page. */
export function MatrixForm({ slug, choices, wishes, sentence, exporting }: Props) {
  const { say } = useReader()
  const narrowed = sentence !== ''
  return (
    <form id="wish" action={`/projects/${slug}/matrix`} data-island="matrix-form">
      <p class="sentence">
        <label class="vh" for="value">
          {say('matrix.value')}
        </label>
        <select id="value" name="value">
          <Choice value="quotations" now={wishes.value} label={say('matrix.value.quotations')} />
          <Choice value="cases" now={wishes.value} label={say('matrix.value.cases')} />
        </select>{' '}
        {say('matrix.for-each')}{' '}
        <label class="vh" for="columns">
          {say('matrix.columns')}
        </label>
        <select id="columns" name="columns">
          <Choice value="cases" now={wishes.columns} label={say('matrix.columns.cases')} />
          {choices.attributes.map(({ name }) => (
            <Choice value={`attribute:${name}`} now={wishes.columns} label={name} />
          ))}
        </select>
        {narrowed ? `. ${say('filter.only', { sentence })}` : `, ${say('matrix.of-all')}`}
      </p>
      <details class="narrowing" open={narrowed}>
        <summary class="button">
          {say('filter.open')} <kbd aria-hidden="true">F</kbd>
        </summary>
        <Narrowing choices={choices} wishes={wishes} />
      </details>
      <div class="controls">
        <label class="check">
          <input type="checkbox" name="empty" value="hide" checked={wishes.hideEmpty} /> {say('matrix.hide-empty')}
        </label>
        <button class="button" type="submit">
          {say('filter.apply')}
        </button>
        {narrowed && <a href={`/projects/${slug}/matrix`}>{say('filter.clear')}</a>}
        <span class="push row">
          {say('act.download')} <a href={`/projects/${slug}/exports/matrix.xlsx?${exporting}`}>xlsx</a>
          <a href={`/projects/${slug}/exports/matrix.csv?${exporting}`}>csv</a>
        </span>
      </div>
    </form>
  )
}

function Narrowing({ choices, wishes }: Pick<Props, 'choices' | 'wishes'>) {
  const { say, coderName } = useReader()
  const groups = [...new Set(choices.conditions.map(({ attribute }) => attribute))]
  return (
    <div class="narrowing-fields">
      <div class="field">
        <label for="coder">{say('matrix.coder')}</label>
        <select id="coder" name="coder">
          <option value="">{say('matrix.any-coder')}</option>
          {choices.coders.map(({ id, name }) => (
            <Choice value={`${id}`} now={`${wishes.coder}`} label={coderName(name)} />
          ))}
        </select>
      </div>
      <div class="field">
        <label for="theme">{say('matrix.theme')}</label>
        <select id="theme" name="theme">
          <option value="">{say('matrix.any-theme')}</option>
          {choices.themes.map(({ id, key, label }) => (
            <Choice value={`${id}`} now={`${wishes.theme}`} label={`${key} ${label}`} />
          ))}
        </select>
      </div>
      <div class="field">
        <label for="attribute">{say('matrix.attribute')}</label>
        <select id="attribute" name="attribute">
          <option value="">{say('matrix.any-attribute')}</option>
          {groups.map((name) => (
            <optgroup label={name}>
              {choices.conditions
                .filter(({ attribute }) => attribute === name)
                .map(({ label, filter }) => (
                  <Choice value={filter} now={wishes.attribute} label={label} />
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {choices.attributes.some(({ name, type }) => type === 'number' && wishes.columns === `attribute:${name}`) && (
        <div class="field">
          <label for="cuts">{say('matrix.cuts')}</label>
          <input id="cuts" name="cuts" value={wishes.cuts} inputmode="numeric" placeholder="5000; 10000" autocomplete="off" />
        </div>
      )}
      <div class="field wide">
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name="filter" value={wishes.filter} autocomplete="off" spellcheck={false} aria-describedby="filter-hint" />
        <span class="hint" id="filter-hint">
          {say('filter.hint')}
        </span>
      </div>
    </div>
  )
}

function Choice({ value, now, label }: { value: string; now: string; label: string }) {
  return (
    <option value={value} selected={value === now}>
      {label}
    </option>
  )
}

import { useReader } from '../layout/reader.ts'
import type { FrameworkWishes } from './framework-address.ts'

export type FrameworkChoices = {
  themes: readonly { id: number; key: string; label: string }[]
  guides: readonly { id: number; name: string }[]
  attributes: readonly { id: number; name: string }[]
}
type Props = { base: string; wishes: FrameworkWishes; choices: FrameworkChoices; sentence: string }

/** What stands across and how cases are grouped, as a sentence with choices in it. A plain form: it asks for the same page. */
export function FrameworkForm({ base, wishes, choices, sentence }: Props) {
  const { say } = useReader()
  const exporting = new URLSearchParams({
    topics: wishes.topics,
    ...(wishes.by !== undefined && { by: `${wishes.by}` }),
    ...(wishes.filter && { filter: wishes.filter }),
  })
  return (
    <form id="wish" action={`${base}/framework`} data-island="matrix-form">
      <p class="sentence">
        {say('framework.sentence')}{' '}
        <label>
          <span class="vh">{say('framework.topics')}</span>
          <select name="topics">
            <Option value="themes" now={wishes.topics} label={say('framework.topics-themes')} />
            {choices.guides.map(({ id, name }) => (
              <Option value={`guide:${id}`} now={wishes.topics} label={say('framework.topics-guide', { name })} />
            ))}
            {choices.themes.map(({ id, key, label }) => (
              <Option value={`code:#${id}`} now={wishes.topics} label={say('matrix.side.code', { key, label })} />
            ))}
          </select>
        </label>{' '}
        {say('framework.by')}{' '}
        <label>
          <span class="vh">{say('framework.grouped-by')}</span>
          <select name="by">
            <Option value="" now={`${wishes.by ?? ''}`} label={say('framework.by-none')} />
            {choices.attributes.map(({ id, name }) => (
              <Option value={`${id}`} now={`${wishes.by ?? ''}`} label={name} />
            ))}
          </select>
        </label>
        {sentence && ` ${say('filter.only', { sentence })}`}
      </p>
      <div class="controls">
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name="filter" value={wishes.filter} autocomplete="off" spellcheck={false} />
        <button class="button" type="submit">
          {say('filter.apply')}
        </button>
        <span class="push row">
          {say('act.download')}
          {['docx', 'xlsx', 'csv', 'json'].map((format) => (
            <a href={`${base}/exports/framework.${format}?${exporting}`}>{format}</a>
          ))}
        </span>
      </div>
    </form>
  )
}

function Option({ value, now, label }: { value: string; now: string; label: string }) {
  return (
    <option value={value} selected={value === now}>
      {label}
    </option>
  )
}

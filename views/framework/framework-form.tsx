import { useReader } from '../layout/reader.ts'
import { type Choice, Select } from '../layout/select.tsx'
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
        <Select name="topics" label={<span class="vh">{say('framework.topics')}</span>} chosen={wishes.topics} options={useTopics(choices)} />{' '}
        {say('framework.by')}{' '}
        <Select
          name="by"
          label={<span class="vh">{say('framework.grouped-by')}</span>}
          all={say('framework.by-none')}
          chosen={wishes.by}
          options={choices.attributes.map(({ id, name }) => ({ value: `${id}`, label: name }))}
        />
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

/** What can stand across: the themes, the questions of a guide, or the codes of one theme. */
function useTopics({ guides, themes }: FrameworkChoices): Choice[] {
  const { say } = useReader()
  return [
    { value: 'themes', label: say('framework.topics-themes') },
    ...guides.map(({ id, name }) => ({ value: `guide:${id}`, label: say('framework.topics-guide', { name }) })),
    ...themes.map(({ id, key, label }) => ({ value: `code:#${id}`, label: say('matrix.side.code', { key, label }) })),
  ]
}

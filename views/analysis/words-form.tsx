import type { CloudChoices } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, formatGroup } from '../../src/domain/cloud-request.ts'
import type { WordOrder } from '../../src/domain/word-list.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { Count, Cuts, Hidden } from './cloud-form.tsx'

type Option = { value: string; label: string }
type Props = { slug: string; request: CloudRequest; order: WordOrder; choices: CloudChoices; cuts: string; groups: readonly Option[] }

/** Whose words are counted, and against whose, as a sentence with choices. */
export function WordsForm({ slug, request, order, choices, cuts, groups }: Props) {
  const { say, coderName } = useReader()
  const codes = choices.codes.map(({ id, key, label, depth }) => ({ value: `${id}`, label: `${'\u2003'.repeat(depth)}${key} ${label}` }))
  const coders = choices.coders.map(({ id, name }) => ({ value: `${id}`, label: coderName(name) }))
  const orders = (['keyness', 'count', 'units', 'word'] as const).filter((one) => one !== 'keyness' || request.beside)
  const written = (group: CloudRequest['group']) => group && formatGroup(group)
  return (
    <form action={`/projects/${slug}/words`} class="cloud-form" aria-label={say('words.form')}>
      <p class="sentence">
        <Select name="theme" label={say('words.theme')} all={say('cloud.theme-all')} chosen={request.themeId} options={codes} />{' '}
        <Select name="coder" label={say('cloud.coder')} all={say('cloud.coder-all')} chosen={request.coderId} options={coders} />
        {groups.length > 0 && (
          <>
            {' '}
            <Select name="group" label={say('cloud.group')} all={say('cloud.group-all')} chosen={written(request.group)} options={groups} />{' '}
            <Select name="beside" label={say('words.against')} all={say('cloud.beside-none')} chosen={written(request.beside)} options={groups} />
          </>
        )}
      </p>
      {request.filter && <input type="hidden" name="filter" value={request.filter} />}
      {request.caseId && <input type="hidden" name="case" value={String(request.caseId)} />}
      <div class="controls">
        <Cuts value={cuts} choices={choices} />
        <Select
          name="order"
          label={say('words.order')}
          chosen={order}
          options={orders.map((value) => ({ value, label: say(value === 'units' ? 'words.by-units' : `words.by-${value}`) }))}
        />
        <Count name="least" label={say('cloud.least')} value={request.least} max={9999} />
        <label class="row">
          {say('cloud.without')}
          <input name="without" value={request.without.join(', ')} placeholder={say('cloud.without-hint')} maxlength={4000} autocomplete="off" />
        </label>
        <button class="button first" type="submit">
          {say('words.show')}
        </button>
      </div>
      {request.without.length > 0 && <Hidden slug={slug} request={request} page="words" />}
    </form>
  )
}

import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'

export type BasesWishes = { chain: string; kind: string; at: number | undefined }

export function basesQuery({ chain, kind, at }: BasesWishes): URLSearchParams {
  return new URLSearchParams({ ...(chain && { chain }), ...(kind && { kind }), ...(at !== undefined && { at: `${at}` }) })
}

type Props = {
  slug: string
  bases: { kinds: readonly string[]; steps: readonly { own: string }[]; at: number }
  wishes: BasesWishes
  conditions: readonly { attribute: string; label: string; filter: string }[]
}

/** One more step for the chain, from a value that stands or a condition that is written; an ordinary form that asks for the page with it. */
export function BasesForm({ slug, bases, wishes, conditions }: Props) {
  const { say } = useReader()
  const steps = [
    { value: '0', label: say('bases.of-all') },
    ...bases.steps.map((_, at) => ({ value: `${at + 1}`, label: say('bases.of-step', { n: at + 1 }) })),
  ]
  const attributes = [...new Set(conditions.map(({ attribute }) => attribute))]
  return (
    <form class="analysis-form next-base" action={`/projects/${slug}/bases`}>
      <h3>{say('bases.add')}</h3>
      <input type="hidden" name="chain" value={wishes.chain} />
      <p class="sentence">
        <Select name="of" label={say('bases.of')} chosen={bases.at} options={steps} />
        {bases.kinds.length > 1 && (
          <>
            {'. '}
            <Select
              name="kind"
              label={say('bases.kind')}
              all={say('bases.any-kind')}
              chosen={wishes.kind}
              options={bases.kinds.map((value) => ({ value, label: value }))}
            />
          </>
        )}
        {bases.kinds.length <= 1 && wishes.kind && <input type="hidden" name="kind" value={wishes.kind} />}
      </p>
      <div class="controls filter-field">
        <label for="add">{say('bases.add-condition')}</label>
        <select id="add" name="add">
          <option value="">{say('bases.choose-condition')}</option>
          {attributes.map((name) => (
            <optgroup label={name}>
              {conditions
                .filter(({ attribute }) => attribute === name)
                .map(({ label, filter }) => (
                  <option value={filter}>{label}</option>
                ))}
            </optgroup>
          ))}
        </select>
        <label for="filter">{say('bases.or-write')}</label>
        <input id="filter" name="filter" autocomplete="off" spellcheck={false} aria-describedby="bases-hint" />
        <button class="button first" type="submit">
          {say('bases.add')}
        </button>
        <span class="quiet small" id="bases-hint">
          {say('bases.write-hint')}
        </span>
      </div>
    </form>
  )
}

import { memoTargets } from '../../src/domain/memo.ts'
import { useReader } from '../layout/reader.ts'

export type MemoChoices = {
  coders: readonly { id: number; name: string }[]
  codes: readonly { id: number; key: string; label: string }[]
  sources: readonly { id: number; title: string }[]
}
export type ShownMemoFilter = {
  kind?: string | undefined
  coder?: number | undefined
  code?: number | undefined
  source?: number | undefined
  q?: string | undefined
  order?: string | undefined
}

/** What the list is narrowed by, as its address has it. */
export function wishesOfMemos({ kind, coder, code, source, q, order }: ShownMemoFilter): URLSearchParams {
  const wishes = new URLSearchParams()
  for (const [name, value] of Object.entries({ kind, coder, code, source, q, order: order === 'oldest' ? order : undefined }))
    if (value) wishes.set(name, String(value))
  return wishes
}

/** The form that narrows the memos, and turns their order. */
export function NarrowMemos({ base, choices, filter }: { base: string; choices: MemoChoices; filter: ShownMemoFilter }) {
  const { say, coderName } = useReader()
  const kinds = memoTargets.map((kind) => ({ value: kind, label: say(`memo.about-${kind}`) }))
  const coders = choices.coders.map(({ id, name }) => ({ value: `${id}`, label: coderName(name) }))
  const codes = choices.codes.map(({ id, key, label }) => ({ value: `${id}`, label: `${key} ${label}` }))
  const sources = choices.sources.map(({ id, title }) => ({ value: `${id}`, label: title }))
  const orders = (['newest', 'oldest'] as const).map((order) => ({ value: order, label: say(`memo.order-${order}`) }))
  return (
    <form class="row end section narrow-memos" method="get" action={`${base}/memos`}>
      <Choice name="kind" label={say('memo.about')} any={say('memo.about-all')} options={kinds} chosen={filter.kind} />
      <Choice name="coder" label={say('memo.by')} any={say('memo.by-all')} options={coders} chosen={`${filter.coder ?? ''}`} />
      <Choice name="code" label={say('memo.code')} any={say('memo.code-all')} options={codes} chosen={`${filter.code ?? ''}`} />
      <Choice name="source" label={say('memo.source')} any={say('memo.source-all')} options={sources} chosen={`${filter.source ?? ''}`} />
      <div class="field grow">
        <label for="memo-q">{say('memo.words')}</label>
        <input id="memo-q" name="q" value={filter.q ?? ''} autocomplete="off" />
      </div>
      <Choice name="order" label={say('memo.order')} options={orders} chosen={filter.order ?? 'newest'} />
      <button class="button" type="submit">
        {say('memo.narrow')}
      </button>
    </form>
  )
}

type ChoiceProps = { name: string; label: string; any?: string; options: readonly { value: string; label: string }[]; chosen: string | undefined }

function Choice({ name, label, any, options, chosen }: ChoiceProps) {
  return (
    <div class="field">
      <label for={`memo-${name}`}>{label}</label>
      <select id={`memo-${name}`} name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

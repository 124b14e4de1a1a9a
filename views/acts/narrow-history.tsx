import { actAreas } from '../../src/domain/act.ts'
import { useReader } from '../layout/reader.ts'

export type ShownHistoryFilter = {
  coder?: number | undefined
  area?: string | undefined
  object?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** What the history is narrowed by, as its address has it. */
export function wishesOfHistory(filter: ShownHistoryFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, `${value}`]] : [])))
}

type Named = readonly { id: number; label: string }[]
type Props = { to: string; coders: readonly { id: number; name: string }[]; codes: Named; sources: Named; filter: ShownHistoryFilter }
/** The form that narrows the history: by whom, what it was about, and between which days. */
export function NarrowHistory({ to, coders, codes, sources, filter }: Props) {
  const { say, coderName } = useReader()
  return (
    <form class="row end section narrow-history" method="get" action={to}>
      <div class="field">
        <label for="by-coder">{say('history.by')}</label>
        <select id="by-coder" name="coder">
          <option value="">{say('history.by-all')}</option>
          {coders.map(({ id, name }) => (
            <option value={String(id)} selected={id === filter.coder}>
              {coderName(name)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="of-area">{say('history.area')}</label>
        <select id="of-area" name="area">
          <option value="">{say('history.area-all')}</option>
          {actAreas.map((area) => (
            <option value={area} selected={area === filter.area}>
              {say(`history.area-${area}`)}
            </option>
          ))}
        </select>
      </div>
      {codes.length + sources.length > 0 && (
        <div class="field">
          <label for="of-object">{say('history.object')}</label>
          <select id="of-object" name="object">
            <option value="">{say('history.area-all')}</option>
            <Objects label={say('history.objects-source')} kind="source" of={sources} chosen={filter.object} />
            <Objects label={say('history.objects-code')} kind="code" of={codes} chosen={filter.object} />
          </select>
        </div>
      )}
      {(['from', 'to'] as const).map((name) => (
        <div class="field">
          <label for={`day-${name}`}>{say(`history.${name}`)}</label>
          <input id={`day-${name}`} name={name} type="date" value={filter[name] ?? ''} />
        </div>
      ))}
      <button class="button" type="submit">
        {say('memo.narrow')}
      </button>
    </form>
  )
}

function Objects({ label, kind, of, chosen }: { label: string; kind: string; of: Named; chosen: string | undefined }) {
  return (
    <optgroup label={label}>
      {of.map(({ id, label: name }) => (
        <option value={`${kind}:${id}`} selected={chosen === `${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}

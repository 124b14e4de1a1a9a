import { actAreas } from '../../src/domain/act.ts'
import { useReader } from '../layout/reader.ts'

export type ShownHistoryFilter = { coder?: number | undefined; area?: string | undefined; from?: string | undefined; to?: string | undefined }

/** What the history is narrowed by, as its address has it. */
export function wishesOfHistory(filter: ShownHistoryFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, `${value}`]] : [])))
}

/** The form that narrows the history: by whom, what it was about, and between which days. */
export function NarrowHistory({ to, coders, filter }: { to: string; coders: readonly { id: number; name: string }[]; filter: ShownHistoryFilter }) {
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

import { useReader } from '../layout/reader.ts'

export type Standing = 'answered' | 'unanswered' | 'dont_know' | 'not_asked' | 'no_source' | 'with_source' | 'waiting'
export type ShownUnit = { caseId: number; name: string; quoted: boolean; standing: Standing }
export type Form = 'quoted' | 'silent' | 'dont-know' | 'not-asked' | 'no-source' | 'waiting'

const PITCH = 21
const SIDE = 18
/** So many squares in a row; more cases take more rows, and very many are drawn smaller, eight times as wide as high. */
const ACROSS = 24
const MANY = 72
const acrossOf = (cases: number) => (cases > MANY ? Math.ceil(Math.sqrt(cases * 8)) : ACROSS)
const order: readonly Form[] = ['quoted', 'silent', 'dont-know', 'waiting', 'not-asked', 'no-source']

/** One square a case, the same forms as in every chart: filled has quotations, empty none, dashed not asked, a dot without source. */
export function UnitSquares({ units }: { units: readonly ShownUnit[] }) {
  const { say } = useReader()
  const shown = units.map((unit) => ({ ...unit, form: formOf(unit) })).sort((a, b) => order.indexOf(a.form) - order.indexOf(b.form))
  const counts = order.map((form) => [form, shown.filter((unit) => unit.form === form).length] as const).filter(([, n]) => n > 0)
  const across = acrossOf(shown.length)
  const rows = Math.max(1, Math.ceil(shown.length / across))
  const label = counts.map(([form, n]) => `${n} ${say(`unit.${form}`)}`).join(', ')
  return (
    <svg
      class={rows > 1 ? 'units tall' : 'units'}
      viewBox={`0 0 ${PITCH * across} ${rows * PITCH}`}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={label}
    >
      {shown.map((unit, index) => (
        <g transform={`translate(${(index % across) * PITCH} ${Math.floor(index / across) * PITCH})`}>
          <title>{`${unit.name}: ${say(`unit.${unit.form}`)}`}</title>
          <Square form={unit.form} />
        </g>
      ))}
    </svg>
  )
}

function formOf({ quoted, standing }: ShownUnit): Form {
  if (quoted) return 'quoted'
  if (standing === 'waiting') return 'waiting'
  if (standing === 'not_asked') return 'not-asked'
  if (standing === 'no_source') return 'no-source'
  return standing === 'dont_know' ? 'dont-know' : 'silent'
}

/** A case's form in every chart, 18 wide and high. */
export function Square({ form }: { form: Form }) {
  if (form === 'quoted') return <rect x="1" y="1" width={SIDE - 2} height={SIDE - 2} class="u-full" />
  if (form === 'no-source') return <circle cx={SIDE / 2} cy={SIDE / 2} r="2" class="u-full" />
  const line = <rect x="1.75" y="1.75" width={SIDE - 3.5} height={SIDE - 3.5} class={form === 'not-asked' ? 'u-dashed' : 'u-line'} />
  if (form === 'waiting')
    return (
      <>
        {line}
        {[5, 9, 13].map((x) => (
          <circle cx={x} cy={SIDE / 2} r="1.2" class="u-full" />
        ))}
      </>
    )
  if (form !== 'dont-know') return line
  return (
    <>
      {line}
      <path d="M6.4 7.1a2.7 2.7 0 1 1 3.8 2.5c-.8.3-1.1.8-1.1 1.6M9.1 12.8v1.4" class="u-line" />
    </>
  )
}

/** What waits is rare, and told in words where it is. */
const legend = order.filter((form) => form !== 'waiting')

/** What the squares mean. */
export function UnitLegend() {
  const { say } = useReader()
  return (
    <div class="legend">
      {legend.map((form) => (
        <span class={form === 'not-asked' || form === 'no-source' ? 'state off' : 'state'}>
          <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
            <Square form={form} />
          </svg>
          {say(`unit.${form}`)}
        </span>
      ))}
    </div>
  )
}

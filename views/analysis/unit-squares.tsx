import { type CasePart, caseParts } from '../../src/domain/case-parts.ts'
import { sayPart } from '../../src/texts/denominator-sentences.ts'
import { useReader } from '../layout/reader.ts'

export type ShownUnit = { caseId: number; name: string; part: CasePart }
/** A part of the cases as it is drawn. */
export type Form = CasePart | 'unjudged'

const PITCH = 21
const SIDE = 18
/** So many squares in a row; more cases take more rows, more still are drawn smaller, eight times as wide as high, and of very many each form is one bar. */
const ACROSS = 24
const MANY = 72
const VERY_MANY = 150
const acrossOf = (cases: number) => (cases > MANY ? Math.ceil(Math.sqrt(cases * 8)) : ACROSS)
const order: readonly Form[] = caseParts.flatMap((part) => (part === 'quoted' ? (['unjudged', 'quoted'] as const) : [part]))

/** The form of a part, the same on every page: who has quotations and is not judged is never drawn as one that says yes. */
export function formOf(part: CasePart): Form {
  return part === 'quoted' ? 'unjudged' : part
}

/** One square a case, the same forms as in every chart: filled says yes, half partly, a dash no, a square in the square has quotations and is not judged, empty has none, dashed was not asked, a dot is without source, a dash is one that the guide is not for. */
export function UnitSquares({ count: { units, judged } }: { count: { units: readonly ShownUnit[]; judged: boolean } }) {
  const { say } = useReader()
  const wordOf = (form: Form, n: number) => sayPart(form === 'unjudged' ? 'quoted' : form, { judged, n, say })
  const shown = units.map((unit) => ({ ...unit, form: formOf(unit.part) })).sort((a, b) => order.indexOf(a.form) - order.indexOf(b.form))
  const counts = order.map((form) => [form, shown.filter((unit) => unit.form === form).length] as const).filter(([, n]) => n > 0)
  const told = counts.map(([form, n]) => ({ form, n, word: wordOf(form, n) }))
  const label = told.map(({ n, word }) => `${n} ${word}`).join(', ')
  if (units.length > VERY_MANY) return <FormBar counts={told} label={label} />
  const across = acrossOf(shown.length)
  const rows = Math.max(1, Math.ceil(shown.length / across))
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
          <title>{`${unit.name}: ${wordOf(unit.form, 1)}`}</title>
          <Square form={unit.form} />
        </g>
      ))}
    </svg>
  )
}

const LONG = 480

/** Each form as long as it has cases, with its sign at its beginning. */
function FormBar({ counts, label }: { counts: readonly { form: Form; n: number; word: string }[]; label: string }) {
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  let at = 0
  return (
    <svg class="units" viewBox={`0 0 ${LONG} ${SIDE}`} preserveAspectRatio="xMinYMid meet" role="img" aria-label={label}>
      {counts.map(({ form, n, word }) => {
        const from = Math.round((at * LONG) / all)
        at += n
        const width = Math.max(1, Math.round((at * LONG) / all) - from - 2)
        return (
          <g transform={`translate(${from} 0)`}>
            <title>{`${n} ${word}`}</title>
            {form === 'yes' || form === 'quoted' ? (
              <rect y="1" width={width} height={SIDE - 2} class="u-full" />
            ) : (
              <rect
                x="0.75"
                y="1.75"
                width={Math.max(0.5, width - 1.5)}
                height={SIDE - 3.5}
                class={form === 'not-asked' || form === 'no-source' || form === 'outside-guide' ? 'u-dashed' : 'u-line'}
              />
            )}
            {width >= SIDE && <Square form={form} />}
          </g>
        )
      })}
    </svg>
  )
}

/** A case's form in every chart, 18 wide and high. */
export function Square({ form }: { form: Form }) {
  if (form === 'quoted' || form === 'yes') return <rect x="1" y="1" width={SIDE - 2} height={SIDE - 2} class="u-full" />
  if (form === 'outside-guide') return <path d="M5 9h8" class="u-line" />
  if (form === 'no-source') return <circle cx={SIDE / 2} cy={SIDE / 2} r="2" class="u-full" />
  const line = <rect x="1.75" y="1.75" width={SIDE - 3.5} height={SIDE - 3.5} class={form === 'not-asked' || form === 'beside' ? 'u-dashed' : 'u-line'} />
  if (form === 'unanswered')
    return (
      <>
        {line}
        <path d="M5 13l8-8" class="u-line" />
      </>
    )
  if (form === 'waiting')
    return (
      <>
        {line}
        {[5, 9, 13].map((x) => (
          <circle cx={x} cy={SIDE / 2} r="1.2" class="u-full" />
        ))}
      </>
    )
  if (form === 'partly')
    return (
      <>
        {line}
        <path d="M1 17V1L17 17z" class="u-full" />
      </>
    )
  if (form === 'no' || form === 'unjudged' || form === 'beside')
    return (
      <>
        {line}
        {form === 'no' ? <path d="M5 9h8" class="u-line thick" /> : <rect x="5.5" y="5.5" width="7" height="7" class="u-full" />}
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

/** These are rare, and told in words where they are; `quoted` is drawn as not judged. */
const rare: readonly Form[] = ['waiting', 'unanswered', 'beside', 'outside-guide', 'quoted']
const legend = order.filter((form) => !rare.includes(form))
const ofJudged: readonly Form[] = ['yes', 'partly', 'no']

/** What the squares mean; `judged`: where what cases say is judged. */
export function UnitLegend({ judged = false }: { judged?: boolean }) {
  const { say } = useReader()
  const forms = legend.filter((form) => judged || !ofJudged.includes(form))
  return (
    <div class="legend">
      {forms.map((form) => (
        <span class={form === 'not-asked' || form === 'no-source' ? 'state off' : 'state'}>
          <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
            <Square form={form} />
          </svg>
          {sayPart(form === 'unjudged' ? 'quoted' : form, { judged, n: 1, say })}
        </span>
      ))}
    </div>
  )
}

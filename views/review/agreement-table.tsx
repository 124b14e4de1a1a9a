import type { Coefficient } from '../../src/domain/agreement/coefficients.ts'
import type { AgreementUnit } from '../../src/domain/agreement/rated-units.ts'
import { CodeKey } from '../analysis/code-key.tsx'
import { useReader } from '../layout/reader.ts'
import { agreementQuery } from './agreement-form.tsx'

type Row = Record<Coefficient, number | null> & {
  code: { id: number; key: string; tone: number; depth: number; label: string; path: string } | null
  n: number
  intervals: Record<Coefficient, readonly [number, number] | null>
}
export type ShownAgreement = {
  coders: readonly { id: number; name: string }[]
  unit: AgreementUnit
  compared: number
  sources: number
  afterReading: { counted: boolean; made: number; changed: number; coders: readonly string[] }
  rows: readonly Row[]
}

/** A code a row, all together first; each coefficient with its interval. */
export function AgreementTable({ slug, counted }: { slug: string; counted: ShownAgreement }) {
  const { say, number } = useReader()
  const kappa: Coefficient = counted.coders.length === 2 ? 'cohen' : 'fleiss'
  const shown: Coefficient[] = ['percent', kappa, 'alpha', 'ac1']
  return (
    <section class="over" aria-label={say('agree.caption')} tabindex={0}>
      <table class="source-table analysis-table agreement-table">
        <caption class="vh">{say('agree.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('agree.code')}</th>
            {shown.map((name) => (
              <th scope="col" class="num">
                {say(`agree.${name}`)}
              </th>
            ))}
            <th scope="col" class="num">
              {say('agree.n', { units: say(`agree.units-${counted.unit}`) })}
            </th>
            <th scope="col">{say('agree.see')}</th>
          </tr>
        </thead>
        <tbody>
          {counted.rows.map((row) => (
            <tr class={row.code === null ? 'total' : undefined}>
              <th scope="row">{row.code ? <CodeKey code={row.code} named /> : say('agree.overall')}</th>
              {shown.map((name) => (
                <td class="num" data-label={say(`agree.${name}`)}>
                  <Value of={name} value={row[name]} interval={row.intervals[name]} />
                </td>
              ))}
              <td class="num" data-label={say('agree.n', { units: say(`agree.units-${counted.unit}`) })}>
                {number(row.n)}
              </td>
              <td>
                <DifferencesLink slug={slug} counted={counted} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DifferencesLink({ slug, counted, row }: { slug: string; counted: ShownAgreement; row: Row }) {
  const { say } = useReader()
  const query = agreementQuery({ coders: counted.coders.map(({ id }) => id), unit: counted.unit })
  if (row.code) query.set('code', `${row.code.id}`)
  return (
    <a class="small" href={`/projects/${slug}/agreement/differences?${query}`}>
      {say('agree.see')}
      {row.code && <span class="vh"> {row.code.label}</span>}
    </a>
  )
}

function Value({ of, value, interval }: { of: Coefficient; value: number | null; interval: readonly [number, number] | null }) {
  const { say, number, percent } = useReader()
  const said = (one: number) => (of === 'percent' ? percent(one) : number(one, 3))
  if (value === null) return <span class="quiet">{say('agree.undefined')}</span>
  return (
    <>
      {said(value)}
      {interval && <span class="quiet small interval">{say('agree.interval', { low: said(interval[0]), high: said(interval[1]) })}</span>}
    </>
  )
}

import type { Interval } from '../../src/domain/wilson.ts'
import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'

type Share = { said: number; base: number; unjudged: number; unknown: boolean; interval: Interval | null; difference: Interval | null }
export type ShownComparison = {
  groups: readonly { label: string | null; cases: number }[]
  against: number
  themes: readonly {
    code: { id: number; key: string; tone: number; label: string; path: string }
    basis: 'asked' | 'source'
    of: 'yes' | 'quoted'
    groups: readonly Share[]
  }[]
}
type Props = { comparison: ShownComparison; addressOf: (opens: string) => string | undefined; casesOf: (theme: number, group: number) => string }

/** Every share with its base and interval, and its difference to the group held against; the count opens quotations, the base its cases. */
export function ComparisonTable({ comparison, addressOf, casesOf }: Props) {
  const { say } = useReader()
  const { groups, against, themes } = comparison
  const nameOf = (at: number) => groups[at]!.label ?? say('matrix.no-value')
  return (
    <section class="section">
      <header>
        <h2>{say('compare.table')}</h2>
      </header>
      <table class="source-table analysis-table compare-table">
        <caption class="vh">{say('compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('compare.in-group')}</th>
            <th scope="col" class="num">
              {say('compare.share')}
            </th>
            <th scope="col" class="num">
              {say('compare.interval')}
            </th>
            <th scope="col" class="num">
              {say('matrix.unit.cases')}
            </th>
            <th scope="col" class="num">
              {say('compare.difference', { label: nameOf(against - 1) })}
            </th>
          </tr>
        </thead>
        {themes.map(({ code, basis, of, groups: shares }, theme) => (
          <tbody>
            <tr class="case-row">
              <th colspan={5} scope="rowgroup">
                <span class="row">
                  <CodeKey code={code} named />{' '}
                  <span class="quiet small">
                    {say(`compare.counted-${of}`)}, {say('compare.of')} {say(`freq.basis.${basis}`)}
                  </span>
                </span>
              </th>
            </tr>
            {shares.map((share, at) => (
              <Row
                share={share}
                group={nameOf(at)}
                theme={code.label}
                said={share.said > 0 ? addressOf(`${theme}.${at}`) : undefined}
                base={share.base > 0 ? casesOf(theme, at) : undefined}
                against={at === against - 1 ? undefined : nameOf(against - 1)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

type RowProps = { share: Share; group: string; theme: string; said: string | undefined; base: string | undefined; against: string | undefined }

function Row({ share: { said, base, unjudged, unknown, interval, difference }, group, theme, said: quotations, base: cases, against }: RowProps) {
  const { say, number, percent } = useReader()
  const points = (of: number) => `${of > 0 ? '+' : ''}${number(100 * of, 1)}`.replace('-', '−')
  const range = difference && say('compare.range', { low: points(difference.low), high: points(difference.high) })
  return (
    <tr>
      <th scope="row">{group}</th>
      <td class="num">{interval ? percent(interval.share) : unknown ? say('freq.not-judged') : '–'}</td>
      <td class="num" data-label={say('compare.interval')}>
        {interval ? say('compare.range', { low: percent(interval.low), high: percent(interval.high) }) : '–'}
      </td>
      <td class="num" data-label={say('matrix.unit.cases')}>
        {quotations ? (
          <a href={quotations} aria-label={say('compare.open-said', { n: said, group, theme })}>
            {number(said)}
          </a>
        ) : (
          <>{unknown ? '–' : number(said)}</>
        )}{' '}
        {say('compare.of')}{' '}
        {cases ? (
          <a href={cases} aria-label={say('compare.open-base', { n: base, group, theme })}>
            {number(base)}
          </a>
        ) : (
          number(base)
        )}
        {unjudged > 0 && !unknown && <span class="small quiet block">{say('freq.so-many-not-judged', { n: unjudged })}</span>}
      </td>
      <td class="num" data-label={against && say('compare.difference', { label: against })}>
        {against === undefined ? '' : difference ? `${say('compare.points', { n: points(difference.share) })} (${range})` : '–'}
      </td>
    </tr>
  )
}

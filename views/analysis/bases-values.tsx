import { useReader } from '../layout/reader.ts'
import { type BasesWishes, basesQuery } from './bases-form.tsx'
import { edgesSaid } from './edges-said.ts'

export type ShownShares = { name: string; known: number; base: number; values: readonly { label: string; count: number; filter: string }[] }
type Bases = { all: number; steps: readonly { filter: string }[]; at: number; shares: readonly ShownShares[] }
type Props = { slug: string; bases: Bases; wishes: BasesWishes }

/** How the cases of one step are divided by each of their attributes: counts and shares of those with a value, each count opening its cases. */
export function BasesValues({ slug, bases, wishes }: Props) {
  const { say } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('bases.values', { which: bases.at === 0 ? say('bases.of-all') : say('bases.of-step', { n: bases.at }) })}</h2>
        {bases.steps.length > 0 && <WhichStep slug={slug} bases={bases} wishes={wishes} />}
      </header>
      {bases.shares.length === 0 && <p class="quiet">{say('bases.none')}</p>}
      <div class="value-tables">
        {bases.shares.map((shares) => (
          <ValueTable slug={slug} bases={bases} wishes={wishes} shares={shares} />
        ))}
      </div>
    </section>
  )
}

function WhichStep({ slug, bases, wishes }: Props) {
  const { say } = useReader()
  return (
    <nav class="choices" aria-label={say('bases.values-of')}>
      {[0, ...bases.steps.map((_, at) => at + 1)].map((at) => (
        <a href={`/projects/${slug}/bases?${basesQuery({ ...wishes, at })}`} aria-current={at === bases.at ? 'true' : undefined}>
          {at === 0 ? say('bases.of-all') : say('bases.of-step', { n: at })}
        </a>
      ))}
    </nav>
  )
}

function ValueTable({ slug, bases, wishes, shares: { name, known, base, values } }: Props & { shares: ShownShares }) {
  const { say, number, percent } = useReader()
  const above = bases.at === 0 ? '' : bases.steps[bases.at - 1]!.filter
  const casesAt = (filter: string) =>
    `/projects/${slug}/cases-behind?${new URLSearchParams({ filter: above ? `(${above}) ${filter}` : filter, ...(wishes.kind && { kind: wishes.kind }) })}`
  const last = bases.steps.length
  const added = (filter: string) => `${wishes.chain ? `${wishes.chain}; ` : ''}${bases.at === last ? '' : `${bases.at}/`}${filter}`
  return (
    <table class="source-table value-table">
      <caption>
        <b>{name}</b> <span class="quiet small">{say('bases.known', { known, base })}</span>
      </caption>
      <thead class="vh">
        <tr>
          <th scope="col">{say('bases.value')}</th>
          <th scope="col">{say('bases.cases')}</th>
          <th scope="col">{say('bases.share')}</th>
          <th scope="col">{say('bases.take')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ label, count, filter }) => (
          <tr>
            <th scope="row">{edgesSaid(label, number)}</th>
            <td class="num">
              <a href={casesAt(filter)}>{number(count)}</a>
            </td>
            <td class="num">{percent(count / known)}</td>
            <td class="num">
              <a
                href={`/projects/${slug}/bases?${basesQuery({ ...wishes, at: undefined, chain: added(filter) })}`}
                aria-label={say('bases.take-value', { name, value: edgesSaid(label, number) })}
              >
                +
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

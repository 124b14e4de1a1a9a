import { useReader } from '../layout/reader.ts'
import { AnalysisHead, Downloads } from './analysis-parts.tsx'
import { BasesForm, type BasesWishes, basesQuery } from './bases-form.tsx'
import { BasesValues, type ShownShares } from './bases-values.tsx'

export type ShownBases = {
  kinds: readonly string[]
  all: number
  steps: readonly { of: number; own: string; filter: string; count: number; base: number; sentence: string }[]
  at: number
  shares: readonly ShownShares[]
}
type Props = {
  slug: string
  bases: ShownBases
  wishes: BasesWishes
  conditions: readonly { attribute: string; label: string; filter: string }[]
  /** The chain without a step, in its text form. */
  without: (step: number) => string
}

/** A chain of bases: every step with what it is of, opening its cases; then how the cases of one step are divided. */
export function BasesPage({ slug, bases, wishes, conditions, without }: Props) {
  const { say } = useReader()
  return (
    <>
      <AnalysisHead slug={slug} title={say('bases.title')} lead={say('bases.lead')} />
      {bases.all === 0 && wishes.kind === '' ? (
        <p class="notice">{say('bases.no-cases')}</p>
      ) : (
        <>
          <section class="section">
            <header>
              <h2>{say('bases.chain')}</h2>
              <Downloads slug={slug} what="bases" formats={['csv', 'xlsx', 'json']} query={{ chain: wishes.chain, kind: wishes.kind }} />
            </header>
            <ChainTable slug={slug} bases={bases} wishes={wishes} without={without} />
            {bases.steps.length === 0 && <p class="quiet small">{say('bases.chain-empty', { n: bases.all })}</p>}
            <BasesForm slug={slug} bases={bases} wishes={wishes} conditions={conditions} />
          </section>
          <BasesValues slug={slug} bases={bases} wishes={wishes} />
        </>
      )}
    </>
  )
}

function ChainTable({ slug, bases: { all, steps }, wishes, without }: Pick<Props, 'slug' | 'bases' | 'wishes' | 'without'>) {
  const { say, number, percent } = useReader()
  const casesAt = (filter: string) =>
    `/projects/${slug}/cases-behind?${new URLSearchParams({ ...(filter && { filter }), ...(wishes.kind && { kind: wishes.kind }) })}`
  const here = `/projects/${slug}/bases`
  return (
    <table class="source-table analysis-table chain">
      <caption class="vh">{say('bases.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('bases.step')}</th>
          <th scope="col">{say('bases.condition')}</th>
          <th scope="col">{say('bases.of')}</th>
          <th scope="col" class="num">
            {say('bases.cases')}
          </th>
          <th scope="col" class="num">
            {say('bases.share')}
          </th>
          <th scope="col">
            <span class="vh">{say('bases.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" class="nth">
            0
          </th>
          <td class="condition">{wishes.kind ? say('bases.all-of', { kind: wishes.kind }) : say('bases.all')}</td>
          <td />
          <td class="num">
            <a href={casesAt('')}>{number(all)}</a>
          </td>
          <td />
          <td />
        </tr>
        {steps.map(({ of, filter, count, base, sentence }, at) => (
          <tr>
            <th scope="row" class="nth">
              {at + 1}
            </th>
            <td class="condition">{sentence}</td>
            <td>{of === 0 ? say('bases.of-all') : say('bases.of-step', { n: of })}</td>
            <td class="num">
              <a href={casesAt(filter)}>{say('bases.count', { n: count, base })}</a>
            </td>
            <td class="num">{base > 0 ? percent(count / base) : say('bases.no-base')}</td>
            <td>
              <a href={`${here}?${basesQuery({ ...wishes, chain: without(at + 1) })}`} aria-label={say('bases.remove-step', { n: at + 1 })}>
                {say('bases.remove')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

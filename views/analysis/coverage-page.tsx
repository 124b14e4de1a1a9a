import { type Gap, gaps, type Warning } from '../../src/domain/coverage.ts'
import { sayGap } from '../../src/texts/chart-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { AnalysisHead, Downloads, FilterField, Narrowed, quotationsOf } from './analysis-parts.tsx'

type Row = { sourceId: number; title: string; words: number; coded: number; quotations: number }
type Props = {
  slug: string
  sources: readonly Row[]
  warnings: readonly Warning[]
  examples: number
  filter: string
  sentence: string
  sourceFilter: (sourceId: number) => string
}

/** What the coding passes by: each thing as a sentence with the way to it, then how much of each source is coded. */
export function CoveragePage({ slug, sources, warnings, examples, filter, sentence, sourceFilter }: Props) {
  const { say } = useReader()
  return (
    <>
      <AnalysisHead slug={slug} title={say('coverage.title')} lead={say('coverage.lead')} />
      <form class="analysis-form" action={`/projects/${slug}/coverage`}>
        <FilterField filter={filter} />
      </form>
      <Narrowed sentence={sentence} />
      {sources.length === 0 ? (
        <p class="notice">{say('coverage.empty')}</p>
      ) : (
        <>
          <section class="section">
            <header>
              <h2>{say('coverage.attend')}</h2>
              <Downloads slug={slug} what="coverage" formats={['csv', 'xlsx', 'json']} query={{ filter }} />
            </header>
            {warnings.length === 0 && <p>{say('coverage.none')}</p>}
            {gaps.map((gap) => (
              <Gaps slug={slug} gap={gap} warnings={warnings.filter((one) => one.gap === gap)} />
            ))}
            {examples === 0 && <p class="quiet small">{say('coverage.no-examples')}</p>}
          </section>
          <CoverageTable slug={slug} sources={sources} sourceFilter={sourceFilter} />
        </>
      )}
    </>
  )
}

function Gaps({ slug, gap, warnings }: { slug: string; gap: Gap; warnings: readonly Warning[] }) {
  const { say, number } = useReader()
  if (warnings.length === 0) return null
  return (
    <section class="gaps" id={gap}>
      <h3>
        {say(`coverage.head-${gap}`)} <span class="quiet">{number(warnings.length)}</span>
      </h3>
      <ul>
        {warnings.map((warning) => (
          <li>
            <a href={placeOfGap(slug, warning)}>{sayGap(say, warning)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where a thing to look at is looked at. */
export function placeOfGap(slug: string, { gap, id, sourceId }: Warning): string {
  const project = `/projects/${slug}`
  if (gap === 'uncoded-source' || gap === 'thin-source') return `${project}/sources/${id}`
  if (gap === 'unquoted-speaker') return `${project}/sources/${sourceId}`
  if (gap === 'one-informant') return quotationsOf(slug, `code:#${id}`)
  if (gap === 'uncited-case') return quotationsOf(slug, `case:#${id}`)
  return gap === 'uncoded-question' ? `${project}/guides/${sourceId}` : `${project}/cases/${id}`
}

function CoverageTable({ slug, sources, sourceFilter }: Pick<Props, 'slug' | 'sources' | 'sourceFilter'>) {
  const { say, number, percent } = useReader()
  const sum = (of: 'words' | 'coded' | 'quotations') => sources.reduce((total, one) => total + one[of], 0)
  const rows = [
    ...sources.map((one) => ({ ...one, all: false })),
    { sourceId: 0, title: say('coverage.total'), words: sum('words'), coded: sum('coded'), quotations: sum('quotations'), all: true },
  ]
  return (
    <section class="section">
      <header>
        <h2>{say('coverage.table')}</h2>
        <span class="quiet">{say('coverage.how')}</span>
      </header>
      <table class="source-table analysis-table">
        <caption class="vh">{say('coverage.table-caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('saturation.source')}</th>
            <th scope="col">{say('coverage.only')}</th>
            <th scope="col" class="num">
              {say('coverage.share')}
            </th>
            <th scope="col" class="num">
              {say('coverage.coded')}
            </th>
            <th scope="col" class="num">
              {say('coverage.words')}
            </th>
            <th scope="col" class="num">
              {say('matrix.quotations')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sourceId, title, words, coded, quotations, all }) => (
            <tr class={all ? 'total' : undefined}>
              <th scope="row">{all ? title : <a href={`/projects/${slug}/sources/${sourceId}`}>{title}</a>}</th>
              <td class="bar">
                <svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
                  <path class="track" d="M0 0H200V10H0Z" />
                  {words > 0 && <path class="filled" d={`M0 0H${Math.round((2000 * coded) / words) / 10}V10H0Z`} />}
                </svg>
              </td>
              <td class="num">{words > 0 ? percent(coded / words) : '–'}</td>
              <td class="num" data-label={say('coverage.coded')}>
                {number(coded)}
              </td>
              <td class="num" data-label={say('coverage.words')}>
                {number(words)}
              </td>
              <td class="num" data-label={say('matrix.quotations')}>
                {!all && quotations > 0 ? <a href={quotationsOf(slug, sourceFilter(sourceId))}>{number(quotations)}</a> : number(quotations)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

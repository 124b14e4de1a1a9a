import { type Chart, type ChartCell, type ChartLink, type ChartName, chartNames } from '../../src/domain/chart.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { AnalysisHead, addressOfLink, Downloads, FilterField, Narrowed } from './analysis-parts.tsx'
import { DrawingPicture } from './drawing-picture.tsx'

type Wishes = { name: ChartName; by: string; cuts: string; filter: string }
type Props = { slug: string; chart: Chart; wishes: Wishes; attributes: readonly { name: string; type: string }[]; sentence: string }

/** A picture for the report, what it rests on, and the same in numbers. */
export function ChartsPage({ slug, chart, wishes, attributes, sentence }: Props) {
  const { say } = useReader()
  const addressOf = (opens: string) => hrefOf(slug, chart.links.get(opens))
  return (
    <>
      <AnalysisHead slug={slug} title={say('chart.title')} lead={say('chart.lead')} />
      <ChartForm slug={slug} wishes={wishes} attributes={attributes} />
      <Narrowed sentence={sentence} />
      {chart.rows.length === 0 ? (
        <p class="notice">{say('chart.empty')}</p>
      ) : (
        <>
          <section class="section">
            <header>
              <h2>{chart.title}</h2>
              <Downloads slug={slug} what="chart" formats={['svg', 'png', 'csv', 'xlsx', 'json']} query={wishes} />
            </header>
            <figure class="chart-figure">
              <DrawingPicture drawing={chart.drawings.wide} label={`${chart.title}. ${chart.description}`} shape="wide" addressOf={addressOf} />
              <DrawingPicture drawing={chart.drawings.narrow} label={`${chart.title}. ${chart.description}`} shape="narrow" addressOf={addressOf} />
              <figcaption>{chart.base}</figcaption>
            </figure>
          </section>
          <ChartTable slug={slug} chart={chart} />
        </>
      )}
    </>
  )
}

function hrefOf(slug: string, link: ChartLink | undefined): string | undefined {
  return link && addressOfLink(slug, link)
}

function ChartForm({ slug, wishes, attributes }: Pick<Props, 'slug' | 'wishes' | 'attributes'>) {
  const { say } = useReader()
  return (
    <form class="analysis-form" action={`/projects/${slug}/charts`} data-island="matrix-form">
      <p class="sentence">
        <Select
          name="name"
          label={say('chart.which')}
          chosen={wishes.name}
          options={chartNames.map((name) => ({ value: name, label: say(`chart.choose-${name}`) }))}
        />
        {wishes.name === 'heat' && (
          <>
            {', '}
            <Select
              name="by"
              label={say('chart.by')}
              all={say('chart.by-cases')}
              chosen={wishes.by}
              options={attributes.map(({ name }) => ({ value: `attribute:${name}`, label: name }))}
            />
          </>
        )}
      </p>
      <FilterField filter={wishes.filter} />
    </form>
  )
}

function ChartTable({ slug, chart: { heads, rows, title, columns } }: { slug: string; chart: Chart }) {
  const { say } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('chart.table')}</h2>
      </header>
      <div class="over" tabindex={0} role="region" aria-label={say('chart.table')}>
        <table class="source-table analysis-table chart-table">
          <caption class="vh">{title}</caption>
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th scope="col" class={at > 0 ? 'num' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells]) => (
              <tr>
                <th scope="row">{first!.value}</th>
                {cells.map((cell, at) => (
                  <td class="num" data-label={heads[at + 1]}>
                    <Cell slug={slug} cell={cell} column={columns[at + 1]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Cell({ slug, cell: { value, opens }, column }: { slug: string; cell: ChartCell; column: string }) {
  const { say, number, percent } = useReader()
  const said =
    value === null
      ? '–'
      : column === 'share'
        ? percent(Number(value))
        : column === 'base_is'
          ? say(`freq.basis.${value as 'asked' | 'source'}`)
          : typeof value === 'number'
            ? number(value)
            : value
  const href = Number(value) > 0 ? hrefOf(slug, opens) : undefined
  return href ? <a href={href}>{said}</a> : <>{said}</>
}

import type { Drawing } from '../../src/domain/drawing.ts'
import { type SaturationOrder, saturationOrders } from '../../src/domain/saturation.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { AnalysisHead, Downloads, FilterField, Narrowed, quotationsOf } from './analysis-parts.tsx'
import { CodeKey } from './code-key.tsx'
import { DrawingPicture } from './drawing-picture.tsx'

type ShownCode = { id: number; key: string; tone: number; depth: number; label: string; path: string }
type Row = { sourceId: number; title: string; firstCoded: string; fresh: readonly ShownCode[]; used: number; total: number }
type Props = {
  slug: string
  rows: readonly Row[]
  wishes: { order: SaturationOrder; filter: string }
  sentence: string
  said: { title: string; base: string }
  drawings: { wide: Drawing; narrow: Drawing }
  /** The filter of a source's quotations; of one code of it where that is given. */
  filterOf: (sourceId: number, codeId?: number) => string
}

/** New codes source by source: the curve, what it does not say, and each source in numbers. */
export function SaturationPage({ slug, rows, wishes, sentence, said, drawings, filterOf }: Props) {
  const { say } = useReader()
  const orders = saturationOrders.map((one) => ({ value: one, label: say(`saturation.order-${one}`) }))
  return (
    <>
      <AnalysisHead slug={slug} title={say('saturation.title')} lead={say('saturation.lead')} />
      <form class="analysis-form" action={`/projects/${slug}/saturation`} data-island="matrix-form">
        <p class="sentence">
          <Select name="order" label={say('saturation.count')} chosen={wishes.order} options={orders} />
        </p>
        <FilterField filter={wishes.filter} />
      </form>
      <Narrowed sentence={sentence} />
      {rows.length === 0 ? (
        <p class="notice">{wishes.filter ? say('quotations.none') : say('saturation.nothing')}</p>
      ) : (
        <>
          <section class="section">
            <header>
              <h2>{said.title}</h2>
              <Downloads slug={slug} what="saturation" formats={['svg', 'png', 'csv', 'xlsx', 'json']} query={wishes} />
            </header>
            <figure class="chart-figure">
              <DrawingPicture drawing={drawings.wide} label={`${said.title}. ${said.base}`} shape="wide" />
              <DrawingPicture drawing={drawings.narrow} label={`${said.title}. ${said.base}`} shape="narrow" />
              <figcaption>{said.base}</figcaption>
            </figure>
            <p class="caution">{say('saturation.caution')}</p>
          </section>
          <SaturationTable slug={slug} rows={rows} filterOf={filterOf} />
        </>
      )}
    </>
  )
}

function SaturationTable({ slug, rows, filterOf }: Omit<Props, 'wishes' | 'sentence' | 'said' | 'drawings'>) {
  const { say, number, when } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('saturation.table')}</h2>
      </header>
      <table class="source-table analysis-table">
        <caption class="vh">{say('saturation.count')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('saturation.source')}</th>
            <th scope="col">{say('saturation.coded-at')}</th>
            <th scope="col" class="num">
              {say('saturation.used')}
            </th>
            <th scope="col" class="num">
              {say('saturation.new')}
            </th>
            <th scope="col" class="num">
              {say('saturation.all')}
            </th>
            <th scope="col">{say('saturation.which')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sourceId, title, firstCoded, fresh, used, total }) => (
            <tr>
              <th scope="row">
                <a href={quotationsOf(slug, filterOf(sourceId))}>{title}</a>
              </th>
              <td>{when(firstCoded)}</td>
              <td class="num" data-label={say('saturation.used')}>
                {number(used)}
              </td>
              <td class="num" data-label={say('saturation.new')}>
                {number(fresh.length)}
              </td>
              <td class="num" data-label={say('saturation.all')}>
                {number(total)}
              </td>
              <td class="which">
                {fresh.map((code) => (
                  <a
                    href={quotationsOf(slug, filterOf(sourceId, code.id))}
                    class="plain"
                    title={say('saturation.code-here', { code: code.path, source: title })}
                  >
                    <CodeKey code={code} />
                  </a>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import type { SourceStatus } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'
import { quotationsOf } from './analysis-parts.tsx'
import { Square } from './unit-squares.tsx'

type Row = {
  source: { id: number; title: string; paragraphs: number; status: SourceStatus }
  progress: { coded: number; byCoder: ReadonlyMap<number, number> }
}
export type ProgressProps = { rows: readonly Row[]; coders: readonly { id: number; name: string; codings: number }[] }
const MOST_SOURCES = 120
const forms = { done: 'yes', 'in work': 'partly', 'not started': 'silent' } as const

/** How far each source and each coder has come; each opens what it stands for. */
export function DoneSoFar({ slug, rows, coders }: ProgressProps & { slug: string }) {
  const { say } = useReader()
  return (
    <section class="section done-so-far">
      <header>
        <h2>{say('super.done-so-far')}</h2>
        <span class="quiet">{say('super.per-source')}</span>
      </header>
      <ul class="source-squares">
        {rows.slice(0, MOST_SOURCES).map((row) => (
          <li>
            <SourceSquare slug={slug} row={row} />
          </li>
        ))}
        {rows.length > MOST_SOURCES && (
          <li>
            <a href={`/projects/${slug}/sources`}>{say('super.all-sources')}</a>
          </li>
        )}
      </ul>
      {coders.length === 0 ? <p class="quiet">{say('super.no-codings')}</p> : <Coders slug={slug} rows={rows} coders={coders} />}
    </section>
  )
}

function SourceSquare({ slug, row: { source, progress } }: { slug: string; row: Row }) {
  const { say } = useReader()
  const said = say('super.source-is', { title: source.title, status: say(`source.status-${source.status}`), coded: progress.coded, of: source.paragraphs })
  return (
    <a href={`/projects/${slug}/sources/${source.id}`} title={said}>
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <Square form={forms[source.status]} />
      </svg>
      <span class="vh">{said}</span>
    </a>
  )
}

function Coders({ slug, rows, coders }: ProgressProps & { slug: string }) {
  const { say, number, coderName } = useReader()
  return (
    <table class="source-table by-coder">
      <caption class="vh">{say('super.by-coder-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('super.coder')}</th>
          <th scope="col" class="num">
            {say('super.codings')}
          </th>
          <th scope="col" class="num">
            {say('super.sources')}
          </th>
        </tr>
      </thead>
      <tbody>
        {coders.map(({ id, name, codings }) => (
          <tr>
            <th scope="row">{coderName(name)}</th>
            <td class="num" data-label={say('super.codings')}>
              <a href={quotationsOf(slug, `coder:#${id}`)}>{number(codings)}</a>
            </td>
            <td class="num" data-label={say('super.sources')}>
              <a href={`/projects/${slug}/matrix?rows=sources&columns=coders&value=codings`}>
                {number(rows.filter(({ progress }) => (progress.byCoder.get(id) ?? 0) > 0).length)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

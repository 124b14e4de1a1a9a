import { type SourceStatus, sourceStatuses } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'
import { FreshMark } from '../review/fresh-mark.tsx'
import type { SourceLine } from './source-table.tsx'

type Listed = SourceLine & { speakers: number; codings: number }
type Props = { rows: readonly Listed[]; order: string; slug: string }
const columns = ['order', 'name', 'case', 'words', 'coded', 'codings', 'status'] as const

/** Every source of a project, sorted by plain links; each can be changed on a page of its own. */
export function SourceList({ rows, order, slug }: Props) {
  const { say, number } = useReader()
  const base = `/projects/${slug}`
  const count = (status: SourceStatus) => rows.filter((row) => row.source.status === status).length
  const words = rows.reduce((sum, row) => sum + row.source.words, 0)
  return (
    <>
      <div class="page-head">
        <h1>{say('nav.sources')}</h1>
        <p class="lead">
          {rows.length === 0
            ? say('list.empty')
            : say('list.lead', { n: rows.length, words: number(words), done: count('done'), working: count('in work'), waiting: count('not started') })}
        </p>
        <p class="row">
          <a class="button first" href={`${base}/imports`}>
            {say('study.add-sources')}
          </a>
        </p>
      </div>
      {rows.length > 0 && (
        <section class="section">
          <div class="over">
            <table class="source-table source-list">
              <caption class="vh">{say('nav.sources')}</caption>
              <Head order={order} base={base} />
              <tbody>
                {rows.map((row) => (
                  <Row row={row} base={base} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}

function Head({ order, base }: { order: string; base: string }) {
  const { say } = useReader()
  const names = {
    name: say('list.name'),
    case: say('list.case'),
    words: say('study.words'),
    coded: say('list.coded'),
    codings: say('list.codings'),
    status: say('source.status'),
  }
  const numeric = new Set(['words', 'coded', 'codings'])
  const wide = new Set(['case', 'words', 'codings'])
  return (
    <thead>
      <tr>
        {columns
          .filter((column) => column !== 'order')
          .map((column) => (
            <th
              scope="col"
              class={`${numeric.has(column) ? 'num ' : ''}${wide.has(column) ? 'wide' : ''}`}
              aria-sort={order === column ? (numeric.has(column) ? 'descending' : 'ascending') : undefined}
            >
              <a
                href={`${base}/sources${order === column ? '' : `?sort=${column}`}`}
                title={say('list.sorted-by', { column: names[column].toLocaleLowerCase() })}
              >
                {names[column]}
              </a>
            </th>
          ))}
        <th scope="col" class="num wide">
          {say('list.speakers')}
        </th>
        <th scope="col">
          <span class="vh">{say('list.change')}</span>
        </th>
      </tr>
    </thead>
  )
}

function Row({ row, base }: { row: Listed; base: string }) {
  const { say, number } = useReader()
  const { source, progress, cases } = row
  return (
    <tr id={`source-${source.id}`}>
      <th scope="row">
        <a href={`${base}/sources/${source.id}`}>{source.title}</a> <FreshMark of={`source ${source.id}`} />
      </th>
      <td class="wide">
        {cases.length === 0 ? <span class="quiet">–</span> : cases.map((one, at) => [at > 0 && ', ', <a href={`${base}/cases/${one.id}`}>{one.name}</a>])}
      </td>
      <td class="num wide">{number(source.words)}</td>
      <td class="num">
        {number(progress.coded)} <span class="quiet">{say('study.of', { n: source.paragraphs })}</span>
      </td>
      <td class="num wide">{number(row.codings)}</td>
      <td>
        <StatusForm source={source} base={base} />
      </td>
      <td class="num wide">
        <a href={`${base}/sources/${source.id}/speakers`} aria-label={`${say('speakers.title', { name: source.title })}: ${number(row.speakers)}`}>
          {number(row.speakers)}
        </a>
      </td>
      <td class="num">
        <a href={`${base}/sources/${source.id}/edit`} aria-label={say('list.change-of', { name: source.title })}>
          {say('list.change')}
        </a>
      </td>
    </tr>
  )
}

function StatusForm({ source, base }: { source: { id: number; title: string; status: SourceStatus }; base: string }) {
  const { say } = useReader()
  const to = `${base}/sources/${source.id}/status`
  return (
    <form class="row nowrap" method="post" action={to} hx-post={to} hx-trigger="change" hx-swap="none">
      <input type="hidden" name="back" value={`${base}/sources`} />
      <select name="status" aria-label={`${say('source.status')}: ${source.title}`}>
        {sourceStatuses.map((status) => (
          <option value={status} selected={status === source.status}>
            {say(`source.status-${status}`)}
          </option>
        ))}
      </select>
      <button class="button bare no-script" type="submit">
        {say('act.save')}
      </button>
    </form>
  )
}

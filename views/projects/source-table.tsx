import type { SourceStatus } from '../../src/domain/source.ts'
import { initialsOf } from '../layout/initials.ts'
import { useReader } from '../layout/reader.ts'
import { FreshMark } from '../review/fresh-mark.tsx'
import { Strip } from './strip.tsx'

export type SourceLine = {
  source: { id: number; title: string; words: number; paragraphs: number; status: SourceStatus }
  progress: { coded: number; last: number; strip: string; byCoder: ReadonlyMap<number, number> }
  cases: readonly { id: number; name: string }[]
  group: string | null
}
type Props = { rows: readonly SourceLine[]; coders: readonly { id: number; name: string }[]; groupName: string | null; slug: string }
const MOST_CODERS = 3
/** UTF-16 units of a name that a column of numbers has room for; a longer one stands as its initials. */
const SHORT = 12

/** The sources of a study, each from start to end. */
export function SourceTable({ rows, coders, groupName, slug }: Props) {
  const { say, coderName } = useReader()
  const shown = coders.slice(0, MOST_CODERS)
  return (
    <table class="source-table study-table">
      <caption class="vh">{say('nav.sources')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('study.case')}</th>
          {groupName && (
            <th scope="col" class={groupName.length > SHORT ? 'wide may-wrap' : 'wide'}>
              {groupName}
            </th>
          )}
          <th scope="col" class="num wide">
            {say('study.words')}
          </th>
          <th scope="col">{say('study.from-start-to-end')}</th>
          <th scope="col" class="num">
            {say('source.coded-paragraphs')}
          </th>
          {shown.map((coder) => (
            <Coder name={coderName(coder.name)} />
          ))}
          <th scope="col" class="wide">
            {say('source.status')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} coders={shown} grouped={groupName !== null} slug={slug} />
        ))}
      </tbody>
    </table>
  )
}

function Coder({ name }: { name: string }) {
  if (name.length <= SHORT)
    return (
      <th scope="col" class="num wide">
        {name}
      </th>
    )
  return (
    <th scope="col" class="num wide" title={name}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span class="vh">{name}</span>
    </th>
  )
}

function Row({ row, coders, grouped, slug }: { row: SourceLine; coders: readonly { id: number }[]; grouped: boolean; slug: string }) {
  const { say, number } = useReader()
  const { source, progress } = row
  const through = source.status === 'done' ? source.paragraphs : progress.last
  return (
    <tr>
      <th scope="row">
        <a class="title" href={`/projects/${slug}/sources/${source.id}`}>
          {titleOf(row)}
        </a>{' '}
        <FreshMark of={`source ${source.id}`} />
      </th>
      {grouped && (
        <td class="wide quiet">
          <span class="title">{row.group ?? '–'}</span>
        </td>
      )}
      <td class="num wide quiet">{number(source.words)}</td>
      <td class="strip">
        <Strip paragraphs={source.paragraphs} coded={progress.coded} path={progress.strip} through={through} />
      </td>
      <td class="num">
        {number(progress.coded)} <span class="quiet">{say('study.of', { n: source.paragraphs })}</span>
      </td>
      {coders.map((coder) => (
        <td class="num wide">{progress.byCoder.has(coder.id) ? number(progress.byCoder.get(coder.id)!) : '–'}</td>
      ))}
      <td class={source.status === 'done' ? 'wide quiet' : 'wide'}>{say(`source.status-${source.status}`)}</td>
    </tr>
  )
}

/** The case a source is from, with the source's own name where that is another; a title that names the case says it once. */
function titleOf({ source, cases }: SourceLine): string {
  const names = cases.map((one) => one.name).join(', ')
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')} `
  return names === '' || words(source.title).includes(words(names)) ? source.title : `${names}: ${source.title}`
}

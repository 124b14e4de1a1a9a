import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
import { type CloudLines, LINES_A_PAGE, type LineInContext, type LinesOfSource } from '../../src/domain/line-in-context.ts'
import { useReader } from '../layout/reader.ts'

type Props = CloudLines & { slug: string; request: CloudRequest; page: number; name: string }

/** The lines in which a word of a cloud is said: as many as the cloud counts, each opening its place in the source. */
export function CloudLinesPage(props: Props) {
  const { slug, request, word, forms, count, units, of, unit, sources, name } = props
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <p class="small">
          <a href={`/projects/${slug}/word-cloud${queryOf(request)}`}>{say('cloud.lines-back')}</a>
        </p>
        <h1>{say('cloud.lines-title', { word })}</h1>
        {count > 0 && (
          <p class="sentence">
            <b>{say(unit === 'case' ? 'cloud.lines-count' : 'cloud.lines-count-sources', { count, units, of })}</b> {say('cloud.lines-in', { of: name })}{' '}
            {forms.length > 1 && say('cloud.lines-forms', { forms: forms.join(', ') })}
          </p>
        )}
      </header>
      {count === 0 ? (
        <>
          <p class="lead">{say('cloud.lines-none')}</p>
          <p class="row cloud-foot">
            <a href={`/projects/${slug}/search?q=${encodeURIComponent(word)}`}>{say('cloud.lines-search', { word })}</a>
          </p>
        </>
      ) : (
        <>
          <table class="kwic cloud-lines">
            <caption class="vh">{say('cloud.lines-caption')}</caption>
            <colgroup>
              <col class="place" />
              <col />
              <col class="right" />
            </colgroup>
            {sources.map((source) => (
              <SourceLines slug={slug} source={source} />
            ))}
          </table>
          <Pages {...props} />
        </>
      )}
    </>
  )
}

function SourceLines({ slug, source }: { slug: string; source: LinesOfSource }) {
  const { say } = useReader()
  const cases = source.cases.filter((one) => one !== source.title).join(', ')
  return (
    <tbody>
      <tr class="case-row">
        <th colspan={3} scope="rowgroup">
          {source.title} <span>{`${cases && `${cases}, `}${say('cloud.lines-here', { n: source.lines.length })}`}</span>
        </th>
      </tr>
      {source.lines.map((line) => (
        <Line slug={slug} source={source} line={line} />
      ))}
    </tbody>
  )
}

function Line({ slug, source, line }: { slug: string; source: LinesOfSource; line: LineInContext }) {
  const { say } = useReader()
  const number = line.paragraph ?? 1
  const href = `/projects/${slug}/sources/${source.sourceId}?at=${line.start}-${line.end}#st-${number}`
  return (
    <tr>
      <td class="place">
        <a href={href} aria-label={say('cloud.open-place', { source: source.title, number })}>
          {say('cloud.paragraph', { number })}
        </a>
      </td>
      <td class="left">
        <bdi>{`${line.leftCut ? '… ' : ''}${line.left}`}</bdi>
      </td>
      <td class="right">
        <mark class="hit">{line.key}</mark>
        {`${line.right}${line.rightCut ? ' …' : ''}`}
      </td>
    </tr>
  )
}

function Pages({ slug, request, word, count, page }: Props) {
  const { say } = useReader()
  const pages = Math.ceil(count / LINES_A_PAGE)
  if (pages < 2) return null
  const address = (to: number) => `/projects/${slug}/word-cloud/lines${queryOf(request, { word, page: `${to}` })}`
  return (
    <p class="row cloud-foot">
      {page > 1 && <a href={address(page - 1)}>{say('cloud.lines-previous')}</a>}
      <span>{say('cloud.lines-page', { page, pages })}</span>
      {page < pages && <a href={address(page + 1)}>{say('cloud.lines-next')}</a>}
    </p>
  )
}

import type { CloudChoices } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
import { WORDS_A_PAGE, type WordList, type WordOrder } from '../../src/domain/word-list.ts'
import { Pager } from '../layout/pager.tsx'
import { useReader } from '../layout/reader.ts'
import { WordTable } from './word-table.tsx'
import { WordsForm } from './words-form.tsx'

type Props = {
  slug: string
  request: CloudRequest
  order: WordOrder
  page: number
  choices: CloudChoices
  cuts: string
  groups: { value: string; label: string }[]
  list: WordList
  names: string[]
}

/** The words that informants use, in numbers; two groups of cases against each other, with what tells them apart. Each number opens its lines. */
export function WordsPage({ slug, request, order, page, choices, cuts, groups, list, names }: Props) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <h1>{say('words.title')}</h1>
        <p class="lead">{say(request.beside ? 'words.lead-two' : 'words.lead')}</p>
        <p class="small">
          <a href={`/projects/${slug}/word-cloud${queryOf(request)}`}>{say('words.to-cloud')}</a>
        </p>
      </header>
      <WordsForm slug={slug} request={request} order={order} choices={choices} cuts={cuts} groups={groups} />
      {list.words.length === 0 ? (
        <Empty slug={slug} request={request} sources={choices.sources} />
      ) : (
        <section class="section">
          <header>
            <h2>{say('words.n', { n: list.all })}</h2>
            <Downloads slug={slug} request={request} />
          </header>
          <Bases list={list} names={names} />
          <WordTable slug={slug} request={request} order={order} list={list} names={names} />
          <Pager to={(n) => `/projects/${slug}/words${queryOf(request, { order, page: `${n}` })}`} page={page} pages={Math.ceil(list.all / WORDS_A_PAGE)} />
          {request.beside && <p class="quiet small cloud-foot">{say('words.how-compared')}</p>}
        </section>
      )}
    </>
  )
}

/** What each group's numbers are of. */
function Bases({ list, names }: { list: WordList; names: readonly string[] }) {
  const { say } = useReader()
  return (
    <ul class="word-bases small">
      {list.groups.map(({ total, of, quotations }, at) => {
        const sources = list.unit === 'case' ? '' : '-sources'
        const base = quotations === null ? say(`cloud.base-words${sources}`, { total, of }) : say(`cloud.base-quoted${sources}`, { total, quotations, of })
        return (
          <li>
            <b>{names[at]}:</b> {base}
          </li>
        )
      })}
    </ul>
  )
}

function Downloads({ slug, request }: { slug: string; request: CloudRequest }) {
  const { say } = useReader()
  return (
    <span class="row push small">
      {say('cloud.download')}
      {['csv', 'xlsx', 'json'].map((format) => (
        <a href={`/projects/${slug}/exports/words.${format}${queryOf(request)}`} download>
          {format}
        </a>
      ))}
    </span>
  )
}

/** Nothing to show: what would stand here, and the way there. */
function Empty({ slug, request, sources }: { slug: string; request: CloudRequest; sources: number }) {
  const { say } = useReader()
  const quoted = request.themeId !== null || request.coderId !== null
  return (
    <section class="section">
      <header>
        <h2>{say('cloud.empty-title')}</h2>
      </header>
      <p class="lead">{say(sources === 0 ? 'cloud.empty-project' : quoted ? 'cloud.empty-quoted' : 'cloud.empty-narrow')}</p>
      <p class="row cloud-foot">
        {sources === 0 ? (
          <a class="button first" href={`/projects/${slug}/imports`}>
            {say('cloud.to-import')}
          </a>
        ) : (
          <a href={`/projects/${slug}/words`}>{say('cloud.reset')}</a>
        )}
      </p>
    </section>
  )
}

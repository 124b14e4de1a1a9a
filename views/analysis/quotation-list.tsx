import type { CasePart } from '../../src/domain/case-parts.ts'
import type { QuotationPage } from '../../src/domain/listed-quotation.ts'
import { sayPartHead } from '../../src/texts/denominator-sentences.ts'
import { CodeSelect } from '../codebook/code-select.tsx'
import { Pager } from '../layout/pager.tsx'
import { useReader } from '../layout/reader.ts'
import { ComparedQuotation, GroupHead, type ListReading, queryOf } from './compared-quotation.tsx'
import { SaveSet } from './save-set.tsx'

type Choice = { id: number; key: string; label: string; path: string }
type Props = {
  slug: string
  list: QuotationPage
  reading: ListReading
  sentence: string
  codes: readonly Choice[]
  /** The one code that the list is about, where it is about one. */
  code: { id: number; label: string } | undefined
  /** How those it is of were judged, where it is of such. */
  state: 'yes' | 'no' | 'partly' | undefined
  /** Which of the code's cases were counted, where a number that counts them opened the list. */
  part: CasePart | undefined
}

/** The reading column of any filter: what is counted, then the words, more as one reads on. */
export function QuotationList({ slug, list, reading, sentence, codes, code, state, part = state }: Props) {
  const { say } = useReader()
  const { total, page, pages } = list
  const { filter } = reading
  const titleOf = code && (part ? `${sayPartHead(part, say)}: ${code.label}` : say('quotations.title-of', { label: code.label }))
  return (
    <div class="reading-list">
      <h1>{code ? titleOf : say('quotations.title')}</h1>
      <ListSaid list={list} by={reading.by} sentence={sentence} />
      <Wishes slug={slug} reading={reading} />
      {filter && filter.length < 6000 && <SaveSet slug={slug} filter={filter} back={`/projects/${slug}/quotations?${queryOf(reading)}`} />}
      {total.quotations === 0 ? (
        <p class="notice">{filter ? say('quotations.none') : say('quotations.empty')}</p>
      ) : (
        <>
          <div id="quotations">
            <QuotationRows slug={slug} list={list} reading={reading} />
          </div>
          <Many slug={slug} reading={reading} page={page} codes={codes} code={code} />
        </>
      )}
      {pages > 1 && (
        <noscript>
          <Pager to={(n) => `/projects/${slug}/quotations?${[queryOf(reading), `page=${n}`].filter(Boolean).join('&')}`} page={page} pages={pages} />
        </noscript>
      )}
    </div>
  )
}

/** What is counted. `#quotations-said` ← acts on the list. */
export function ListSaid({ list, by, sentence }: { list: Pick<QuotationPage, 'total' | 'grouped'>; by: ListReading['by']; sentence: string }) {
  const { say } = useReader()
  const { total, grouped } = list
  return (
    <p class="sentence" id="quotations-said">
      <b>{say('quotations.count', { n: total.quotations })}</b> {say('quotations.codings', { n: total.codings })}
      {grouped && `, ${say(by === 'case' ? 'quotations.in-cases' : 'quotations.in-sources', grouped)}`}
      {sentence ? `. ${say('filter.only', { sentence })}` : '.'}
    </p>
  )
}

/** Which quotations, in which order, and how much of what stands round them. */
function Wishes({ slug, reading }: { slug: string; reading: ListReading }) {
  const { say } = useReader()
  const { filter, by, context } = reading
  const exports = `/projects/${slug}/exports`
  return (
    <form class="controls" action={`/projects/${slug}/quotations`}>
      <label for="filter">{say('filter.label')}</label>
      <input id="filter" name="filter" value={filter} autocomplete="off" spellcheck={false} />
      <label class="vh" for="by">
        {say('quotations.by')}
      </label>
      <select id="by" name="by">
        {(['none', 'source', 'case'] as const).map((one) => (
          <option value={one} selected={one === by}>
            {say(`quotations.by-${one}`)}
          </option>
        ))}
      </select>
      <label class="vh" for="context">
        {say('quotations.context')}
      </label>
      <select id="context" name="context">
        {(['sentence', 'paragraph'] as const).map((one) => (
          <option value={one} selected={one === context}>
            {say(`quotations.context-${one}`)}
          </option>
        ))}
      </select>
      <button class="button" type="submit">
        {say('filter.apply')}
      </button>
      <span class="push row">
        {say('act.download')} <a href={`${exports}/quotations.xlsx?filter=${encodeURIComponent(filter)}`}>xlsx</a>
        <a href={`${exports}/quotations.csv?filter=${encodeURIComponent(filter)}`}>csv</a>
        <a href={`/projects/${slug}/publication?filter=${encodeURIComponent(filter)}`}>{say('publish.title')}</a>
      </span>
    </form>
  )
}

/** The quotations of a page, and what fetches the next as soon as it is seen. `#more` ← the next page. */
export function QuotationRows({ slug, list, reading }: Pick<Props, 'slug' | 'list' | 'reading'>) {
  const { say } = useReader()
  const { more, total } = list
  let under = list.before
  const address = (query: string) => `/projects/${slug}/quotations?${[queryOf(reading), query].filter(Boolean).join('&')}`
  return (
    <>
      {list.quotations.map((quotation) => {
        const head = quotation.group && quotation.group.key !== under ? quotation.group : null
        under = quotation.group?.key ?? null
        return (
          <>
            {head && <GroupHead of={head} total={total.quotations} />}
            <ComparedQuotation slug={slug} quotation={quotation} reading={reading} />
          </>
        )
      })}
      {more && (
        <p id="more" class="more-quotations">
          <a
            class="button"
            href={address(`page=${more.page}`)}
            hx-get={address(`after=${more.after}&page=${more.page}`)}
            hx-trigger="revealed, click"
            hx-target="#more"
            hx-swap="outerHTML"
          >
            {say('quotations.more')}
          </a>
        </p>
      )}
    </>
  )
}

/** Give what is ticked another code, or part the code that the list is about. */
function Many({ slug, reading, page, codes, code }: { slug: string; reading: ListReading; page: number; codes: readonly Choice[]; code: Props['code'] }) {
  const { say } = useReader()
  return (
    <form id="many" method="post" action={`/projects/${slug}/quotations/recoding`}>
      {Object.entries({ ...reading, page: `${page}` }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset class="row end recode-many">
        <legend class="vh">{say('quotations.recode')}</legend>
        <div class="field">
          <label for="recode-to">{say('quotations.recode-to')}</label>
          <CodeSelect id="recode-to" codes={codes.map(({ id, key, label, path }) => ({ id, key, label, path }))} />
        </div>
        <button class="button" type="submit">
          {say('quotations.recode')}
        </button>
        {code && (
          <button class="button" type="submit" formmethod="get" formaction={`/projects/${slug}/codes/${code.id}/split`}>
            {say('codebook.split')}
          </button>
        )}
        <span class="quiet small">{say(code ? 'quotations.split-how' : 'quotations.recode-how')}</span>
      </fieldset>
    </form>
  )
}

import { useReader } from '../layout/reader.ts'
import { Quotation, type ShownQuotation } from './quotation.tsx'

export type ShownPage = { quotations: readonly ShownQuotation[]; total: { quotations: number; codings: number }; page: number; pages: number }
type Props = { slug: string; list: ShownPage; filter: string; sentence: string; exports: string }

/** The reading column of any filter: what is counted, then the words, a page at a time. */
export function QuotationList({ slug, list, filter, sentence, exports }: Props) {
  const { say } = useReader()
  const { total, page, pages } = list
  return (
    <div class="reading-list">
      <h1>{say('quotations.title')}</h1>
      <p class="sentence">
        <b>{say('quotations.count', { n: total.quotations })}</b> {say('quotations.codings', { n: total.codings })}
        {sentence ? `. ${say('filter.only', { sentence })}` : '.'}
      </p>
      <form class="controls" action={`/projects/${slug}/quotations`}>
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name="filter" value={filter} autocomplete="off" spellcheck={false} />
        <button class="button" type="submit">
          {say('filter.apply')}
        </button>
        <span class="push row">
          {say('act.download')} <a href={`${exports}/quotations.xlsx?filter=${encodeURIComponent(filter)}`}>xlsx</a>
          <a href={`${exports}/quotations.csv?filter=${encodeURIComponent(filter)}`}>csv</a>
        </span>
      </form>
      {total.quotations === 0 ? (
        <p class="notice">{filter ? say('quotations.none') : say('quotations.empty')}</p>
      ) : (
        list.quotations.map((quotation) => <Quotation slug={slug} quotation={quotation} />)
      )}
      {pages > 1 && <Pager at={`/projects/${slug}/quotations`} filter={filter} page={page} pages={pages} />}
    </div>
  )
}

function Pager({ at, filter, page, pages }: { at: string; filter: string; page: number; pages: number }) {
  const { say } = useReader()
  const to = (n: number) => `${at}?${new URLSearchParams({ ...(filter && { filter }), page: `${n}` })}`
  return (
    <nav class="row pager" aria-label={say('quotations.pages')}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {say('quotations.previous')}
        </a>
      )}
      <span>{say('quotations.page', { page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {say('quotations.next')}
        </a>
      )}
    </nav>
  )
}

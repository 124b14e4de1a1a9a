import { useReader } from '../layout/reader.ts'
import { Quotation, type ShownQuotation } from './quotation.tsx'
import { SaveSet } from './save-set.tsx'

export type ShownPage = { quotations: readonly ShownQuotation[]; total: { quotations: number; codings: number }; page: number; pages: number }
type Choice = { id: number; key: string; label: string }
type Props = { slug: string; list: ShownPage; filter: string; sentence: string; exports: string; codes: readonly Choice[] }

/** The reading column of any filter: what is counted, then the words, a page at a time. */
export function QuotationList({ slug, list, filter, sentence, exports, codes }: Props) {
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
      {filter && filter.length < 6000 && <SaveSet slug={slug} filter={filter} back={`/projects/${slug}/quotations?filter=${encodeURIComponent(filter)}`} />}
      {total.quotations === 0 ? (
        <p class="notice">{filter ? say('quotations.none') : say('quotations.empty')}</p>
      ) : (
        <form method="post" action={`/projects/${slug}/quotations/recoding`}>
          <input type="hidden" name="filter" value={filter} />
          <input type="hidden" name="page" value={String(page)} />
          {list.quotations.map((quotation) => (
            <Quotation slug={slug} quotation={quotation} choosable />
          ))}
          <Recode codes={codes} />
        </form>
      )}
      {pages > 1 && <Pager at={`/projects/${slug}/quotations`} filter={filter} page={page} pages={pages} />}
    </div>
  )
}

/** Give what is ticked another code. */
function Recode({ codes }: { codes: readonly Choice[] }) {
  const { say } = useReader()
  return (
    <fieldset class="row end recode-many">
      <legend class="vh">{say('quotations.recode')}</legend>
      <div class="field">
        <label for="recode-to">{say('quotations.recode-to')}</label>
        <select id="recode-to" name="codeId">
          {codes.map((code) => (
            <option value={String(code.id)}>{`${code.key} ${code.label}`}</option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {say('quotations.recode')}
      </button>
      <span class="quiet small">{say('quotations.recode-how')}</span>
    </fieldset>
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

import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { AnalysisHead, FilterField, Narrowed } from './analysis-parts.tsx'
import type { ShownPassages } from './together-column.tsx'
import { RelationPick, type TogetherWishes, togetherQuery, WordsBetween } from './together-form.tsx'
import { MarkedCodes, TogetherPassage } from './together-passage.tsx'

/** Codes to choose at most at once. */
export const MOST_CHOSEN = 5
type Choice = { id: number; key: string; label: string; depth: number }
type Props = { slug: string; list: ShownPassages; wishes: TogetherWishes; choices: readonly Choice[]; sentence: string }

/** The passages in which two, three or more codes stand together, a page at a time. */
export function TogetherList({ slug, list, wishes, choices, sentence }: Props) {
  const { say } = useReader()
  const { codes: _, ...query } = togetherQuery(wishes)
  const at = `/projects/${slug}/co-occurrence`
  const to = (page: number) =>
    `${at}/passages?${new URLSearchParams([...list.codes.map(({ id }) => ['code', `${id}`]), ...Object.entries(query), ['page', `${page}`]])}`
  return (
    <div class="reading-list">
      <AnalysisHead slug={slug} title={say('co.passages')} lead={say('co.lead')} />
      <p class="small">
        <a href={`${at}?${new URLSearchParams(query)}`}>{say('co.to-table')}</a>
      </p>
      <TogetherChoice at={`${at}/passages`} list={list} wishes={wishes} choices={choices} />
      <Narrowed sentence={sentence} />
      <section class="section">
        <header>
          <h2>{say('co.places', { n: list.total })}</h2>
          <MarkedCodes codes={list.codes} />
        </header>
        <p class="quiet small">
          {wishes.relation === 'inside' ? say('co.explain-inside-list') : say(`co.explain-${wishes.relation}`, { words: wishes.words })}
        </p>
        {list.total === 0 && <p class="notice">{say('co.passages-none')}</p>}
        {list.passages.map((passage) => (
          <TogetherPassage slug={slug} passage={passage} codes={list.codes} />
        ))}
      </section>
      {list.pages > 1 && (
        <nav class="row pager" aria-label={say('quotations.pages')}>
          {list.page > 1 && <a href={to(list.page - 1)}>{say('quotations.previous')}</a>}
          <span>{say('quotations.page', { page: list.page, pages: list.pages })}</span>
          {list.page < list.pages && <a href={to(list.page + 1)}>{say('quotations.next')}</a>}
        </nav>
      )}
    </div>
  )
}

function TogetherChoice({ at, list, wishes, choices }: { at: string } & Omit<Props, 'slug' | 'sentence'>) {
  const { say } = useReader()
  const options = choices.map(({ id, key, label, depth }) => ({ value: `${id}`, label: `${'\u2003'.repeat(depth)}${key} ${label}` }))
  const chosen = [...list.codes.map(({ id }) => id), null].slice(0, MOST_CHOSEN)
  return (
    <form class="analysis-form" action={at} data-island="matrix-form">
      <p class="sentence">
        <RelationPick label={say('co.choose')} of="where" chosen={wishes.relation} />
        {chosen.map((id, nth) => (
          <>
            {nth === 0 ? ': ' : ` ${say('co.and')} `}
            <Select
              name="code"
              label={<span class="vh">{say('co.nth', { n: nth + 1 })}</span>}
              {...(nth > 1 && { all: say('co.no-code') })}
              chosen={id}
              options={options}
            />
          </>
        ))}
      </p>
      <FilterField filter={wishes.filter}>
        <WordsBetween wishes={wishes} />
      </FilterField>
    </form>
  )
}

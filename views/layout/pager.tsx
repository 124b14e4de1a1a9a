import { useReader } from './reader.ts'

/** The way between the pages of a list. `to`: the address of a page by its number. */
export function Pager({ to, page, pages }: { to: (page: number) => string; page: number; pages: number }) {
  const { say } = useReader()
  if (pages <= 1) return null
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

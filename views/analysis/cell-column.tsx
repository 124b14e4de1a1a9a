import type { QuotationPage } from '../../src/domain/listed-quotation.ts'
import type { MemoPlace } from '../../src/domain/memo.ts'
import { useReader } from '../layout/reader.ts'
import { MemoSection, type ShownMemo } from '../memos/memo-section.tsx'
import { Quotation } from './quotation.tsx'

export type OpenCell = {
  address: string
  title: string
  /** Distinct quotations of the whole column or row beside the cell's. */
  of: { label: string; n: number } | undefined
  list: QuotationPage
  /** The memos of a cell of a case and a code; a group of cases has none. */
  memos: { place: MemoPlace; memos: readonly ShownMemo[] } | undefined
  /** Whether it is of a group of cases. */
  ofGroup?: boolean
  filter: string
  closeTo: string
  previous: string | undefined
  next: string | undefined
  /** Ways to put its row and its column where they are seen better. */
  ways?: readonly { label: string; to: string }[] | undefined
}

/** The words behind a cell. `#cell` ← a cell of the matrix, or of the frequencies. */
export function CellColumn({ slug, open }: { slug: string; open: OpenCell | undefined }) {
  const { say } = useReader()
  if (!open)
    return (
      <section class="column" id="cell" aria-labelledby="cell-h" tabindex={-1}>
        <header>
          <h2 id="cell-h">{say('cell.nothing')}</h2>
          <p class="quiet">{say('cell.how')}</p>
        </header>
      </section>
    )
  const { list, title, of, filter, closeTo } = open
  const rest = list.total.quotations - list.quotations.length
  return (
    <section class="column" id="cell" aria-labelledby="cell-h" tabindex={-1} data-open={open.address} data-noted={say('memo.has')}>
      <header>
        <div class="row small">
          {open.previous && <Step to={open.previous} label={say('cell.previous')} />}
          {open.next && <Step to={open.next} label={say('cell.next')} />}
          <a class="button bare push" href={closeTo} hx-get={closeTo} hx-target="#cell" hx-swap="outerHTML" data-close>
            {say('act.close')} <kbd aria-hidden="true">Esc</kbd>
          </a>
        </div>
        <h2 id="cell-h">{title}</h2>
        <p class="row">
          <span>{say('quotations.count', { n: list.total.quotations })}</span>
          {of && <span class="quiet">{say('cell.of', { label: of.label, n: of.n })}</span>}
        </p>
        {open.ways && <Ways ways={open.ways} />}
      </header>
      {open.memos && <MemoSection base={`/projects/${slug}`} {...open.memos} />}
      {open.ofGroup && open.of && <p class="quiet small">{say('cell.no-memo')}</p>}
      {list.quotations.map((quotation) => (
        <Quotation slug={slug} quotation={quotation} />
      ))}
      <div class="foot">
        <p>{rest === 0 ? say('cell.all', { n: list.total.quotations }) : say('cell.rest', { n: rest })}</p>
        {filter.length < 6000 && (
          <p>
            <a href={`/projects/${slug}/quotations?filter=${encodeURIComponent(filter)}`}>{say('cell.as-list')}</a>
          </p>
        )}
      </div>
    </section>
  )
}

function Ways({ ways }: { ways: NonNullable<OpenCell['ways']> }) {
  return (
    <p class="row small ways">
      {ways.map(({ label, to }) => (
        <a href={to}>{label}</a>
      ))}
    </p>
  )
}

function Step({ to, label }: { to: string; label: string }) {
  return (
    <a href={to} hx-get={to} hx-target="#cell" hx-swap="outerHTML" data-step>
      {label}
    </a>
  )
}

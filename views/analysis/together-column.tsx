import type { Relation } from '../../src/domain/co-occurrence.ts'
import { useReader } from '../layout/reader.ts'
import { type MarkedCode, MarkedCodes, type ShownPassage, TogetherPassage } from './together-passage.tsx'

export type ShownPassages = { codes: readonly MarkedCode[]; passages: readonly ShownPassage[]; total: number; page: number; pages: number }
export type OpenTogether = { address: string; list: ShownPassages; relation: Relation; closeTo: string; listAt: string }

/** The passages behind a number of the table. `#cell` ← a cell of co-occurrence. */
export function TogetherColumn({ slug, open }: { slug: string; open: OpenTogether | undefined }) {
  const { say } = useReader()
  if (!open)
    return (
      <section class="column" id="cell" aria-labelledby="cell-h" tabindex={-1}>
        <header>
          <h2 id="cell-h">{say('co.nothing')}</h2>
          <p class="quiet">{say('co.how')}</p>
        </header>
      </section>
    )
  const { list, relation, closeTo, listAt, address } = open
  const [one, other] = list.codes
  const rest = list.total - list.passages.length
  return (
    <section class="column" id="cell" aria-labelledby="cell-h" tabindex={-1} data-open={address}>
      <header>
        <div class="row small">
          <a class="button bare push" href={closeTo} hx-get={closeTo} hx-target="#cell" hx-swap="outerHTML" data-close>
            {say('act.close')} <kbd aria-hidden="true">Esc</kbd>
          </a>
        </div>
        <h2 id="cell-h">{say(relation === 'inside' ? 'co.pair-inside' : 'co.pair', { one: one!.label, other: other!.label })}</h2>
        <p>{say('co.places', { n: list.total })}</p>
        <MarkedCodes codes={list.codes} />
      </header>
      {list.passages.map((passage) => (
        <TogetherPassage slug={slug} passage={passage} codes={list.codes} />
      ))}
      <div class="foot">
        <p>{rest === 0 ? say('co.all-shown', { n: list.total }) : say('co.more', { n: rest })}</p>
        <p>
          <a href={listAt}>{say('co.as-list')}</a>
        </p>
      </div>
    </section>
  )
}

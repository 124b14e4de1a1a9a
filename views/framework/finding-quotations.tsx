import type { ListedQuotation } from '../../src/domain/listed-quotation.ts'
import { CitedWords } from '../analysis/quotation.tsx'
import { useReader } from '../layout/reader.ts'
import { CellFields } from './cell-fields.tsx'
import type { OpenFinding } from './finding-column.tsx'
import { type FrameworkWishes, frameworkAddress } from './framework-address.ts'

export type ShownList = { quotations: readonly ListedQuotation[]; total: { quotations: number } }
type Props = { base: string; slug: string; wishes: FrameworkWishes; open: OpenFinding }

/** The quotations to sum up, each to be picked as evidence. `#finding-quotations` ← picking one. */
export function FindingQuotations(props: Props) {
  const { say } = useReader()
  const { base, open } = props
  const { list, cell } = open
  const rest = list.total.quotations - list.quotations.length
  const elsewhere = cell.picked.filter((id) => !list.quotations.some((quotation) => quotation.id === id)).length
  return (
    <section id="finding-quotations">
      <h3>
        {say('framework.quotations', { n: list.total.quotations })} <span class="quiet small">{say('framework.n-evidence', { n: cell.evidence })}</span>
      </h3>
      {list.total.quotations === 0 && <p class="quiet small">{say('framework.no-quotations')}</p>}
      {list.quotations.map((quotation) => (
        <Pickable {...props} quotation={quotation} picked={cell.picked.includes(quotation.id)} />
      ))}
      {rest === 0 && elsewhere > 0 && <p class="notice">{say('framework.evidence-elsewhere', { n: elsewhere })}</p>}
      {rest > 0 && open.filter.length < 6000 && (
        <p class="foot">
          <a href={`${base}/quotations?filter=${encodeURIComponent(open.filter)}`}>{say('cell.rest', { n: rest })}</a>
        </p>
      )}
    </section>
  )
}

function Pickable({ base, slug, wishes, open, quotation, picked }: Props & { quotation: ListedQuotation; picked: boolean }) {
  const { say } = useReader()
  const action = `${base}/framework/evidence`
  const codingId = quotation.codings[0]!.ids[0]!
  return (
    <figure class={picked ? 'quotation pickable picked' : 'quotation pickable'} id={`q${quotation.id}`}>
      <CitedWords slug={slug} quotation={quotation} />
      <form class="row" method="post" action={action} hx-post={action} hx-swap="none">
        <CellFields open={open} back={frameworkAddress(base, wishes, { cell: open.place })} />
        <input type="hidden" name="codingId" value={String(codingId)} />
        <input type="hidden" name="picked" value={picked ? '' : 'yes'} />
        <button class="button small" type="submit" aria-pressed={picked ? 'true' : 'false'} id={`pick-${quotation.id}`} data-does="pick">
          {say('framework.evidence')}
        </button>
      </form>
    </figure>
  )
}

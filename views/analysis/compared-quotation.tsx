import type { ListedQuotation } from '../../src/domain/listed-quotation.ts'
import { useReader } from '../layout/reader.ts'
import { FreshMark } from '../review/fresh-mark.tsx'
import { CodeKey } from './code-key.tsx'
import { Cite, Words } from './quotation.tsx'

/** How a list is read: its filter, what it stands under, how much is shown round the words. */
export type ListReading = { filter: string; by: 'none' | 'source' | 'case'; context: 'sentence' | 'paragraph'; of: string }
type Props = { slug: string; quotation: ListedQuotation; reading: ListReading }

/**
 * A quotation of the reading column, to be compared with the others: its codes can be ticked for acts on many, and what can be done
 * with it alone is fetched into `#acts-ID`. `#qID` ← every act on it from here.
 */
export function ComparedQuotation({ slug, quotation, reading }: Props) {
  const { say, coderName } = useReader()
  const { id, codes, codings, also, examples } = quotation
  return (
    <figure class="quotation compared" id={`q${id}`} tabindex={-1} data-quotation={id}>
      <Words quotation={quotation} />
      <figcaption class="cite">
        <Cite slug={slug} quotation={quotation} />
        <span class="row">
          {codes.map((code) => (
            <label class="check">
              <input type="checkbox" name="codings" form="many" value={codings.find((one) => one.codeId === code.id)?.ids.join('-') ?? ''} />
              <CodeKey code={code} />
            </label>
          ))}
        </span>
        {also.length > 0 && (
          <span class="row also">
            {say('quotations.also')}
            {also.map((code) => (
              <CodeKey code={code} />
            ))}
          </span>
        )}
        <span>{quotation.coders.map(coderName).join(', ')}</span>
        <FreshMark of={codings.flatMap(({ ids }) => ids.map((one) => `coding ${one}`))} />
        {quotation.evidence && <span class="is-example">{say('quotations.is-evidence')}</span>}
        {examples.length > 0 && <span class="is-example">{say('quotations.is-example')}</span>}
        <ActsLink slug={slug} quotation={quotation} reading={reading} />
      </figcaption>
      <div class="quotation-acts" id={`acts-${id}`} />
    </figure>
  )
}

function ActsLink({ slug, quotation: { id, group }, reading }: Props) {
  const { say } = useReader()
  const address = `/projects/${slug}/quotations/${id}/acts?${queryOf(reading)}${group ? `&group=${group.key}` : ''}`
  return (
    <a class="push" href={address} hx-get={address} hx-target={`#acts-${id}`} hx-swap="innerHTML" data-does="acts">
      {say('quotations.change')}
    </a>
  )
}

/** The reading as an address says it. */
export function queryOf({ filter, by, context, of }: ListReading): string {
  return new URLSearchParams({
    ...(filter && { filter }),
    ...(by !== 'none' && { by }),
    ...(context !== 'sentence' && { context }),
    ...(of && { of }),
  }).toString()
}

/** What the next quotations stand under, with how many of the list that is. `#group-KEY` ← an act on one of them. */
export function GroupHead({ of, total }: { of: { key: string; label: string; n: number }; total: number }) {
  const { say } = useReader()
  return (
    <h2 class="list-group" id={`group-${of.key}`}>
      {of.label || say('quotations.no-case')} <span class="quiet small">{say('quotations.of-all', { n: of.n, total })}</span>
    </h2>
  )
}

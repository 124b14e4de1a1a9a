import type { ListedQuotation } from '../../src/domain/listed-quotation.ts'
import { CopyAddress } from '../layout/copy-address.tsx'
import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'

/** A quotation in its context, with where it is from, its codes and who put them there. */
export function Quotation({ slug, quotation }: { slug: string; quotation: ListedQuotation }) {
  return (
    <figure class="quotation" id={`q${quotation.id}`}>
      <CitedWords slug={slug} quotation={quotation} />
    </figure>
  )
}

/** What such a figure holds, wherever it stands. */
export function CitedWords({ slug, quotation }: { slug: string; quotation: ListedQuotation }) {
  const { coderName } = useReader()
  return (
    <>
      <Words quotation={quotation} />
      <figcaption class="cite">
        <Cite slug={slug} quotation={quotation} />
        <span class="row">
          {quotation.codes.map((code) => (
            <CodeKey code={code} />
          ))}
        </span>
        <span>{quotation.coders.map(coderName).join(', ')}</span>
        <CopyAddress to={`/projects/${slug}/q/${quotation.guid}`} />
      </figcaption>
    </>
  )
}

/** The words, with what stands round them paler. */
export function Words({ quotation: { before, words, after } }: { quotation: ListedQuotation }) {
  return (
    <blockquote>
      {before && <span class="context">{before}</span>}
      {words}
      {after && <span class="context">{after}</span>}
    </blockquote>
  )
}

type Cited = Pick<ListedQuotation, 'source' | 'start' | 'end' | 'paragraph'>

/** Where it stands: a link to the very words. */
export function Cite({ slug, quotation: { source, start, end, paragraph } }: { slug: string; quotation: Cited }) {
  const { say } = useReader()
  return (
    <a href={`/projects/${slug}/sources/${source.id}?at=${start}-${end}#st-${paragraph}`}>
      {say('quotations.cite', { source: source.title, paragraph: `${paragraph}` })}
    </a>
  )
}

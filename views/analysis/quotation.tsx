import { CopyAddress } from '../layout/copy-address.tsx'
import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'

export type ShownQuotation = {
  id: number
  guid: string
  source: { id: number; title: string }
  start: number
  end: number
  paragraph: number
  words: string
  before: string
  after: string
  cases: readonly string[]
  codes: readonly { id: number; key: string; tone: number; depth: number; label: string; path: string }[]
  coders: readonly string[]
  codings: readonly { codeId: number; ids: readonly number[] }[]
}

/** A quotation in its context, with where it is from, its codes and who put them there. */
export function Quotation({ slug, quotation, choosable = false }: { slug: string; quotation: ShownQuotation; choosable?: boolean }) {
  const { say, coderName } = useReader()
  const { source, start, end, paragraph, before, words, after } = quotation
  return (
    <figure class="quotation" id={`q${quotation.id}`}>
      <blockquote>
        {before && <span class="context">{before}</span>}
        {words}
        {after && <span class="context">{after}</span>}
      </blockquote>
      <figcaption class="cite">
        <a href={`/projects/${slug}/sources/${source.id}?at=${start}-${end}#st-${paragraph}`}>
          {say('quotations.cite', { source: source.title, paragraph: `${paragraph}` })}
        </a>
        <span class="row">
          {quotation.codes.map((code) =>
            choosable ? (
              <label class="check">
                <input type="checkbox" name="codings" value={quotation.codings.find((one) => one.codeId === code.id)?.ids.join('-') ?? ''} />
                <CodeKey code={code} />
              </label>
            ) : (
              <CodeKey code={code} />
            ),
          )}
        </span>
        <span>{quotation.coders.map(coderName).join(', ')}</span>
        <CopyAddress to={`/projects/${slug}/q/${quotation.guid}`} />
      </figcaption>
    </figure>
  )
}

import { useReader } from '../layout/reader.ts'

type Gone = { words: string; source: string; paragraph: number; actor: string; when: string; actId: number }

/** What stood at the address of a quotation that is gone, and who took it away when. */
export function GoneQuotation({ base, gone }: { base: string; gone: Gone }) {
  const { say, when, coderName } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('address.gone-title')}</h1>
        <p class="lead">{say('address.gone', { actor: coderName(gone.actor), when: when(gone.when) })}</p>
      </div>
      <figure class="quotation">
        <blockquote>{gone.words}</blockquote>
        <figcaption class="cite">{say('quotations.cite', { source: gone.source, paragraph: `${gone.paragraph}` })}</figcaption>
      </figure>
      <p>
        <a href={`${base}/history/${gone.actId}`}>{say('address.gone-act')}</a>
      </p>
    </>
  )
}

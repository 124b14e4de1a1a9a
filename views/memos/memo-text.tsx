import { firstWords, partsOfMemo, type QuotationLink } from '../../src/domain/memo-text.ts'
import { useReader } from '../layout/reader.ts'

type Props = { base: string; memo: { text: string; links: readonly QuotationLink[] } }

/** A memo's words; where an address of a quotation stands in them, a link with the first words that the quotation has now. */
export function MemoText({ base, memo }: Props) {
  return (
    <p class="memo-text">
      {partsOfMemo(memo.text).map((part) => {
        if ('words' in part) return part.words
        const link = memo.links.find(({ guid }) => guid === part.guid)
        if (link) return <Linked base={base} link={link} />
        return part.slug === base.split('/').pop() ? <Gone base={base} guid={part.guid} /> : part.address
      })}
    </p>
  )
}

function Linked({ base, link }: { base: string; link: QuotationLink }) {
  const { say } = useReader()
  const reference =
    link.paragraph === null ? say('memo.link-waits', { source: link.source }) : say('quotations.cite', { source: link.source, paragraph: `${link.paragraph}` })
  return (
    <a class="quotation-link" href={`${base}/q/${link.guid}`}>
      <q>{firstWords(link.words)}</q>
      {` (${reference})`}
    </a>
  )
}

function Gone({ base, guid }: { base: string; guid: string }) {
  const { say } = useReader()
  return <a href={`${base}/q/${guid}`}>{say('memo.link-gone')}</a>
}

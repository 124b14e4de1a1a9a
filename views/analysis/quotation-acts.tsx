import { CodeSelect } from '../codebook/code-select.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection, type ShownMemo } from '../memos/memo-section.tsx'
import { PublishQuotation, type ShownPublication } from '../publication/publish-quotation.tsx'
import { CodeKey } from './code-key.tsx'
import type { ListReading } from './compared-quotation.tsx'

type KeyedCode = { id: number; key: string; tone: number; depth: number; label: string; path?: string; retiredAt: string | null }
export type ActedCoding = { id: number; code: KeyedCode; coder: string; madeAt: string; example: boolean; memos: readonly ShownMemo[] }
type Props = {
  slug: string
  quotationId: number
  guid: string
  publication: ShownPublication
  codings: readonly ActedCoding[]
  codes: readonly KeyedCode[]
  reading: ListReading & { group?: string | undefined }
}

/** What can be done with the codings of one quotation from the list: recode, copy, remove, show as an example, note; and how it is published. */
export function QuotationActs({ slug, quotationId, guid, publication, codings, codes, reading }: Props) {
  const { coderName, when } = useReader()
  const base = `/projects/${slug}`
  return (
    <>
      {codings.map((coding) => (
        <section class="coding-acts stack" data-coding={coding.id}>
          <h2 class="row small">
            <CodeKey code={coding.code} named /> <span class="quiet">{`${coderName(coding.coder)}, ${when(coding.madeAt)}`}</span>
          </h2>
          <div class="row">
            <CodeForm to={`${base}/quotations/codings/${coding.id}/code`} act="recode" coding={coding} codes={codes} reading={reading} />
            <CodeForm to={`${base}/quotations/codings/${coding.id}/copies`} act="copy" coding={coding} codes={codes} reading={reading} />
          </div>
          <div class="row">
            <PlainForm to={`${base}/codings/${coding.id}/example`} act={coding.example ? 'not-example' : 'example'} reading={reading} />
            <PlainForm to={`${base}/quotations/codings/${coding.id}/removal`} act="remove" reading={reading} />
          </div>
          <MemoSection base={base} place={{ kind: 'coding', id: coding.id }} memos={coding.memos} />
        </section>
      ))}
      <PublishQuotation slug={slug} quotationId={quotationId} address={`${base}/q/${guid}`} publication={publication} reading={reading} />
    </>
  )
}

type FormProps = { to: string; reading: Props['reading'] }

function Reading({ reading }: { reading: Props['reading'] }) {
  return <>{Object.entries(reading).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />)}</>
}

function CodeForm({ to, act, coding, codes, reading }: FormProps & { act: 'recode' | 'copy'; coding: ActedCoding; codes: readonly KeyedCode[] }) {
  const { say } = useReader()
  const said = say(act === 'recode' ? 'source.recode' : 'source.copy')
  return (
    <form class="row" method="post" action={to} hx-post={to} hx-swap="none" data-act={act}>
      <Reading reading={reading} />
      <CodeSelect
        label={said}
        codes={codes.filter((code) => act === 'recode' || code.id !== coding.code.id)}
        chosen={act === 'recode' ? coding.code.id : undefined}
      />
      <button class="link" type="submit">
        {said} {act === 'recode' && <kbd aria-hidden="true">E</kbd>}
      </button>
    </form>
  )
}

function PlainForm({ to, act, reading }: FormProps & { act: 'remove' | 'example' | 'not-example' }) {
  const { say } = useReader()
  const marks = act !== 'remove'
  return (
    <form method="post" action={to} hx-post={to} hx-swap="none" data-act={marks ? 'example' : 'remove'}>
      <Reading reading={reading} />
      {marks && <input type="hidden" name="page" value="quotations" />}
      {marks && <input type="hidden" name="example" value={act === 'example' ? '1' : '0'} />}
      <button class="link" type="submit">
        {say(act === 'remove' ? 'act.remove' : act === 'example' ? 'codebook.example-show' : 'codebook.example-take-away')}{' '}
        <kbd aria-hidden="true">{marks ? 'S' : 'Del'}</kbd>
      </button>
    </form>
  )
}

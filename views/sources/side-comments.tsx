import type { Coding } from '../../src/domain/coding.ts'
import { isAbout } from '../../src/domain/memo.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoText } from '../memos/memo-text.tsx'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; codings: readonly Coding[] }

/** What others have written of the codings here. It is answered with a memo of one's own, on the coding. Nothing where nobody has. */
export function SideComments({ of, codings }: Props) {
  const { say, coder, coderName, when } = useReader()
  const written = codings.flatMap((coding) =>
    of.memos
      .filter((memo) => isAbout(memo, 'coding', coding.id) || isAbout(memo, 'quotation', coding.quotationId))
      .filter((memo) => memo.coderId !== coder.id)
      .map((memo) => ({ memo, coding })),
  )
  const shown = [...new Map(written.map((one) => [one.memo.id, one])).values()]
  if (shown.length === 0) return null
  return (
    <section class="side-comments">
      <h3>{say('side.comments')}</h3>
      {shown.map(({ memo, coding }) => {
        const href = `${of.project}/codings/${coding.id}`
        return (
          <article class="comment">
            <p class="head row">
              <b>{coderName(memo.coder)}</b> {when(memo.madeAt)} <Key code={of.codeOf.get(coding.codeId)!} />
            </p>
            <MemoText base={of.project} memo={memo} />
            <p class="small">
              <a href={href} hx-get={href} hx-target="#passage" hx-swap="innerHTML">
                {say('side.answer')}
              </a>
            </p>
          </article>
        )
      })}
    </section>
  )
}

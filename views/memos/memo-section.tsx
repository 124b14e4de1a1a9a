import { anchorOf, type MemoPlace } from '../../src/domain/memo.ts'
import type { QuotationLink } from '../../src/domain/memo-text.ts'
import { useReader } from '../layout/reader.ts'
import { MemoText } from './memo-text.tsx'

export type ShownMemo = { id: number; coder: string; text: string; madeAt: string; links: readonly QuotationLink[] }
type Props = { base: string; place: MemoPlace; memos: readonly ShownMemo[]; open?: boolean }

/** The memos on one thing, each to edit, and a field for a new one. `#memos-<kind>-<id>` ← writing, editing and removing one. */
export function MemoSection({ base, place, memos, open = false }: Props) {
  const { say } = useReader()
  return (
    <section class="memos stack" id={anchorOf(place)}>
      <h3>{say('memo.title')}</h3>
      <MemoList base={base} place={place} memos={memos} open={open} />
    </section>
  )
}

/** As the section, without its heading. */
function MemoList({ base, place, memos, open = false }: Props) {
  const { say, path } = useReader()
  return (
    <>
      {memos.map((memo) => (
        <article class="memo" id={`memo-${memo.id}`}>
          <MemoText base={base} memo={memo} />
          <MemoBy memo={memo} />
          <MemoChange base={base} memo={memo} />
        </article>
      ))}
      <details open={open}>
        <summary data-does="memo">{say('memo.write')}</summary>
        <form class="stack" method="post" action={`${base}/memos`} hx-post={`${base}/memos`} hx-swap="none">
          <input type="hidden" name="kind" value={place.kind} />
          <PlaceFields place={place} />
          <input type="hidden" name="back" value={path} />
          <MemoField id={`new-${anchorOf(place)}`} text="" />
          <button class="button small" type="submit">
            {say('memo.save')}
          </button>
        </form>
      </details>
    </>
  )
}

function PlaceFields({ place }: { place: MemoPlace }) {
  if (place.kind !== 'finding') return <input type="hidden" name="id" value={String(place.id)} />
  return (
    <>
      <input type="hidden" name="caseId" value={String(place.caseId)} />
      <input type="hidden" name="codeId" value={String(place.codeId ?? '')} />
      <input type="hidden" name="questionId" value={String(place.questionId ?? '')} />
    </>
  )
}

function MemoBy({ memo }: { memo: ShownMemo }) {
  const { when, coderName } = useReader()
  return <p class="quiet small">{`${coderName(memo.coder)}, ${when(memo.madeAt)}`}</p>
}

/** Write a memo anew, or take it away. */
export function MemoChange({ base, memo }: { base: string; memo: { id: number; text: string } }) {
  const { say, path } = useReader()
  const to = `${base}/memos/${memo.id}`
  return (
    <details class="small">
      <summary data-does="edit-memo">{say('memo.change')}</summary>
      <form class="stack" method="post" action={to} hx-post={to} hx-swap="none">
        <input type="hidden" name="back" value={path} />
        <MemoField id={`edit-memo-${memo.id}`} text={memo.text} />
        <button class="button small" type="submit">
          {say('act.save')}
        </button>
      </form>
      <form method="post" action={`${to}/removal`} hx-post={`${to}/removal`} hx-swap="none">
        <input type="hidden" name="back" value={path} />
        <button class="link" type="submit">
          {say('memo.remove')}
        </button>
      </form>
    </details>
  )
}

function MemoField({ id, text }: { id: string; text: string }) {
  const { say } = useReader()
  return (
    <div class="field">
      <label class="vh" for={id}>
        {say('memo.text')}
      </label>
      <textarea id={id} name="text" rows={3} maxlength={20_000} required>
        {`\n${text}`}
      </textarea>
    </div>
  )
}

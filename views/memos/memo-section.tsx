import type { Memo, MemoTarget } from '../../src/domain/memo.ts'
import { useReader } from '../layout/reader.ts'

type Props = { base: string; target: MemoTarget; memos: readonly Memo[]; open?: boolean }

/** The memos on one thing, each to edit, and a field for a new one. `#memos-<kind>-<id>` ← writing, editing and removing one. */
export function MemoSection({ base, target, memos, open = false }: Props) {
  const { say } = useReader()
  const id = `memos-${target.kind}-${target.id}`
  return (
    <section class="memos stack" id={id}>
      <h3>{say('memo.title')}</h3>
      {memos.map((memo) => (
        <OneMemo base={base} memo={memo} />
      ))}
      <details open={open}>
        <summary data-does="memo">{say('memo.write')}</summary>
        <form class="stack" method="post" action={`${base}/memos`} hx-post={`${base}/memos`} hx-swap="none">
          <input type="hidden" name="kind" value={target.kind} />
          <input type="hidden" name="id" value={String(target.id)} />
          <MemoField id={`new-${id}`} text="" />
          <button class="button small" type="submit">
            {say('memo.save')}
          </button>
        </form>
      </details>
    </section>
  )
}

function OneMemo({ base, memo }: { base: string; memo: Memo }) {
  const { say, when, coderName } = useReader()
  const to = `${base}/memos/${memo.id}`
  return (
    <article class="memo" id={`memo-${memo.id}`}>
      <p class="memo-text">{memo.text}</p>
      <p class="quiet small">{`${coderName(memo.coder)}, ${when(memo.madeAt)}`}</p>
      <details class="small">
        <summary>{say('memo.change')}</summary>
        <form class="stack" method="post" action={to} hx-post={to} hx-swap="none">
          <MemoField id={`edit-memo-${memo.id}`} text={memo.text} />
          <button class="button small" type="submit">
            {say('act.save')}
          </button>
        </form>
        <form method="post" action={`${to}/removal`} hx-post={`${to}/removal`} hx-swap="none">
          <button class="link" type="submit">
            {say('memo.remove')}
          </button>
        </form>
      </details>
    </article>
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

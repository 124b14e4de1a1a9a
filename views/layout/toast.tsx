import { useReader } from './reader.ts'

type Props = { said: string; undoTo?: string | undefined; redoTo?: string | undefined }

/** What happened, and the way back. `#toast` ← every act. */
export function Toast({ said, undoTo, redoTo }: Props) {
  const { say, path } = useReader()
  const to = undoTo ?? redoTo
  return (
    <div class="toast">
      <span>{said}</span>
      {to && (
        <form method="post" action={to} hx-post={to} hx-swap="none" hx-include="#focus-form">
          <input type="hidden" name="back" value={path} />
          <button class="button" type="submit">
            {say(undoTo ? 'act.undo' : 'act.redo')} <kbd aria-hidden="true">{undoTo ? 'Z' : '⇧Z'}</kbd>
          </button>
        </form>
      )}
    </div>
  )
}

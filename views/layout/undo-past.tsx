import { useReader } from './reader.ts'

/** Take back what was done before an act that can't be. */
export function UndoPast({ base, past, back }: { base: string; past: number; back: string }) {
  const { say } = useReader()
  return (
    <form method="post" action={`${base}/undo`} hx-post={`${base}/undo`} hx-swap="none" hx-include="#focus-form">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="past" value={`${past}`} />
      <button class="button small" type="submit">
        {say('act.undo-past')}
      </button>
    </form>
  )
}

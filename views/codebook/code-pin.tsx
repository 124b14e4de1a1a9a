import { useReader } from '../layout/reader.ts'

type Props = { base: string; codeId: number; pinned: readonly number[] }

/** Keep the open code at hand while coding, or not; and where among the others. `#code-pin` ← pinning. */
export function CodePin({ base, codeId, pinned }: Props) {
  const { say } = useReader()
  const at = pinned.indexOf(codeId)
  return (
    <div class="row small" id="code-pin">
      <PinAct to={at < 0 ? `${base}/pins` : `${base}/pins/removal`} codeId={codeId} says={say(at < 0 ? 'pin.pin' : 'pin.unpin')} />
      {at > 0 && <PinAct to={`${base}/pins/move`} codeId={codeId} way="back" says={say('pin.earlier')} />}
      {at >= 0 && at < pinned.length - 1 && <PinAct to={`${base}/pins/move`} codeId={codeId} way="on" says={say('pin.later')} />}
    </div>
  )
}

function PinAct({ to, codeId, way, says }: { to: string; codeId: number; way?: string; says: string }) {
  return (
    <form method="post" action={to} hx-post={to} hx-swap="none">
      <input type="hidden" name="codeId" value={String(codeId)} />
      {way && <input type="hidden" name="to" value={way} />}
      <button class="link" type="submit">
        {says}
      </button>
    </form>
  )
}

import type { CodeNode } from '../../src/domain/code.ts'
import { PINS_WITH_KEYS } from '../assets/key-map.js'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

/** The codes that the reader keeps at hand: a press, or Shift and its place, codes the selection. `#pins` ← pinning, and acts on the codebook. */
export function PinnedStrip({ of }: { of: Pick<TranscriptView, 'project' | 'pinned' | 'codeOf'> }) {
  const { say } = useReader()
  const codes = of.pinned.flatMap((id) => of.codeOf.get(id) ?? [])
  return (
    <section class="pins" id="pins" aria-label={say('pin.strip')}>
      <span aria-hidden="true">{say(codes.length === 0 ? 'pin.none' : 'pin.strip')}</span>
      {codes.length > 0 && (
        <>
          <p class="vh" id="pin-keys">
            {say('pin.keys')}
          </p>
          <ol class="row" aria-describedby="pin-keys">
            {codes.map((code, index) => (
              <Pinned code={code} place={index + 1} />
            ))}
          </ol>
        </>
      )}
      <PinForm id="pin-form" action={`${of.project}/pins`} />
      <PinForm id="unpin-form" action={`${of.project}/pins/removal`} />
      <PinForm id="move-pin-form" action={`${of.project}/pins/move`} moves />
    </section>
  )
}

function Pinned({ code, place }: { code: CodeNode; place: number }) {
  const { say } = useReader()
  const name = `${code.key} ${code.label}`
  return (
    <li>
      <button
        class="pin"
        id={`pin-${code.id}`}
        type="button"
        data-code={code.id}
        aria-label={say('pin.code-with', { code: name })}
        aria-keyshortcuts={place <= PINS_WITH_KEYS ? `Shift+${place}` : undefined}
        title={place <= PINS_WITH_KEYS ? `${name} (${say('keys.shift')} ${place})` : name}
      >
        <Key code={code} />
      </button>
    </li>
  )
}

/** What the island pins.js submits. Without a script codes are pinned in the codebook. */
function PinForm({ id, action, moves = false }: { id: string; action: string; moves?: boolean }) {
  return (
    <form id={id} hidden method="post" action={action} hx-post={action} hx-include="#focus-form" hx-swap="none">
      <input type="hidden" name="codeId" value="" />
      {moves && <input type="hidden" name="to" value="" />}
    </form>
  )
}

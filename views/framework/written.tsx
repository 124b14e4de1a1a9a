import { useReader } from '../layout/reader.ts'
import { saidId } from './framework-cell.tsx'

export type Overtaken = { text: string; by: string | null; at: string | null }
type Props = { of: string; seen: string; by: string | null; at: string | null; overtaken?: Overtaken | undefined }

/** Who wrote last and when, the button, and what another wrote meanwhile. `seen` is the mark of the words that the field began with. `#written-<place>` ← every saving. */
export function Written({ of, seen, by, at, overtaken }: Props) {
  const { say, when, coderName } = useReader()
  return (
    <div class="written" id={writtenId(of)}>
      <input type="hidden" name="seen" value={seen} />
      {overtaken && (
        <div class="notice" role="alert">
          <p>
            <strong>{say('framework.overtaken', { name: overtaken.by ? coderName(overtaken.by) : say('framework.somebody') })}</strong>
          </p>
          <blockquote>{overtaken.text || say('framework.taken-away')}</blockquote>
          <p>{say('framework.overtaken-how')}</p>
        </div>
      )}
      <p class="row small">
        <button class="button small" type="submit">
          {say(overtaken ? 'framework.save-mine' : 'act.save')}
        </button>
        <span
          class="quiet"
          role="status"
          data-saying={say('framework.saving')}
          data-unsaved={say('framework.unsaved')}
          data-lost={say('framework.lost')}
          data-kept={say('framework.kept-draft')}
        >
          {by && at && say('framework.written', { name: coderName(by), when: when(at) })}
        </span>
      </p>
    </div>
  )
}

export function writtenId(place: string): string {
  return saidId(place).replace('said', 'written')
}

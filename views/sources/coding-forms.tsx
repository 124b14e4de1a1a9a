import { flatten } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; coding: Coding }

/** Take the code off the words. */
export function RemoveForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/removal`
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none" data-act="remove">
      <button class="link" type="submit">
        {say('act.remove')} <kbd aria-hidden="true">Del</kbd>
      </button>
    </form>
  )
}

/** Put another code in its place. */
export function RecodeForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/code`
  return (
    <form class="row" method="post" action={action} hx-post={action} hx-swap="none" data-act="recode">
      <label>
        <span class="vh">{say('source.recode')}</span>
        <select name="codeId">
          {flatten(of.tree)
            .filter((code) => !code.retiredAt || code.id === coding.codeId)
            .map((code) => (
              <option value={String(code.id)} selected={code.id === coding.codeId}>
                {`${code.key} ${code.label}`}
              </option>
            ))}
        </select>
      </label>
      <button class="link" type="submit">
        {say('source.recode')}
      </button>
    </form>
  )
}

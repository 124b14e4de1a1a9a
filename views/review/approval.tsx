import type { ApprovalChange } from '../../src/domain/approval-change.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

type Target = { kind: 'code' | 'source'; id: number }
export type ShownApproval = { coder: string; madeAt: string; actId: number; version: number; stands: boolean; changed: ApprovalChange | undefined }

/** Whether a code or a source is approved as it stands, and the step to that. */
export function Approval({ slug, target, signed }: { slug: string; target: Target; signed: ShownApproval | undefined }) {
  const { say, coderName, when, may } = useReader()
  const values = signed && { coder: coderName(signed.coder), when: when(signed.madeAt), version: signed.version }
  return (
    <div class="approval row">
      {signed && (
        <span class={signed.stands ? 'quiet small' : 'needs-you small'}>
          {say(signed.stands ? `discuss.signed-${target.kind}` : `discuss.changed-${target.kind}`, values!)}{' '}
          <a href={`/projects/${slug}/history/${signed.actId}`}>{say('discuss.as-of')}</a>
        </span>
      )}
      {signed && !signed.stands && <WhatChanged slug={slug} target={target} changed={signed.changed} />}
      {may('sign-off') && <SignForm slug={slug} target={target} to={signed?.stands ? 'no' : 'yes'} />}
    </div>
  )
}

/** What it is that changed, as far as the reader may see it. */
function WhatChanged({ slug, target, changed }: { slug: string; target: Target; changed: ApprovalChange | undefined }) {
  const { say } = useReader()
  const told = changed && sentencesOf(changed, say)
  return (
    <span class="small what-changed">
      {told && told.length > 0 ? told.join(' ') : say('discuss.change-much')}{' '}
      <a href={`/projects/${slug}/history?object=${target.kind}:${target.id}`}>{say('discuss.see-changes')}</a>
    </span>
  )
}

function sentencesOf({ put, gone, moved, written, text }: ApprovalChange, say: Say): string[] {
  const counts = [
    put > 0 && say('discuss.change-put', { n: put }),
    gone > 0 && say('discuss.change-gone', { n: gone }),
    moved > 0 && say('discuss.change-moved', { n: moved }),
    text && say('discuss.change-text'),
    written.length > 0 && say('discuss.change-written', { fields: written.map((field) => say(`discuss.field-${field}`)).join(', ') }),
  ]
  return counts.filter((one) => one !== false)
}

function SignForm({ slug, target, to }: { slug: string; target: Target; to: 'yes' | 'no' }) {
  const { say, path } = useReader()
  return (
    <form method="post" action={`/projects/${slug}/discussion/approvals`}>
      <input type="hidden" name="kind" value={target.kind} />
      <input type="hidden" name="id" value={`${target.id}`} />
      <input type="hidden" name="signed" value={to} />
      <input type="hidden" name="back" value={path} />
      <button class={to === 'yes' ? 'button small' : 'link small'} type="submit">
        {say(to === 'yes' ? 'discuss.sign' : 'discuss.withdraw')}
      </button>
    </form>
  )
}

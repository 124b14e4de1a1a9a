import { useReader } from '../layout/reader.ts'

type Target = { kind: 'code' | 'source'; id: number }
export type ShownApproval = { coder: string; madeAt: string; actId: number; stands: boolean }

/** Whether a code or a source is approved as it stands, and the step to that. */
export function Approval({ slug, target, signed }: { slug: string; target: Target; signed: ShownApproval | undefined }) {
  const { say, coderName, when } = useReader()
  const values = signed && { coder: coderName(signed.coder), when: when(signed.madeAt) }
  return (
    <div class="approval row">
      {signed && (
        <span class={signed.stands ? 'quiet small' : 'needs-you small'}>
          {say(signed.stands ? 'discuss.signed-by' : 'discuss.changed-since', values!)}{' '}
          {!signed.stands && <a href={`/projects/${slug}/history?object=${target.kind}:${target.id}`}>{say('discuss.see-changes')}</a>}
        </span>
      )}
      <SignForm slug={slug} target={target} to={signed?.stands ? 'no' : 'yes'} />
    </div>
  )
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

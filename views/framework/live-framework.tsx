import { ActSentence, type SentenceAct, type SentenceNames } from '../acts/act-sentence.tsx'
import { useReader } from '../layout/reader.ts'
import type { FrameworkWishes } from './framework-address.ts'

/** Where the page listens for what others write, the form by which it asks for it, and where it says who did. */
export function LiveFramework({ base, wishes, actId }: { base: string; wishes: FrameworkWishes; actId: number }) {
  const { say } = useReader()
  const action = `${base}/framework/changes`
  return (
    <>
      <form id="framework-again" action={action} hx-get={action} hx-swap="none" hidden>
        <input type="hidden" name="topics" value={wishes.topics} />
        <input type="hidden" name="by" value={String(wishes.by ?? '')} />
        <input type="hidden" name="filter" value={wishes.filter} />
        <input type="hidden" name="from" value={String(wishes.from)} />
        <input type="hidden" name="cell" value="" />
        <input type="hidden" name="since" value={String(actId)} />
      </form>
      <div
        class="together"
        role="status"
        id="framework-live"
        data-events={`${base}/framework/events`}
        data-act={String(actId)}
        data-here={say('framework.written-here')}
      />
    </>
  )
}

/** Who wrote what and when, newest first. `#framework-live` ← what others did. */
export function ArrivedActs({ slug, acts, names }: { slug: string; acts: readonly (SentenceAct & { at: string })[]; names: SentenceNames }) {
  const { when } = useReader()
  return acts.map((act) => (
    <p class="notice">
      <ActSentence act={act} names={names} slug={slug} />
      {`, ${when(act.at)}.`}
    </p>
  ))
}

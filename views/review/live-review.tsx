import type { Child } from 'hono/jsx'
import { useReader } from '../layout/reader.ts'

/** What review-live.js draws anew when others have said something. `#review` ← the page's own address. */
export function ReviewParts({ children }: { children: Child }) {
  return <div id="review">{children}</div>
}

/** The page of threads that goes on while it is read: where it listens, and what it says where it must not be drawn anew, because somebody writes. */
export function LiveReview({ slug, actId, children }: { slug: string; actId: number; children: Child }) {
  const { say, path } = useReader()
  return (
    <>
      {children}
      <form id="review-again" hidden method="get" action={path} hx-get={path} hx-target="#review" hx-swap="outerMorph" />
      <div class="together" role="status" id="review-live" data-events={`/projects/${slug}/discussion/events`} data-act={String(actId)}>
        <p hidden>
          {say('discuss.arrived')} <a href={path}>{say('discuss.show-arrived')}</a>
        </p>
      </div>
    </>
  )
}

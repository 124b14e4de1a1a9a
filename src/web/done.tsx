import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Toast } from '../../views/layout/toast.tsx'
import type { AppEnv } from './env.ts'
import { type Said, sayNext } from './said.ts'
import { show } from './show.tsx'

/**
 * Answer an act that is done. For htmx: the fragments that changed and the toast. Else the page `back`, which says it once:
 * the sentence waits in a short-lived cookie.
 */
export function done(c: Context<AppEnv>, back: string, toast: Said, fragments: Child): Response | Promise<Response> {
  if (!c.req.header('HX-Request')) {
    sayNext(c, toast)
    return c.redirect(back, 303)
  }
  return show(
    c,
    null,
    <>
      {fragments}
      <hx-partial hx-target="#toast" hx-swap="innerHTML">
        <Toast {...toast} />
      </hx-partial>
      <hx-partial hx-target="#notices" hx-swap="innerHTML" />
    </>,
  )
}

/** Go to a page of another place after an act, and say there what was done. */
export function goTo(c: Context<AppEnv>, back: string, toast: Said): Response {
  sayNext(c, toast)
  if (!c.req.header('HX-Request')) return c.redirect(back, 303)
  c.header('HX-Redirect', back)
  return c.body(null, 200)
}

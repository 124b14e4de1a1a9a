import type { Child } from 'hono/jsx'

type Props = { action: string; to: string; label?: string; push?: boolean; children: Child }

/** A way from a form of a draft to a page `to` of the same file. It posts the form, so that what was written in it is kept. */
export function Leave({ action, to, label, push, children }: Props) {
  return (
    <button class={push ? 'link small push' : 'link small'} type="submit" formnovalidate formaction={action} name="to" value={to} aria-label={label}>
      {children}
    </button>
  )
}

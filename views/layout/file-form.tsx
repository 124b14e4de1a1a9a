import type { Child } from 'hono/jsx'

type Props = { to: string; title: string; why: string; id: string; label: string; accept: string; submit: string; children?: Child }

/** Choose one file, and have it read: a section of a page. */
export function FileForm({ to, title, why, id, label, accept, submit, children }: Props) {
  return (
    <form class="section stack" method="post" action={to} enctype="multipart/form-data">
      <header>
        <h2>{title}</h2>
      </header>
      <p class="quiet">{why}</p>
      {children}
      <div class="row">
        <label class="vh" for={id}>
          {label}
        </label>
        <input id={id} type="file" name="file" accept={accept} required />
        <button class="button" type="submit">
          {submit}
        </button>
      </div>
    </form>
  )
}

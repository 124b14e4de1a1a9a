type Props = {
  id: string
  to: string
  fields: readonly string[]
  target?: string
  swap?: 'innerHTML' | 'outerHTML' | 'none'
  sync?: string
}

/** A question to the server that nobody sees: an island fills in its fields and sends it. */
export function AskForm({ id, to, fields, target, swap = 'none', sync }: Props) {
  return (
    <form id={id} hidden novalidate method="get" action={to} hx-get={to} hx-include="this" hx-target={target} hx-swap={swap} hx-sync={sync}>
      {fields.map((name) => (
        <input type="hidden" name={name} value="" />
      ))}
    </form>
  )
}

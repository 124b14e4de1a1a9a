import type { Child } from 'hono/jsx'

export type Choice = { value: string; label: string }
type Props = {
  name: string
  label: Child
  /** What an empty choice says. */
  all?: string
  chosen: string | number | null | undefined
  options: readonly Choice[]
}

/** A choice within the sentence of a form. */
export function Select({ name, label, all, chosen, options }: Props) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <Option {...option} now={`${chosen}`} />
        ))}
      </select>
    </label>
  )
}

/** One of the choices, chosen where it is the one now. */
export function Option({ value, now, label }: Choice & { now: string }) {
  return (
    <option value={value} selected={value === now}>
      {label}
    </option>
  )
}

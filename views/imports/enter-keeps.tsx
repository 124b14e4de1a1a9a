type Props = { action?: string; next?: number }

/**
 * Enter in a field presses the first button of its form. This one stands first and is for that alone: what is written is kept, and the page stays.
 * `action`: where the form is posted, if elsewhere than its own; `next`: the page of a list that is shown then.
 */
export function EnterKeeps({ action, next }: Props) {
  return (
    <button
      class="vh"
      type="submit"
      formnovalidate
      formaction={action}
      name={next === undefined ? undefined : 'next'}
      value={next}
      tabindex={-1}
      aria-hidden="true"
    />
  )
}

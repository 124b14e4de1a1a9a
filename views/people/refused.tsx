/** Why what was written was not taken; nothing where it was. */
export function Refused({ why }: { why: string | undefined }) {
  if (!why) return null
  return (
    <p class="notice" role="alert">
      {why}
    </p>
  )
}

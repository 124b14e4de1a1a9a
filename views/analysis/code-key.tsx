type Keyed = { key: string; tone: number; depth?: number; label: string; path?: string }

/** A code's number, line and colour; its name follows for those who can't see it, or in sight with `named`. */
export function CodeKey({ code, named }: { code: Keyed; named?: boolean }) {
  return (
    <span class="row">
      <span class={`key t${code.tone}${code.depth ? ' sub' : ''}`} title={named ? undefined : (code.path ?? code.label)}>
        {code.key}
        {!named && <span class="vh"> {code.label}</span>}
      </span>
      {named && <span>{code.label}</span>}
    </span>
  )
}

import type { Look } from './line.ts'

/** What a style says of words: how they look, and whether anybody sees them. */
export type HtmlStyle = Partial<Look> & { readonly hidden?: boolean; readonly kept?: boolean }

/** What the declarations of a `style` attribute, or of a rule, say. */
export function styleOf(declarations: string): HtmlStyle {
  const said: { -readonly [K in keyof HtmlStyle]: HtmlStyle[K] } = {}
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    if (name === 'font-weight') said.bold = value.startsWith('bold') || Number.parseInt(value, 10) >= 600
    else if (name === 'font-style') said.italic = /^(italic|oblique)/.test(value)
    else if (name === 'display' && value.startsWith('none')) said.hidden = true
    else if (name === 'visibility' && value.startsWith('hidden')) said.hidden = true
    else if (name === 'mso-hide') said.hidden = true
    else if (name === 'white-space') said.kept = value.startsWith('pre') && !value.startsWith('pre-line')
  }
  return said
}

/** What a style sheet says of its classes (`.c1`, `p.c1`), which is how Google Docs and Word save what is bold. Other rules are passed over. */
export function classStyles(sheet: string): Map<string, HtmlStyle> {
  const classes = new Map<string, HtmlStyle>()
  for (const rule of sheet.split('}')) {
    const brace = rule.indexOf('{')
    if (brace < 0) continue
    const style = styleOf(rule.slice(brace + 1))
    if (Object.keys(style).length === 0) continue
    for (const selector of rule.slice(rule.lastIndexOf(';', brace) + 1, brace).split(',')) {
      const name = /(?:^|\s)(?:p|span|li|div|td|b|i|h[1-6])?\.([\w-]+)$/i.exec(
        selector
          .trim()
          .replace(/^.*\*\//s, '')
          .trim(),
      )?.[1]
      if (name && !/\s/.test(selector.trim())) classes.set(name, { ...classes.get(name), ...style })
    }
  }
  return classes
}

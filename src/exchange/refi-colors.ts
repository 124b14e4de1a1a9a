/** The eight colours of themes on paper, as the style sheet has them (`--t1` to `--t8`), for programs that know only colours. */
const PALETTE = ['#2561c8', '#d25a06', '#1f9682', '#821a72', '#644b00', '#5d6973', '#cf3f73', '#16191b'] as const

export function hexOf(color: number): string | undefined {
  return PALETTE[color - 1]
}

/** The nearest of our colours; null where none is said that can be read. `#RGB`, `rgba()`, a missing `#` and a fourth pair for how dense it is occur in real files. */
export function colorOf(written: string | undefined): number | null {
  const rgb = rgbOf(written?.trim() ?? '')
  if (!rgb) return null
  const distances = PALETTE.map((hex) => rgbOf(hex)!.reduce((sum, value, at) => sum + (value - rgb[at]!) ** 2, 0))
  return distances.indexOf(Math.min(...distances)) + 1
}

function rgbOf(written: string): number[] | null {
  const hex = /^#?(?:ff(?=[0-9a-f]{6}$))?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(written)?.[1]
  if (hex) return hex.length === 3 ? [...hex].map((one) => Number.parseInt(one + one, 16)) : (hex.match(/../g)?.map((two) => Number.parseInt(two, 16)) ?? null)
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})/i.exec(written)
  return parts ? parts.slice(1).map((value) => Math.min(255, Number(value))) : null
}

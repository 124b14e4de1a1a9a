/** Signs of the fonts that are made of signs, by their place in the font; only those that stand in ordinary documents. */
const WINGDINGS: Record<number, string> = {
  74: '☺',
  76: '☹',
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  118: '❖',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const SYMBOL: Record<number, string> = { 183: '•', 176: '°', 177: '±', 163: '≤', 179: '≥', 180: '×', 172: '←', 174: '→', 222: '⇒', 97: 'α', 98: 'β', 109: 'μ' }

/** The character that a sign font shows at a place of its, which Word often moves to F000. A sign that we do not know becomes "•". */
export function signOf(place: number, font: string): string {
  if (!Number.isFinite(place)) return ''
  const at = place >= 0xf000 && place <= 0xf0ff ? place - 0xf000 : place
  if (/wingdings/i.test(font)) return WINGDINGS[at] ?? '•'
  if (/symbol/i.test(font) && at < 0x100) return SYMBOL[at] ?? '•'
  return place >= 0xe000 && place <= 0xf8ff ? '•' : String.fromCodePoint(Math.min(place, 0xffff))
}

import { inkOf } from './glyphs.ts'

/** The lines of the themes, 1 to 8: colour and pattern. The fourth is double. */
export const themeLines = [
  { color: '#2561c8', dash: '' },
  { color: '#d25a06', dash: '8 3' },
  { color: '#1f9682', dash: '2 2.5' },
  { color: '#821a72', dash: '' },
  { color: '#644b00', dash: '7 2 2 2' },
  { color: '#5d6973', dash: '14 3' },
  { color: '#cf3f73', dash: '5 2 2 2' },
  { color: '#16191b', dash: '1 2' },
]

/** Words in lines no wider than this, six at most; what is too wide for any line stands cut. */
export function wrapLines(text: string, width: number, size: number, bold = false): string[] {
  const fits = (line: string) => inkOf(line, bold).right * size <= width
  const made: string[] = []
  for (const word of text.split(' ')) {
    const longer = made.length > 0 ? `${made.at(-1)} ${word}` : word
    if (made.length > 0 && fits(longer)) made[made.length - 1] = longer
    else made.push(fits(word) ? word : `${word.slice(0, 60)}…`)
  }
  return made.slice(0, 6)
}

/** Text for XML: no markup, and none of the control characters that XML refuses. */
export function xmlOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
}

/** A text that takes no more than this, cut where it would. */
export function cutTo(text: string, width: number, size: number): string {
  if (inkOf(text, false).right * size <= width) return text
  const letters = [...text]
  while (letters.length > 1 && inkOf(`${letters.join('')}…`, false).right * size > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

import type { PlacedCloud, PlacedWord } from '../domain/word-cloud.ts'
import { inkOf, outlineOf } from './glyphs.ts'

/** A cloud to write: what each word is called aloud, its theme's tone where it is a label, and what stands under the picture. */
export type WrittenCloud = { placed: PlacedCloud; heading: string | null; sayings: readonly string[]; tones: readonly (number | null)[] }

const EDGE = 24
const INK = '#16191b'
const QUIET = '#464c4f'
/** The lines of the themes, 1 to 8: colour and pattern. The fourth is double. */
const lines = [
  { color: '#2561c8', dash: '' },
  { color: '#d25a06', dash: '8 3' },
  { color: '#1f9682', dash: '2 2.5' },
  { color: '#821a72', dash: '' },
  { color: '#644b00', dash: '7 2 2 2' },
  { color: '#5d6973', dash: '14 3' },
  { color: '#cf3f73', dash: '5 2 2 2' },
  { color: '#16191b', dash: '1 2' },
]

/**
 * One picture of one cloud or several beside each other, complete in itself: words are outlines, so that no font is needed,
 * colours are for white paper, and `title` and `desc` tell what it is of. The same clouds give the same bytes.
 */
export function writeCloudSvg(clouds: readonly WrittenCloud[], { title, base }: { title: string; base: string }): string {
  const heads = clouds.some(({ heading }) => heading) ? 32 : 0
  const width = clouds.reduce((sum, { placed }) => sum + placed.width + EDGE, EDGE)
  const tall = Math.max(...clouds.map(({ placed }) => placed.height)) + heads
  const foot = wrap(base, width - 2 * EDGE, 13)
  const height = EDGE + tall + 20 + foot.length * 18 + EDGE / 2
  let left = EDGE
  const drawn = clouds.map((cloud) => {
    const group = `<g transform="translate(${left} ${EDGE})">${headingOf(cloud)}<g transform="translate(0 ${heads})">${wordsOf(cloud)}</g></g>`
    left += cloud.placed.width + EDGE
    return group
  })
  const said = foot.map((line, at) => `<path fill="${QUIET}" d="${outlineOf(line, false, { x: EDGE, baseline: EDGE + tall + 34 + at * 18, size: 13 })}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xmlOf(title)}</title><desc id="d">${xmlOf(base)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    ...said,
    '</svg>\n',
  ].join('\n')
}

function headingOf({ heading }: WrittenCloud): string {
  return heading ? `<path fill="${INK}" d="${outlineOf(heading, true, { x: 0, baseline: 15, size: 15 })}"/>` : ''
}

function wordsOf({ placed, sayings, tones }: WrittenCloud): string {
  return placed.words.map((word) => `<g><title>${xmlOf(sayings[word.index]!)}</title>${wordOf(word, tones[word.index] ?? null)}</g>`).join('\n')
}

function wordOf(word: PlacedWord, tone: number | null): string {
  const path = `<path fill="${INK}" d="${outlineOf(word.text, word.bold, word)}"/>`
  if (!word.rule || !tone) return path
  const { color, dash } = lines[(tone - 1) % lines.length]!
  const d = `M${word.rule.from} ${word.rule.y}H${word.rule.to}`
  const rule = `<path fill="none" stroke="${color}" stroke-width="${tone === 4 ? 4 : 2.5}"${dash && ` stroke-dasharray="${dash}"`} d="${d}"/>`
  return `${rule}${tone === 4 ? `<path fill="none" stroke="#fff" stroke-width="1.4" d="${d}"/>` : ''}${path}`
}

/** Words in lines no wider than the picture; what is too wide for any line stands cut. */
function wrap(text: string, width: number, size: number): string[] {
  const fits = (line: string) => inkOf(line, false).right * size <= width
  const made: string[] = []
  for (const word of text.split(' ')) {
    const longer = made.length > 0 ? `${made.at(-1)} ${word}` : word
    if (made.length > 0 && fits(longer)) made[made.length - 1] = longer
    else made.push(fits(word) ? word : `${word.slice(0, 60)}…`)
  }
  return made.slice(0, 6)
}

/** Text for XML: no markup, and none of the control characters that XML refuses. */
function xmlOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
}

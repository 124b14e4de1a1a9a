import type { PlacedCloud, PlacedWord } from '../domain/word-cloud.ts'
import { inkOf, outlineOf } from './glyphs.ts'
import { cutTo, themeLines, wrapLines, xmlOf } from './svg-paper.ts'

/** A cloud to write: what each word is called aloud, its theme's tone where it is a label, and what stands under the picture. */
export type WrittenCloud = { placed: PlacedCloud; heading: string | null; sayings: readonly string[]; tones: readonly (number | null)[] }

/** `legend`: what each theme's line means. */
export type CloudSaid = { title: string; base: string; legend?: readonly { text: string; tone: number }[] }

const EDGE = 24
const INK = '#16191b'
const QUIET = '#464c4f'
/**
 * One picture of one cloud or several beside each other, complete in itself: words are outlines, so that no font is needed,
 * colours are for white paper, and `title` and `desc` tell what it is of. The same clouds give the same bytes.
 */
export function writeCloudSvg(clouds: readonly WrittenCloud[], { title, base, legend = [] }: CloudSaid): string {
  const heads = clouds.some(({ heading }) => heading) ? 32 : 0
  const width = clouds.reduce((sum, { placed }) => sum + placed.width + EDGE, EDGE)
  const tall = Math.max(...clouds.map(({ placed }) => placed.height)) + heads
  const foot = wrapLines(base, width - 2 * EDGE, 13)
  const keys = placeLegend(legend, width - 2 * EDGE)
  const below = EDGE + tall + (keys.lines > 0 ? 12 + keys.lines * 22 : 0)
  const height = below + 20 + foot.length * 18 + EDGE / 2
  let left = EDGE
  const drawn = clouds.map((cloud) => {
    const group = `<g transform="translate(${left} ${EDGE})">${headingOf(cloud)}<g transform="translate(0 ${heads})">${wordsOf(cloud)}</g></g>`
    left += cloud.placed.width + EDGE
    return group
  })
  const said = foot.map((line, at) => `<path fill="${QUIET}" d="${outlineOf(line, false, { x: EDGE, baseline: below + 34 + at * 18, size: 13 })}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xmlOf(title)}</title><desc id="d">${xmlOf(base)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    ...keys.placed.map(({ text, tone, x, line }) => legendOf(text, tone, { x: EDGE + x, y: EDGE + tall + 30 + line * 22 })),
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
  return `${ruleOf(word.rule, tone)}${path}`
}

function ruleOf({ y, from, to }: { y: number; from: number; to: number }, tone: number): string {
  const { color, dash } = themeLines[(tone - 1) % themeLines.length]!
  const d = `M${from} ${y}H${to}`
  const rule = `<path fill="none" stroke="${color}" stroke-width="${tone === 4 ? 4 : 2.5}"${dash && ` stroke-dasharray="${dash}"`} d="${d}"/>`
  return `${rule}${tone === 4 ? `<path fill="none" stroke="#fff" stroke-width="1.4" d="${d}"/>` : ''}`
}

const SAMPLE = 30
const LEGEND_SIZE = 13

/** As many to a line as there is room for. */
function placeLegend(legend: NonNullable<CloudSaid['legend']>, width: number) {
  let [x, line] = [0, 0]
  const placed = legend.map(({ text: whole, tone }) => {
    const text = cutTo(whole, width - SAMPLE - 8, LEGEND_SIZE)
    const wide = SAMPLE + 8 + inkOf(text, false).right * LEGEND_SIZE
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1]
    const at = { text, tone, x, line }
    x += wide + 22
    return at
  })
  return { placed, lines: legend.length === 0 ? 0 : line + 1 }
}

function legendOf(text: string, tone: number, { x, y }: { x: number; y: number }): string {
  return `${ruleOf({ y: y - 4, from: x, to: x + SAMPLE }, tone)}<path fill="${QUIET}" d="${outlineOf(text, false, { x: x + SAMPLE + 8, baseline: y, size: LEGEND_SIZE })}"/>`
}

import type { PlacedCloud, PlacedWord } from '../domain/word-cloud.ts'
import { outlineOf } from './glyphs.ts'
import { themeLines, wrapLines, xmlOf } from './svg-paper.ts'

/** A cloud to write: what each word is called aloud, its theme's tone where it is a label, and what stands under the picture. */
export type WrittenCloud = { placed: PlacedCloud; heading: string | null; sayings: readonly string[]; tones: readonly (number | null)[] }

const EDGE = 24
const INK = '#16191b'
const QUIET = '#464c4f'
/**
 * One picture of one cloud or several beside each other, complete in itself: words are outlines, so that no font is needed,
 * colours are for white paper, and `title` and `desc` tell what it is of. The same clouds give the same bytes.
 */
export function writeCloudSvg(clouds: readonly WrittenCloud[], { title, base }: { title: string; base: string }): string {
  const heads = clouds.some(({ heading }) => heading) ? 32 : 0
  const width = clouds.reduce((sum, { placed }) => sum + placed.width + EDGE, EDGE)
  const tall = Math.max(...clouds.map(({ placed }) => placed.height)) + heads
  const foot = wrapLines(base, width - 2 * EDGE, 13)
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
  const { color, dash } = themeLines[(tone - 1) % themeLines.length]!
  const d = `M${word.rule.from} ${word.rule.y}H${word.rule.to}`
  const rule = `<path fill="none" stroke="${color}" stroke-width="${tone === 4 ? 4 : 2.5}"${dash && ` stroke-dasharray="${dash}"`} d="${d}"/>`
  return `${rule}${tone === 4 ? `<path fill="none" stroke="#fff" stroke-width="1.4" d="${d}"/>` : ''}${path}`
}

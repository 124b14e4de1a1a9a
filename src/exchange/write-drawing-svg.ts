import type { Drawing, Mark } from '../domain/drawing.ts'
import { inkOf, outlineOf } from './glyphs.ts'
import { themeLines, wrapLines, xmlOf } from './svg-paper.ts'

const EDGE = 28
const inks = {
  strong: '#16191b',
  usual: '#16191b',
  quiet: '#61676a',
  wash: '#c9ccca',
  full: '#16191b',
  paper: '#ffffff',
  h1: '#f2f2f3',
  h2: '#e2e2e3',
  h3: '#cdcecf',
  h4: '#b3b5b6',
} as const

/**
 * A chart as a file, complete in itself: letters are outlines, so that no font is needed, colours are for white paper, the title
 * stands over it and what it rests on under it; `title` and `desc` tell the same. The same chart gives the same bytes.
 */
export function writeDrawingSvg({ width, height, marks }: Drawing, { title, base, description }: { title: string; base: string; description: string }): string {
  const head = wrapLines(title, width, 17, true)
  const foot = wrapLines(base, width, 13)
  const top = EDGE + head.length * 24 + 12
  const whole = { width: width + 2 * EDGE, height: top + height + 16 + foot.length * 18 + EDGE }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xmlOf(title)}</title><desc id="d">${xmlOf(`${base} ${description}`)}</desc>`,
    `<rect width="${whole.width}" height="${whole.height}" fill="#fff"/>`,
    ...head.map((line, at) => `<path fill="${inks.strong}" d="${outlineOf(line, true, { x: EDGE, baseline: EDGE + 16 + at * 24, size: 17 })}"/>`),
    `<g transform="translate(${EDGE} ${top})">`,
    ...marks.map(written),
    '</g>',
    ...foot.map((line, at) => `<path fill="${inks.quiet}" d="${outlineOf(line, false, { x: EDGE, baseline: top + height + 30 + at * 18, size: 13 })}"/>`),
    '</svg>\n',
  ].join('\n')
}

function written(mark: Mark): string {
  if (mark.is === 'line') return `<path fill="none" stroke="${inks[mark.ink]}" stroke-width="${mark.width}" d="${mark.d}"/>`
  if (mark.is === 'area') return `<path fill="${inks[mark.ink]}" d="${mark.d}"/>`
  if (mark.is === 'dot')
    return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.r}" fill="${mark.full ? inks.strong : '#fff'}" stroke="${inks.strong}" stroke-width="1.5"/>`
  if (mark.is === 'rule') return ruleOf(mark)
  return textOf(mark)
}

function textOf({ x, y, text, size, anchor, ink, turned }: Mark & { is: 'text' }): string {
  const bold = ink === 'strong' || ink === 'paper'
  const long = inkOf(text, bold).right * size
  const shift = anchor === 'end' ? -long : anchor === 'middle' ? -long / 2 : 0
  const d = outlineOf(text, bold, turned ? { x: shift, baseline: 0, size } : { x: x + shift, baseline: y, size })
  return `<path fill="${inks[ink]}"${turned ? ` transform="translate(${x} ${y}) rotate(-90)"` : ''} d="${d}"/>`
}

function ruleOf({ x, y, length, tone }: Mark & { is: 'rule' }): string {
  const { color, dash } = themeLines[(tone - 1) % themeLines.length]!
  const d = `M${x} ${y}h${length}`
  const rule = `<path fill="none" stroke="${color}" stroke-width="${tone === 4 ? 4 : 2.5}"${dash && ` stroke-dasharray="${dash}"`} d="${d}"/>`
  return tone === 4 ? `${rule}<path fill="none" stroke="#fff" stroke-width="1.4" d="${d}"/>` : rule
}

import { Resvg } from '@resvg/resvg-js'

/** An SVG of ours as PNG, at so many pixels to one of its own. It may name no font and no file: none is read. */
export function drawPng(svg: string, zoom = 2): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font: { loadSystemFonts: false } }).render().asPng()
}

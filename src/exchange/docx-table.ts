import type { Cell, DocTable } from '../domain/document.ts'
import { inXml } from './in-xml.ts'

const FIRST = 3400
const PAGE = { upright: 9026, across: 14_800 }
const shades = ['', 'F0F1F1', 'DCDEDE', 'C4C7C7', 'A6AAAA']
const line = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
const borders = `<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="111111"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="111111"/>${line}</w:tblBorders>`

/** A table of Word's: what is read as text, or a first column of names with narrow ones of numbers under heads that are read from below. */
export function tableOf({ heads, rows, widths }: DocTable, pages: keyof typeof PAGE): string {
  const sizes = widths
    ? shared(widths, PAGE[pages])
    : heads.map((_, at) => (at === 0 ? FIRST : Math.floor((PAGE.across - FIRST) / Math.max(1, heads.length - 1))))
  const grid = sizes.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const row = (cells: readonly Cell[], head: boolean) => {
    const tall = head && !widths ? '<w:trHeight w:val="1700" w:hRule="atLeast"/>' : ''
    const kept = `<w:trPr>${widths ? '' : '<w:cantSplit/>'}${tall}${head ? '<w:tblHeader/>' : ''}</w:trPr>`
    return `<w:tr>${kept}${cells.map((cell, at) => cellOf(cell, sizes[at]!, head, head && at > 0 && !widths)).join('')}</w:tr>`
  }
  const whole = sizes.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(heads, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`
}

function shared(widths: readonly number[], page: number): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => Math.floor((width / whole) * page))
}

function cellOf({ text, heat = 0, depth = 0, number }: Cell, width: number, head: boolean, turned: boolean): string {
  const shade = heat > 0 ? `<w:shd w:val="clear" w:color="auto" w:fill="${shades[heat]}"/>` : ''
  const place = number ? '<w:jc w:val="center"/>' : `<w:ind w:left="${depth * 200}"/>`
  const look = `<w:rPr>${head ? '<w:b/>' : ''}<w:sz w:val="17"/></w:rPr>`
  const paragraphs = text
    .split('\n')
    .map(
      (words) => `<w:p><w:pPr><w:spacing w:before="20" w:after="20"/>${place}</w:pPr><w:r>${look}<w:t xml:space="preserve">${inXml(words)}</w:t></w:r></w:p>`,
    )
  // A head of many letters over a narrow column is read from below.
  const below = turned ? '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>' : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}${below}</w:tcPr>${paragraphs.join('')}</w:tc>`
}

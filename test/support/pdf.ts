/** Words drawn at a place: points from the left, and from the top of a page of 595 by 842. `turn` in degrees, against the clock. */
export type Drawn = { words: string; x: number; y: number; size?: number; font?: 'plain' | 'bold' | 'italic'; turn?: number }

const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' }
const HEIGHT = 842
const BEYOND_LATIN: Record<string, number> = { '–': 0x96, '—': 0x97, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '€': 0x80, '…': 0x85 }

/** A PDF with these pages, nothing packed, in the fonts that every reader has. `catalog` is written into the root, `more` are further objects. */
export function pdfOf(pages: readonly (readonly Drawn[])[], { catalog = '', page = '', more = [] as string[], trailer = '' } = {}): Buffer {
  const fonts = Object.values(FONTS).map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
  const first = 3 + fonts.length
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`)
  const drawn = pages.flatMap((words, at) => {
    const content = words.map(operators).join('\n')
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /plain 3 0 R /bold 4 0 R /italic 5 0 R >> >> /Contents ${first + 2 * at + 1} 0 R ${page} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    ...fonts,
    ...drawn,
    ...more,
  ]
  return written(objects, trailer)
}

/** Words as lines under one another from the top, 14 points apart unless told; an empty line is an empty space. */
export function linesAt(lines: readonly string[], { x = 60, y = 80, leading = 14, size = 11 } = {}): Drawn[] {
  return lines.flatMap((words, at) => (words === '' ? [] : [{ words, x, y: y + at * leading, size }]))
}

function operators({ words, x, y, size = 11, font = 'plain', turn = 0 }: Drawn): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((one) => one.toFixed(4))
  return `BT /${font} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${HEIGHT - y} Tm <${winAnsi(words).toString('hex')}> Tj ET`
}

function winAnsi(words: string): Buffer {
  return Buffer.from([...words].map((character) => BEYOND_LATIN[character] ?? character.charCodeAt(0)))
}

function written(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${`${place}`.padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(`${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}

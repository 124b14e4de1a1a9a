import type { RawText } from '../domain/raw-text.ts'
import type { Loss } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkPdf } from './check-pdf.ts'
import { type Look, plainLook } from './line.ts'
import { inReadingOrder } from './pdf-columns.ts'
import { fragmentsOf, type PdfItem } from './pdf-fragments.ts'
import { pdfText } from './pdf-lines.ts'
import { learnLooks } from './pdf-looks.ts'
import { type Row, rowsOf } from './pdf-row.ts'

type Pdf = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>
type Read = { readonly rows: Row[][]; readonly left: Record<'comments' | 'forms' | 'slanted-text' | 'pages-without-text', number> }

/**
 * The text of a PDF, a line a line of its pages, pages parted by form feeds. Words are put in order by where they stand;
 * what is bold or italic is told by the names of the fonts, headings by their size. No script of the file is ever run.
 * Refuses what is protected by a password, damaged, unreasonably large when unpacked, or pictures of pages without text.
 */
export async function readPdf(bytes: Buffer): Promise<RawText> {
  checkPdf(bytes)
  const pdf = await open(bytes)
  try {
    const { rows, left } = await readPages(pdf)
    if (rows.every((page) => page.length === 0)) throw new Refusal('invalid', 'refusal.import-scanned')
    const losses: Loss[] = [
      { kind: 'pictures', count: countPictures(bytes) },
      { kind: 'scripts', count: (await pdf.hasJSActions()) ? 1 : 0 },
      ...(Object.keys(left) as (keyof typeof left)[]).map((kind) => ({ kind, count: left[kind] })),
    ]
    return { ...pdfText(rows), layout: 'lines', repairs: [], losses: losses.filter((loss) => loss.count > 0), warnings: [] }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'refusal.import-broken-pdf')
  } finally {
    await pdf.destroy()
  }
}

/** Pictures larger than a point are not decoded: nobody looks at them here. */
async function open(bytes: Buffer): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      maxImageSize: 1,
      verbosity: 0,
    })
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal('invalid', locked ? 'refusal.import-password' : 'refusal.import-broken-pdf')
  }
}

async function readPages(pdf: Pdf): Promise<Read> {
  const read: Read = { rows: [], left: { comments: 0, forms: 0, 'slanted-text': 0, 'pages-without-text': 0 } }
  const looks = new Map<string, Look>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    const texts = items.filter((item): item is typeof item & PdfItem => 'str' in item)
    await learnLooks(
      page,
      texts.map((item) => item.fontName),
      looks,
    )
    const { directions, slanted } = fragmentsOf(texts, page.getViewport({ scale: 1 }).transform, (name) => looks.get(name) ?? plainLook)
    read.rows.push(directions.flatMap((fragments) => inReadingOrder(rowsOf(fragments))))
    read.left['slanted-text'] += slanted
    if (directions.length === 0) read.left['pages-without-text']++
    for (const { subtype } of await page.getAnnotations()) {
      if (/^(Text|FreeText|Highlight|Underline|StrikeOut|Squiggly)$/.test(subtype)) read.left.comments++
      if (subtype === 'Widget') read.left.forms++
    }
    page.cleanup()
  }
  return read
}

/** Pictures in the file, without the masks that some of them have. */
function countPictures(bytes: Buffer): number {
  const count = (sign: string, isOne: (at: number) => boolean) => {
    let found = 0
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) if (isOne(at)) found++
    return found
  }
  const around = (from: number, to: number) => bytes.subarray(Math.max(from, 0), to).toString('latin1')
  const pictures = count('/Image', (at) => /\/Subtype\s*\/Image\b/.test(around(at - 12, at + 7)))
  const masks = count('/SMask', (at) => /\/SMask\s+\d+ \d+ R/.test(around(at, at + 30)))
  return Math.max(pictures - masks, Math.min(pictures, 1))
}

import { zipOf } from './docx.ts'

export const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'

/** An OpenDocument text with this body; the styles `b` and `i` are bold and italic, the list style `n` has numbers. */
export function odtOf(body: string, parts: Record<string, string> = {}): Promise<Buffer> {
  const look = (name: string, property: string) => `<style:style style:name="${name}" style:family="text"><style:text-properties ${property}/></style:style>`
  const numbers = `<text:list-style style:name="n"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>`
  const styles = `<office:automatic-styles>${look('b', 'fo:font-weight="bold"')}${look('i', 'fo:font-style="italic"')}${numbers}</office:automatic-styles>`
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...parts })
}

/** The head and foot of pages, as an OpenDocument text keeps them. */
export const odtEdges = (words: string) =>
  `<office:document-styles ${NAMES}><office:master-styles><style:master-page><style:header><text:p>${words}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`

/** An electronic book of these chapters; `spine` lists their numbers in reading order. */
export function epubOf(chapters: readonly string[], { spine = chapters.map((_, at) => at), parts = {} as Record<string, string> } = {}): Promise<Buffer> {
  const manifest = chapters.map((_, at) => `<item id="c${at}" href="text/kapitel%20${at}.xhtml" media-type="application/xhtml+xml"/>`).join('')
  const order = spine.map((at) => `<itemref idref="c${at}"/>`).join('')
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="bok/bok.opf"/></rootfiles></container>',
    'bok/bok.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${manifest}</manifest><spine>${order}</spine></package>`,
    ...Object.fromEntries(chapters.map((body, at) => [`bok/text/kapitel ${at}.xhtml`, chapterOf(body)])),
    ...parts,
  })
}

const chapterOf = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rubrik</title><script src="x.js"/></head><body>${body}</body></html>`

/** The same zip with one entry called something else of the same length, which no honest program writes. */
export function renamed(zip: Buffer, name: string, other: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(name, other), 'latin1')
}

import type { RawText } from '../domain/raw-text.ts'
import type { Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { decodeText } from './decode-text.ts'
import { DocumentWriter } from './document-writer.ts'
import { HtmlBody } from './html-body.ts'
import { htmlLosses } from './html-losses.ts'

/** How far into a page its encoding may be told. */
const HEAD = 4096

/**
 * The text of a web page, a line a paragraph, as a reader sees it who does not run its scripts: menus, forms and what is
 * hidden are left out and told as losses. Nothing in it is fetched or run. `encoding` is what a person chose, null to go
 * by what the page says and its bytes. Refuses a web archive (MHTML).
 */
export function readHtml(bytes: Buffer, encoding: string | null): RawText {
  const head = bytes.subarray(0, HEAD).toString('latin1').replaceAll('\0', '')
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart\/)/i.test(head)) throw new Refusal('invalid', 'refusal.import-mhtml')
  const { text, encoding: found, bom, sure } = decodeText(bytes, encoding ?? declared(bytes, head))
  const repairs: Repair[] = []
  if (found !== 'utf-8') repairs.push({ kind: 'encoding', count: 1, example: found })
  if (bom) repairs.push({ kind: 'bom', count: 1 })
  const writer = new DocumentWriter()
  const body = new HtmlBody(writer)
  body.read(text)
  const read = writer.finish()
  const warnings: RawText['warnings'] = sure ? [] : [{ kind: 'unsure-encoding', count: 1, example: found }]
  return { ...read, layout: 'paragraphs', repairs: [...repairs, ...read.repairs], losses: htmlLosses(body.left), warnings }
}

/** The encoding that a page says it has, where its bytes do not say better: a page that is exactly UTF-8 is that, whatever it says. */
function declared(bytes: Buffer, head: string): string | null {
  const label =
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:.-]{1,30})/i.exec(head)?.[1] ?? /^[^<]{0,10}<\?xml[^>]{1,100}encoding=["']([\w:.-]{1,30})/.exec(head)?.[1]
  if (!label || /^(utf-?8|utf-?16.*|unicode)$/i.test(label) || bytes[0]! >= 0xef || isUtf8(bytes)) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

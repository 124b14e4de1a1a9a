import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refusal } from '../domain/refusal.ts'

const CHUNK = 65_536

export type Attributes = Readonly<Record<string, string>>
/** Names of elements and attributes come without their prefixes. */
export type XmlHandler = { open(name: string, attributes: Attributes): void; close(name: string): void; text?(words: string): void }

/**
 * Read XML from beginning to end, a piece at a time: nothing of it is kept. No entity but XML's own five is known; a
 * DOCTYPE that defines anything is refused, and one that does not is passed over. What is not well-formed throws.
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlHandler): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) throw new Refusal('invalid', 'refusal.import-doctype')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => open(local(tag.name), localAttributes(tag.attributes)))
  parser.on('closetag', (tag) => close(local(tag.name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  parser.write(decoder.decode()).close()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localAttributes(attributes: Record<string, string>): Attributes {
  const named: Record<string, string> = Object.create(null)
  for (const name in attributes) if (!name.startsWith('xmlns')) named[local(name)] ??= attributes[name]!
  return named
}

function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le'
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be'
  const declared = /^[^>]{0,100}encoding=["']([\w-]{1,20})["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]
  return declared ?? 'utf-8'
}

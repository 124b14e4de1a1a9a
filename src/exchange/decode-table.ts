import { Refusal } from '../domain/refusal.ts'

/** The text of a table file: a byte order mark decides, else UTF-8, else windows-1252. Refused where it is no text at all. */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Refusal('invalid', 'refusal.table-empty')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new Refusal('invalid', 'refusal.table-binary')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

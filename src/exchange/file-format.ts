import { Refusal } from '../domain/refusal.ts'

const READ_LATER = /\.(pdf|odt|ods|rtf|html?|epub|vtt|srt|sbv|csv|tsv|xlsx?|pptx?|qdpx|zip)$/i
const RECORDING = /\.(mp3|m4a|wav|ogg|flac|aac|wma|mp4|mov|avi|mkv|webm)$/i

/** What a file is, by its bytes first and its name second. Refuses what we know and can't read, with what to do instead. */
export function formatOf(bytes: Buffer, name: string): 'docx' | 'text' {
  const begins = (magic: string) => bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
  const refuse = (key: string, extension = /\.[^.]{1,10}$/.exec(name)?.[0]?.toLowerCase() ?? ''): never => {
    throw new Refusal('invalid', key, { extension })
  }
  if (begins('\xd0\xcf\x11\xe0')) return refuse(isEncryptedPackage(bytes) ? 'refusal.import-password' : 'refusal.import-old-word')
  if (begins('%PDF-')) return refuse('refusal.import-format', '.pdf')
  if (begins('{\\rtf')) return refuse('refusal.import-format', '.rtf')
  if (READ_LATER.test(name)) return refuse('refusal.import-format')
  if (RECORDING.test(name)) return refuse('refusal.import-recording')
  if (begins('PK\x03\x04') || begins('PK\x05\x06')) return 'docx'
  if (/\.docx$/i.test(name)) return refuse('refusal.import-not-docx')
  if (/\.(doc|docm|dotx?|pages)$/i.test(name)) return refuse('refusal.import-old-word')
  return 'text'
}

/** Word keeps a protected document as an encrypted stream of this name in an old-style container. */
function isEncryptedPackage(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

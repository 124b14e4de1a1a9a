import { Refusal } from '../domain/refusal.ts'

const fileFormats = ['text', 'markdown', 'docx', 'odt', 'rtf', 'pdf', 'html', 'epub', 'captions', 'csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

const BY_NAME: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.(html?|xhtml|mht)$/i, 'html'],
  [/\.(vtt|srt|sbv)$/i, 'captions'],
  [/\.(csv|tsv)$/i, 'csv'],
]
const ZIPPED: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.xlsx$/i, 'xlsx'],
  [/\.odt$/i, 'odt'],
  [/\.epub$/i, 'epub'],
]
const NEVER = /\.(ods|xls|pptx?)$/i
/** What is a whole project or codebook of another program, and no source. */
const EXCHANGED = /\.(qdpx|qdc)$/i
const RECORDING = /\.(mp3|m4a|wav|ogg|flac|aac|wma|mp4|mov|avi|mkv|webm)$/i

/** What a file is, by its bytes first and its name second. Refuses what we know and can't read, with what to do instead. */
export function formatOf(bytes: Buffer, name: string): FileFormat {
  const begins = (magic: string) => bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
  const refuse = (key: string, extension = /\.[^.]{1,10}$/.exec(name)?.[0]?.toLowerCase() ?? ''): never => {
    throw new Refusal('invalid', key, { extension })
  }
  if (begins('\xd0\xcf\x11\xe0')) return refuse(isEncryptedPackage(bytes) ? 'refusal.import-password' : 'refusal.import-old-word')
  if (begins('%PDF-')) return 'pdf'
  if (begins('{\\rtf')) return 'rtf'
  if (EXCHANGED.test(name)) return refuse('refusal.import-qdpx')
  if (NEVER.test(name)) return refuse('refusal.import-format')
  if (RECORDING.test(name)) return refuse('refusal.import-recording')
  if (begins('PK\x03\x04') || begins('PK\x05\x06')) return byName(name, ZIPPED) ?? 'docx'
  if (/\.docx$/i.test(name)) return refuse('refusal.import-not-docx')
  if (/\.(odt|epub|xlsx|pdf|rtf|zip)$/i.test(name)) return refuse('refusal.import-not-that')
  if (/\.(doc|docm|dotx?|pages)$/i.test(name)) return refuse('refusal.import-old-word')
  return byName(name, BY_NAME) ?? 'text'
}

function byName(name: string, table: typeof BY_NAME): FileFormat | undefined {
  return table.find(([pattern]) => pattern.test(name))?.[1]
}

/** Word keeps a protected document as an encrypted stream of this name in an old-style container. */
function isEncryptedPackage(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

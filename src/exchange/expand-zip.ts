import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { isClutter, shownPath } from '../domain/file-path.ts'
import { Refusal } from '../domain/refusal.ts'

const MEGABYTE = 1024 * 1024
/** Entries; bytes of all of them inflated; inflated over packed where much is inflated. */
export type ZipLimits = { readonly entries: number; readonly inflated: number; readonly ratio: number; readonly ratioFrom: number }
export const ZIP_LIMITS: ZipLimits = { entries: 2000, inflated: 200 * MEGABYTE, ratio: 300, ratioFrom: 20 * MEGABYTE }

/** A file in an archive: its name as it is shown, never one to write by. `bytes` must be read to its end before the next is asked for. */
export type ZipEntry = { name: string; bytes: AsyncIterable<Buffer> }

/** Parts that make a zip a document of some program, which is read as such. */
const DOCUMENT = /^(\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml|META-INF\/container\.xml)$/
/** A study of ours, exported whole. */
const STUDY = /^(?:[^/]+\/)?utsaga\.json$/

/** Whether these bytes begin as a zip does. */
export function beginsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
}

/**
 * The files of an archive on disk, one at a time, or null where it is a document of some program (docx, odt, epub, xlsx). What is
 * hidden or a system's own is passed over. Refuses bombs, by the table of contents before a byte is inflated and by what really
 * comes; encrypted and broken archives; a study of ours. `spent` counts inflated bytes over archives within archives.
 */
export async function expandZip(path: string, spent = { bytes: 0 }): Promise<AsyncGenerator<ZipEntry, void> | null> {
  return orBroken(async () => {
    const zip = await openZip(path)
    const entries = await listEntries(zip)
    if (entries.some((entry) => DOCUMENT.test(nameOf(entry)))) return closed(zip, null)
    if (entries.some((entry) => STUDY.test(nameOf(entry)))) return closed(zip, new Refusal('invalid', 'refusal.import-study'))
    return filesOf(
      zip,
      entries.filter((entry) => isFile(entry)),
      spent,
    )
  })
}

export function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  )
}

function closed<T>(zip: ZipFile, answer: T): Exclude<T, Error> {
  zip.close()
  if (answer instanceof Error) throw answer
  return answer as Exclude<T, Error>
}

/** The table of contents. Refuses what is too much, and what is encrypted, before a byte is inflated. */
export function listEntries(zip: ZipFile, limits: ZipLimits = ZIP_LIMITS): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let inflated = 0
    const refuse = (error: Error) => {
      zip.close()
      reject(error)
    }
    zip.on('error', refuse)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      inflated += entry.uncompressedSize
      const bloated = inflated > limits.ratioFrom && inflated > zip.fileSize * limits.ratio
      if (entries.length > limits.entries || inflated > limits.inflated || bloated) return refuse(bomb())
      if (entry.isEncrypted()) return refuse(new Refusal('invalid', 'refusal.import-password'))
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function* filesOf(zip: ZipFile, entries: readonly Entry[], spent: { bytes: number }): AsyncGenerator<ZipEntry, void> {
  try {
    for (const entry of entries) yield { name: shownPath(nameOf(entry)), bytes: inflate(zip, entry, spent) }
  } finally {
    zip.close()
  }
}

/** The bytes of one entry. `spent` counts what has been inflated in all. */
export async function* inflate(zip: ZipFile, entry: Entry, spent: { bytes: number }, most = ZIP_LIMITS.inflated): AsyncGenerator<Buffer, void> {
  const stream = await orBroken(
    () =>
      new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve, reject) =>
        zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found))),
      ),
  )
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      spent.bytes += chunk.length
      if (spent.bytes > most) throw bomb()
      yield chunk
    }
  } catch (error) {
    throw brokenUnless(error)
  } finally {
    stream.destroy()
  }
}

export async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw brokenUnless(error)
  }
}

/** A full disk, and what was refused already, is not the archive's fault. */
function brokenUnless(error: unknown): unknown {
  const disk = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'].includes(`${(error as { code?: unknown }).code}`)
  return error instanceof Refusal || disk ? error : new Refusal('invalid', 'refusal.import-broken-zip')
}

/** Many programs write UTF-8 without saying so; what is none is in the characters of old DOS. */
export function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw ?? (entry.fileName as unknown as Buffer)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  }
}

/** Neither a folder, nor a link to elsewhere, nor clutter. */
function isFile(entry: Entry): boolean {
  const name = nameOf(entry)
  const link = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
  return !name.endsWith('/') && !link && !isClutter(name)
}

function bomb(): Refusal {
  return new Refusal('invalid', 'refusal.import-zip-bomb')
}

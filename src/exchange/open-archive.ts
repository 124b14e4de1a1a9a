import type { Entry } from 'yauzl'
import { Refusal } from '../domain/refusal.ts'
import { inflate, listEntries, nameOf, openZip, orBroken, ZIP_LIMITS, type ZipLimits } from './expand-zip.ts'

/** An archive whose parts are read by name, as they are wanted. Names only find parts: nothing is ever written by them. */
export type Archive = {
  readonly names: readonly string[]
  /** A part whole; null where there is none. Refused over `most` bytes. */
  read(name: string, most?: number): Promise<Buffer | null>
  /** A part as it is inflated. */
  stream(name: string): AsyncGenerator<Buffer, void>
  close(): void
}

/** Open an archive on disk. Refuses bombs by its table of contents and by what really comes, encrypted and broken ones. Of two parts with one name the first counts. */
export async function openArchive(path: string, limits: ZipLimits = ZIP_LIMITS): Promise<Archive> {
  return orBroken(async () => {
    const zip = await openZip(path)
    const entries = new Map<string, Entry>()
    for (const entry of await listEntries(zip, limits)) if (!entries.has(nameOf(entry))) entries.set(nameOf(entry), entry)
    const spent = { bytes: 0 }
    const stream = (name: string) => inflate(zip, entries.get(name)!, spent, limits.inflated)
    const read = async (name: string, most = limits.inflated) => {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.uncompressedSize > most) throw new Refusal('invalid', 'refusal.import-zip-bomb')
      const chunks: Buffer[] = []
      for await (const chunk of stream(name)) chunks.push(chunk)
      return Buffer.concat(chunks)
    }
    return { names: [...entries.keys()].filter((name) => !name.endsWith('/')), read, stream, close: () => zip.close() }
  })
}

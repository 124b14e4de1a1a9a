import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../domain/refusal.ts'

const MEGABYTE = 1024 * 1024
/** Entries; bytes of all entries inflated, of those handed back, of one part that will be read; inflated over packed where much is inflated. */
const LIMITS = { entries: 2000, inflated: 200 * MEGABYTE, kept: 60 * MEGABYTE, part: 30 * MEGABYTE, ratio: 300, ratioFrom: 20 * MEGABYTE }
/** Where the beginning of a part ends: a DOCTYPE stands before all else. */
const HEAD = 4096

export type ZipParts = { names: string[]; kept: Map<string, Buffer> }

/**
 * Inflate every entry once, throwing the bytes away, to be sure of what another reader would meet: how many, how large
 * in truth, no DOCTYPE in any XML; in parts whose name matches `mayDeclare` a DOCTYPE that defines nothing is let be. The
 * parts that `keep` names are handed back: nothing is ever written by an archive's names. Refuses bombs, lying sizes,
 * names that point outside, broken and encrypted archives. An honest bomb is refused by its own table of contents,
 * before a byte is inflated.
 */
export async function checkZip(bytes: Buffer, keep: (name: string) => boolean, mayDeclare: RegExp | null = null): Promise<ZipParts> {
  try {
    const zip = await open(bytes)
    const entries = await listEntries(zip, bytes.length, keep)
    const kept = new Map<string, Buffer>()
    let left = LIMITS.inflated
    for (const entry of entries) {
      const doctype = mayDeclare?.test(entry.fileName) ? /<!DOCTYPE[^>]*\[/i : /<!DOCTYPE/i
      const part = await inflate(zip, entry, left, keep(entry.fileName), isXml(entry.fileName) ? doctype : null)
      left -= part.size
      if (part.bytes) kept.set(entry.fileName, part.bytes)
    }
    return { names: entries.map((entry) => entry.fileName), kept }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const outside = error instanceof Error && /^(invalid relative path|absolute path|invalid characters in fileName)/.test(error.message)
    throw new Refusal('invalid', outside ? 'refusal.import-odd-names' : 'refusal.import-broken-zip')
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  )
}

function listEntries(zip: ZipFile, packed: number, keep: (name: string) => boolean): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let inflated = 0
    let kept = 0
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      inflated += entry.uncompressedSize
      if (keep(entry.fileName)) kept += entry.uncompressedSize
      const part = (isXml(entry.fileName) || keep(entry.fileName)) && entry.uncompressedSize > LIMITS.part
      if (part || kept > LIMITS.kept || entries.length > LIMITS.entries || inflated > LIMITS.inflated) return reject(bomb())
      if (inflated > LIMITS.ratioFrom && inflated > packed * LIMITS.ratio) return reject(bomb())
      if (entry.isEncrypted()) return reject(new Refusal('invalid', 'refusal.import-password'))
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function inflate(zip: ZipFile, entry: Entry, left: number, keep: boolean, doctype: RegExp | null): Promise<{ size: number; bytes: Buffer | null }> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      let size = 0
      let head = ''
      stream.on('data', (chunk: Buffer) => {
        if (size < HEAD) head += chunk.subarray(0, HEAD).toString('latin1').replaceAll('\0', '')
        size += chunk.length
        if (doctype?.test(head)) stream.destroy(new Refusal('invalid', 'refusal.import-doctype'))
        if (size >= HEAD) doctype = null
        if (size > left) stream.destroy(bomb())
        if (keep) chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve({ size, bytes: keep ? Buffer.concat(chunks) : null }))
    })
  })
}

function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name)
}

function bomb(): Refusal {
  return new Refusal('invalid', 'refusal.import-bomb')
}

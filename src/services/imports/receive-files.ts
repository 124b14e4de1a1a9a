import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isClutter, shownPath } from '../../domain/file-path.ts'
import type { DraftFile } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import { beginsAsZip, expandZip } from '../../exchange/expand-zip.ts'
import type { pathsIn } from './draft-folder.ts'

const MEGABYTES = 100
/** Files of one draft. */
const MOST = 2000
/** An archive is unpacked, and one inside it; a third is somebody's joke. */
const DEEPEST = 2

type Bytes = AsyncIterable<Uint8Array>
type Written = { size: number; sha256: string; zip: boolean }

/**
 * Puts the files of a draft on disk as they come, under numbers of our own. A zip is unpacked into its files; one that can't be
 * is told of as one file. A file that is too large is read to its end and thrown away, so that the others still come.
 */
export class FileReceiver {
  readonly files: DraftFile[] = []
  readonly #paths: ReturnType<typeof pathsIn>
  readonly #spent = { bytes: 0 }

  constructor(paths: ReturnType<typeof pathsIn>) {
    this.#paths = paths
  }

  /** One file. What is hidden or a system's own is passed over in silence. Refuses more than two thousand. */
  async receive(path: string, bytes: Bytes, depth = 0): Promise<void> {
    const name = shownPath(path)
    if (isClutter(name)) return drain(bytes)
    if (this.files.length === MOST) throw new Refusal('invalid', 'refusal.import-too-many', { most: MOST })
    const n = this.files.length
    const packed = /\.zip$/i.test(name)
    const at = packed ? join(this.#paths.folder, `${depth}.zip`) : this.#paths.bytes(n)
    const { size, sha256, zip } = await writeReceived(at, bytes)
    if (size > MEGABYTES * 1024 * 1024) this.refuse(name, new Refusal('invalid', 'refusal.import-file-too-large', { megabytes: MEGABYTES }), size)
    else if (packed && zip && (await this.#unpack(at, name, depth))) await rm(at, { force: true })
    else {
      if (packed) await rename(at, this.#paths.bytes(n))
      this.files.push({ name, size, sha256, refusal: null })
    }
  }

  /** A file of which nothing is kept but why. */
  refuse(name: string, { key, values }: Refusal, size = 0): void {
    this.files.push({ name, size, sha256: '', refusal: { key, values } })
  }

  /** @returns whether it is done with: false where the zip is a document. */
  async #unpack(at: string, name: string, depth: number): Promise<boolean> {
    const before = this.files.length
    if (depth === 0) this.#spent.bytes = 0
    try {
      if (depth === DEEPEST) throw new Refusal('invalid', 'refusal.import-nested-zip')
      const entries = await expandZip(at, this.#spent)
      if (!entries) return false
      const folder = depth === 0 ? '' : `${name.replace(/\.zip$/i, '')}/`
      for await (const entry of entries) await this.receive(folder + entry.name, entry.bytes, depth + 1)
      if (this.files.length === before) throw new Refusal('invalid', 'refusal.import-empty-zip')
    } catch (error) {
      if (!(error instanceof Refusal) || error.key === 'refusal.import-too-many') throw error
      for (let n = before; n < this.files.length; n++) await rm(this.#paths.bytes(n), { force: true })
      this.files.length = before
      this.refuse(name, error)
    }
    return true
  }
}

/** Put bytes on disk as they come, what is too large not. */
export async function writeReceived(path: string, bytes: Bytes): Promise<Written> {
  const hash = createHash('sha256')
  const file = await open(path, 'w', 0o600)
  let size = 0
  let zip = false
  try {
    for await (const chunk of bytes) {
      if (size === 0) zip = beginsAsZip(chunk)
      size += chunk.length
      if (size > MEGABYTES * 1024 * 1024) continue
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (size > MEGABYTES * 1024 * 1024) await file.truncate(0)
    return { size, sha256: hash.digest('hex'), zip }
  } finally {
    await file.close()
  }
}

async function drain(bytes: Bytes): Promise<void> {
  for await (const _ of bytes);
}

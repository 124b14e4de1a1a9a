import { existsSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { Refusal } from '../domain/refusal.ts'

/** Write a file as its pieces come. It has its name only when it is whole, so that what stood there stays where it can't be; a device is written to as it is. */
export async function writeOut(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const isPlain = !existsSync(path) || statSync(path).isFile()
  const part = isPlain ? `${path}.part` : path
  try {
    await writeFile(part, pieces)
    if (isPlain) await rename(part, path)
  } catch (error) {
    if (isPlain) await rm(part, { force: true })
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall === undefined) throw error
    throw new Refusal('invalid', 'refusal.not-written', { path, reason: code ?? '' })
  }
}

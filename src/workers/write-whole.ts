import { rename, rm, writeFile } from 'node:fs/promises'
import { threadId } from 'node:worker_threads'

let written = 0

/** Write a file so that nobody ever sees half of it. A disk that is full leaves nothing behind. */
export async function writeWhole(path: string, content: string | Iterable<string>): Promise<void> {
  const part = `${path}.${process.pid}-${threadId}-${++written}.part`
  try {
    await writeFile(part, content, { mode: 0o600 })
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

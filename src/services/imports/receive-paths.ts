import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { inNaturalOrder } from '../../domain/case-name.ts'
import { isClutter } from '../../domain/file-path.ts'
import type { ImportDraft } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SourceLanguage } from '../../domain/source.ts'
import type { House } from '../../storage/open.ts'
import { makeDraft } from './receive-draft.ts'
import type { FileReceiver } from './receive-files.ts'

/** Keep files of this machine as a draft, folders walked and zips unpacked. What is not there is told of as a file that can't be read. */
export async function receivePaths(house: House, project: { id: number; language: SourceLanguage }, paths: readonly string[]): Promise<ImportDraft> {
  const inOrder = [...paths].sort((a, b) => inNaturalOrder(basename(a), basename(b)))
  return makeDraft(house, project, async (receiver) => {
    for (const path of inOrder) await receivePath(receiver, path)
  })
}

async function receivePath(receiver: FileReceiver, path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return walk(receiver, path, '')
  if (found?.isFile()) return receiveFile(receiver, path, basename(path))
  receiver.refuse(basename(path), new Refusal('not-found', 'refusal.import-no-file', { name: basename(path) }))
}

/** Links are not followed: they may lead in circles. */
async function walk(receiver: FileReceiver, folder: string, shown: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) =>
    receiver.refuse(shown.slice(0, -1) || basename(folder), unread(folder, error)),
  )
  for (const entry of (entries ?? []).sort((a, b) => inNaturalOrder(a.name, b.name))) {
    if (isClutter(entry.name)) continue
    const [path, name] = [join(folder, entry.name), `${shown}${entry.name}`]
    if (entry.isDirectory()) await walk(receiver, path, `${name}/`)
    else if (entry.isFile()) await receiveFile(receiver, path, name)
  }
}

/** A file that can't be opened, or not to its end, is told of as one that can't be read; the others come all the same. */
async function receiveFile(receiver: FileReceiver, path: string, name: string): Promise<void> {
  try {
    await receiver.receive(name, bytesOf(path))
  } catch (error) {
    if (!(error instanceof Refusal) || error.key !== 'refusal.file-unread') throw error
    receiver.refuse(name, error)
  }
}

/** Opened when it is read, so that nothing goes wrong while nobody listens. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* createReadStream(path)
  } catch (error) {
    throw unread(path, error)
  }
}

function unread(path: string, error: unknown): Refusal {
  const { code, message } = error as NodeJS.ErrnoException
  return new Refusal('not-found', 'refusal.file-unread', { path, reason: code ?? message })
}

import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'

/** A corrected text that somebody looks at before it is kept. `file`: as it came, where it came as one; its bytes in base64. */
export type Replacement = { id: string; sourceId: number; versionId: number; text: string; file: { name: string; bytes: string } | null }
const DAY = 24 * 3600 * 1000

/** Keep a corrected text beside the database until it is confirmed, at most a day. @returns it with its id */
export async function keepReplacement(house: House, replacement: Omit<Replacement, 'id'>): Promise<Replacement> {
  const folder = folderOf(house)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await forgetOld(folder)
  const kept = { id: crypto.randomUUID(), ...replacement }
  await writeFile(join(folder, `${kept.id}.json`), JSON.stringify(kept), { mode: 0o600 })
  return kept
}

/** A corrected text that waits for confirmation. Refused where it is no longer there, or is another source's. */
export async function findReplacement(house: House, sourceId: number, id: string): Promise<Replacement> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('not-found', 'refusal.no-replacement')
  const json = await readFile(join(folderOf(house), `${id}.json`), 'utf8').catch(() => undefined)
  const kept = json === undefined ? undefined : (JSON.parse(json) as Replacement)
  if (kept?.sourceId !== sourceId) throw new Refusal('not-found', 'refusal.no-replacement')
  return kept
}

export async function forgetReplacement(house: House, id: string): Promise<void> {
  await rm(join(folderOf(house), `${id}.json`), { force: true })
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > DAY) await rm(path, { force: true })
  }
}

function folderOf(house: House): string {
  return join(dirname(house.file), 'replacements')
}

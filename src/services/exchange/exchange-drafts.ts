import { existsSync } from 'node:fs'
import type { DraftSource, ExchangeDraft } from '../../domain/exchange-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import { boundaryOf, partsOf } from '../../exchange/multipart.ts'
import type { House } from '../../storage/open.ts'
import type { Pool } from '../../workers/pool.ts'
import { makeDraftFolder, pathsIn, pathsOf, readJson, removeDraftFolder, sweepDrafts, takeDraft, writeJson } from '../imports/draft-folder.ts'
import { linesAt } from '../imports/draft-state.ts'
import { writeReceived } from '../imports/receive-files.ts'
import type { Watch } from '../under-way.ts'

/** Seconds that reading a project of another program may take. */
const SECONDS = 120
/** A draft's own files beside those of any import. */
export const exchangePaths = (folder: string) => ({
  ...pathsIn(folder),
  project: `${folder}/exchange.json`,
  all: `${folder}/exchange-sources.jsonl`,
})

/** Receive the file of a form as a draft that is still to be read. `into`: the project that the page was about; `ownerId`: who alone may see it. Where there is none nothing is left. */
export async function receiveExchange(
  house: House,
  ownerId: number | undefined,
  form: { contentType: string | undefined; body: AsyncIterable<Uint8Array> | null },
): Promise<{ id: string; into: string }> {
  const boundary = boundaryOf(form.contentType)
  if (!form.body) throw new Refusal('invalid', 'refusal.malformed', { field: 'files' })
  let into = ''
  let found = false
  const id = await keepReceived(house, async (path) => {
    for await (const part of partsOf(form.body!, boundary)) {
      if (part.filename && !found) found = (await writeReceived(path, part.bytes)).size > 0
      else if (part.name === 'into') for await (const chunk of part.bytes) into = (into + chunk.toString('utf8')).slice(0, 200)
    }
    if (!found) throw new Refusal('invalid', 'refusal.no-file')
  })
  if (ownerId !== undefined) await writeJson(pathsOf(house, id).owner, { ownerId })
  return { id, into }
}

/** A draft of a file that `write` puts where it is told, read. @returns its id */
export async function makeExchangeDraft(house: House, pool: Pool, write: (path: string) => Promise<void>, watch: Watch = {}): Promise<string> {
  const id = await keepReceived(house, write)
  await readReceived(house, pool, id, watch)
  return id
}

async function keepReceived(house: House, write: (path: string) => Promise<void>): Promise<string> {
  await sweepDrafts(house)
  const id = crypto.randomUUID()
  await makeDraftFolder(house, id)
  await write(pathsOf(house, id).bytes(0)).catch(async (error) => {
    await removeDraftFolder(house, id)
    throw error
  })
  return id
}

/** Read the file of a draft, in a thread. Where it can't be read, or nobody waits for it any more, nothing is left. */
export async function readReceived(house: House, pool: Pool, id: string, watch: Watch): Promise<void> {
  const { folder } = pathsOf(house, id)
  try {
    await pool.run('readExchange', { folder }, { seconds: SECONDS, ...watch })
  } catch (error) {
    await removeDraftFolder(house, id)
    throw error
  }
}

/** Whether a draft was received and is not read: a reading that is under way, or was when the program ended. */
export function isUnread(house: House, id: string): boolean {
  const { folder, bytes } = pathsOf(house, id)
  return existsSync(bytes(0)) && !existsSync(exchangePaths(folder).project)
}

/** With an owner, refused where the draft is another's, or nobody's: as one that is not there. */
export async function refuseForeign(house: House, id: string, ownerId: number | undefined): Promise<void> {
  if (ownerId === undefined) return
  const known = await readJson<{ ownerId: number }>(pathsOf(house, id).owner)
  if (known?.ownerId !== ownerId) throw new Refusal('not-found', 'refusal.no-draft')
}

export async function findExchange(house: House, id: string): Promise<ExchangeDraft> {
  return draftAt(pathsOf(house, id).folder)
}

async function draftAt(folder: string): Promise<ExchangeDraft> {
  const draft = await readJson<ExchangeDraft>(exchangePaths(folder).project)
  if (!draft) throw new Refusal('not-found', 'refusal.no-draft')
  return draft
}

/** Take a draft out of everybody else's reach, to be kept for good or put back. */
export async function takeExchangeDraft(house: House, id: string) {
  await findExchange(house, id)
  const taken = await takeDraft(house, id)
  return { ...taken, draft: await draftAt(taken.folder) }
}

/** The sources of a draft, one at a time, and where the bytes of their originals lie. */
export function draftSources(folder: string): { sources: AsyncIterable<DraftSource>; bytesAt: (file: number) => string } {
  const paths = exchangePaths(folder)
  return { sources: linesAt<DraftSource>(paths.all), bytesAt: paths.bytes }
}

export async function dropExchange(house: House, id: string): Promise<void> {
  await removeDraftFolder(house, id)
}

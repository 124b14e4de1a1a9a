import type { DraftSource, ExchangeDraft } from '../domain/exchange-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import { boundaryOf, partsOf } from '../exchange/multipart.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import { makeDraftFolder, pathsIn, pathsOf, readJson, removeDraftFolder, sweepDrafts, takeDraft, writeJson } from './draft-folder.ts'
import { linesAt } from './draft-state.ts'
import { writeReceived } from './receive-files.ts'

/** Seconds that reading a project of another program may take. */
const SECONDS = 120
/** A draft's own files beside those of any import. */
export const exchangePaths = (folder: string) => ({
  ...pathsIn(folder),
  project: `${folder}/exchange.json`,
  owner: `${folder}/owner.json`,
  all: `${folder}/exchange-sources.jsonl`,
})

/** Receive the file of a form and read it, in a thread. `into`: the project that the page was about; `ownerId`: who alone may see it. Where it can't be read nothing is left. */
export async function receiveExchange(
  house: House,
  pool: Pool,
  ownerId: number | undefined,
  form: { contentType: string | undefined; body: AsyncIterable<Uint8Array> | null },
): Promise<{ id: string; into: string }> {
  const boundary = boundaryOf(form.contentType)
  if (!form.body) throw new Refusal('invalid', 'refusal.malformed', { field: 'files' })
  let into = ''
  let found = false
  const id = await makeExchangeDraft(house, pool, async (path) => {
    for await (const part of partsOf(form.body!, boundary)) {
      if (part.filename && !found) found = (await writeReceived(path, part.bytes)).size > 0
      else if (part.name === 'into') for await (const chunk of part.bytes) into = (into + chunk.toString('utf8')).slice(0, 200)
    }
    if (!found) throw new Refusal('invalid', 'refusal.no-file')
  })
  if (ownerId !== undefined) await writeJson(exchangePaths(pathsOf(house, id).folder).owner, { ownerId })
  return { id, into }
}

/** A draft of a file that `write` puts where it is told. @returns its id */
export async function makeExchangeDraft(house: House, pool: Pool, write: (path: string) => Promise<void>): Promise<string> {
  await sweepDrafts(house)
  const id = crypto.randomUUID()
  await makeDraftFolder(house, id)
  try {
    const { folder, bytes } = pathsOf(house, id)
    await write(bytes(0))
    await pool.run('readExchange', { folder }, { seconds: SECONDS })
    return id
  } catch (error) {
    await removeDraftFolder(house, id)
    throw error
  }
}

/** A draft; with an owner, one of theirs alone. */
export async function findExchange(house: House, id: string, ownerId?: number): Promise<ExchangeDraft> {
  const { folder } = pathsOf(house, id)
  const known = ownerId === undefined ? undefined : await readJson<{ ownerId: number }>(exchangePaths(folder).owner)
  if (known?.ownerId !== ownerId) throw new Refusal('not-found', 'refusal.no-draft')
  return draftAt(folder)
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

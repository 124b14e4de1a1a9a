import { isWhole } from '../domain/codebook.ts'
import { Refusal } from '../domain/refusal.ts'
import { findAct } from '../storage/acts.ts'
import { listCodes } from '../storage/codes.ts'
import { ensureQuotation, findQuotationOfCoding, findSameCoding, removeIfUnused } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findRowThen, listRowsThen } from '../storage/rows-then.ts'
import type { Db } from '../storage/schema.ts'
import { versionThen } from '../storage/text-places.ts'
import { findVersion } from '../storage/versions.ts'
import { selectionNow } from './place-coding.ts'
import { restoreVersion } from './restore-version.ts'
import { theSource } from './the-source.ts'

/** `actId`: the moment right after that act. */
export type Moment = { projectId: number; coderId: number; actId: number }

/** Let the whole project stand as it did at a moment, as an act of its own: nothing of the history is lost, and it is undone as one. */
export async function restoreProject(house: House, { projectId, coderId, actId }: Moment): Promise<void> {
  await momentOf(house, projectId, actId)
  await keeping(() =>
    perform(house.write, { projectId, actorId: coderId, kind: 'restore-project', about: { count: actId } }, async (ledger) => {
      if ((await ledger.putRows(await listRowsThen(ledger.trx, projectId, actId))) === 0) throw new Refusal('conflict', 'refusal.restore-same')
    }),
  )
}

/** Let a code's label, texts, colour and place be what they were at a moment; one that is gone comes back. Its codings stay where they are. */
export async function restoreCodeThen(house: House, { projectId, coderId, actId, codeId }: Moment & { codeId: number }): Promise<void> {
  await momentOf(house, projectId, actId)
  await keeping(() =>
    perform(house.write, { projectId, actorId: coderId, kind: 'restore-code-then', about: { codeId, count: actId } }, async (ledger) => {
      const row = await rowThen(ledger.trx, 'code', codeId, actId)
      if (row['project_id'] !== projectId) throw new Refusal('not-found', 'refusal.no-code')
      if ((await ledger.putRows([{ table: 'code', id: codeId, row }])) === 0) throw new Refusal('conflict', 'refusal.restore-same')
      if (!isWhole(await listCodes(ledger.trx, projectId))) throw new Refusal('conflict', 'refusal.restore-in-the-way')
    }),
  )
}

/** Let a coding have the code and the words that it had at a moment; one that is gone comes back. Its words are looked up in the text that holds now. */
export async function restoreCodingThen(house: House, { projectId, coderId, actId, codingId }: Moment & { codingId: number }): Promise<void> {
  await momentOf(house, projectId, actId)
  await keeping(() =>
    perform(house.write, { projectId, actorId: coderId, kind: 'restore-coding-then', about: { count: actId } }, async (ledger) => {
      // As far as one may read the history.
      const row = await rowThen(house.read, 'coding', codingId, actId)
      const place = await rowThen(ledger.trx, 'quotation', Number(row['quotation_id']), actId)
      const source = await theSource(ledger.trx, projectId, Number(place['source_id']))
      const then = (await versionThen(ledger, source.id, actId)) ?? source.versionId
      const span = await selectionNow(ledger, { start: Number(place['start_offset']), end: Number(place['end_offset']) }, then, source.versionId)
      await layCoding(ledger, codingId, row, await ensureQuotation(ledger, source.id, span))
      await ledger.tellAbout({ sourceId: source.id, codeId: Number(row['code_id']), count: actId })
    }),
  )
}

async function layCoding(ledger: Ledger, id: number, row: Record<string, unknown>, quotationId: number): Promise<void> {
  const same = await findSameCoding(ledger.trx, quotationId, Number(row['code_id']), Number(row['coder_id']))
  if (same !== undefined && same !== id) throw new Refusal('conflict', 'refusal.restore-in-the-way')
  const before = await findQuotationOfCoding(ledger.trx, id)
  const target = { ...row, quotation_id: quotationId }
  if ((await ledger.putRows([{ table: 'coding', id, row: target }])) === 0) throw new Refusal('conflict', 'refusal.restore-same')
  if (before !== undefined && before !== quotationId) await removeIfUnused(ledger, before)
}

/** Let a source's text be what it was at a moment, as a new version that all that lies on it is carried to. */
export async function restoreTextThen(house: House, { projectId, coderId, actId, sourceId }: Moment & { sourceId: number }): Promise<void> {
  await momentOf(house, projectId, actId)
  const row = await findRowThen(house.write, 'source', sourceId, actId)
  if (!row || row['project_id'] !== projectId) throw new Refusal('conflict', 'refusal.restore-not-there')
  const version = await findVersion(house.write, Number(row['version_id']))
  await restoreVersion(house, { projectId, coderId, sourceId, number: version.number })
}

async function momentOf(house: House, projectId: number, actId: number): Promise<void> {
  const act = await findAct(house.read, actId)
  if (!act || (act.projectId !== projectId && act.projectId !== null)) throw new Refusal('not-found', 'refusal.no-act')
}

async function rowThen(db: Db, table: string, id: number, actId: number): Promise<Record<string, unknown>> {
  const row = await findRowThen(db, table, id, actId)
  if (!row) throw new Refusal('conflict', 'refusal.restore-not-there')
  return row
}

/** What cannot stand beside what is there now is refused in a sentence. */
async function keeping<T>(work: () => Promise<T>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw new Refusal('conflict', 'refusal.restore-in-the-way')
    throw error
  }
}

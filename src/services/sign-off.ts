import { createHash } from 'node:crypto'
import { flatten, treeOf, withDescendants } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodedPlaces } from '../storage/coder-codings.ts'
import { listCodes } from '../storage/codes.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'
import { findSeen, listSignOffs, type SignedTarget, type SignOff } from '../storage/sign-offs.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

type Who = { projectId: number; coderId: number }
/** `stands`: nothing of it has changed since. */
export type ShownSignOff = SignOff & { stands: boolean }

/** Approve a code with those below it, or a source, as it stands now. A later approval takes the place of an earlier. */
export async function signOff(house: House, { projectId, coderId, target }: Who & { target: SignedTarget }): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'sign-off', about: aboutOf(target) }, async (ledger) => {
    const state = await stateOf(ledger.trx, projectId, target)
    if (state === undefined) throw new Refusal('not-found', 'refusal.no-thread-target')
    const said = { coder_id: coderId, state_sha256: state, act_id: ledger.actId, made_at: new Date().toISOString() }
    const known = (await listSignOffs(ledger.trx, projectId)).find((one) => isOf(one, target))
    if (known) await ledger.update('sign_off', known.id, said)
    else await ledger.insert('sign_off', { guid: crypto.randomUUID(), project_id: projectId, target_kind: target.kind, target_id: target.id, ...said })
  })
}

export async function withdrawSignOff(house: House, { projectId, coderId, target }: Who & { target: SignedTarget }): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'withdraw-sign-off', about: aboutOf(target) }, async (ledger) => {
    const known = (await listSignOffs(ledger.trx, projectId)).find((one) => isOf(one, target))
    if (known) await ledger.remove('sign_off', known.id)
  })
}

/** Every approval, and whether what was approved still stands so. */
export async function readSignOffs(db: Db, projectId: number): Promise<ShownSignOff[]> {
  const shown: ShownSignOff[] = []
  for (const one of await listSignOffs(db, projectId)) shown.push({ ...one, stands: (await stateOf(db, projectId, one.target)) === one.state })
  return shown
}

export function isOf({ target }: Pick<SignOff, 'target'>, { kind, id }: { kind: string; id: number }): boolean {
  return target.kind === kind && target.id === id
}

/** Say to have seen all that was done up to now. */
export async function markSeen(house: House, { projectId, coderId }: Who): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'mark-seen' }, async (ledger) => {
    const known = await findSeen(ledger.trx, projectId, coderId)
    const actId = await newestActId(ledger.trx)
    if (known) await ledger.update('seen', known.id, { act_id: actId })
    else await ledger.insert('seen', { project_id: projectId, coder_id: coderId, act_id: actId })
  })
}

/**
 * What is approved, as a number: what the codes say, or the text of the source; and every coding's code, coder and words. Where a text is edited elsewhere its codings
 * move and stand as they were. Undefined where it is gone.
 */
async function stateOf(db: Db, projectId: number, target: SignedTarget): Promise<string | undefined> {
  const said = target.kind === 'code' ? await codesOf(db, projectId, target.id) : await sourceOf(db, projectId, target.id)
  if (!said) return undefined
  const places = await listCodedPlaces(db, projectId, said.only)
  const texts = await textsOf(
    db,
    places.map(({ sourceId }) => sourceId),
  )
  const codings = places.map(({ sourceId, codeId, coderId, start, end }) => JSON.stringify([sourceId, codeId, coderId, texts.get(sourceId)!.slice(start, end)]))
  return createHash('sha256')
    .update(JSON.stringify([said.words, codings.sort()]))
    .digest('hex')
}

async function codesOf(db: Db, projectId: number, codeId: number) {
  const node = flatten(treeOf(await listCodes(db, projectId))).find(({ id }) => id === codeId)
  if (!node) return undefined
  const codes = withDescendants(node)
  const words = codes.map(({ id, parentId, label, definition, whenToUse, whenNot, example, retiredAt }) => [
    id,
    parentId,
    label,
    definition,
    whenToUse,
    whenNot,
    example,
    retiredAt,
  ])
  return { words, only: { codeIds: codes.map(({ id }) => id) } }
}

async function sourceOf(db: Db, projectId: number, sourceId: number) {
  const source = await findSource(db, projectId, sourceId)
  return source && { words: [source.title, (await textsOf(db, [sourceId])).get(sourceId)], only: { sourceId } }
}

function aboutOf({ kind, id }: SignedTarget) {
  return kind === 'code' ? { codeId: id } : { sourceId: id }
}

import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { findSeen, listSignOffs, type SignedTarget, type SignOff } from '../storage/sign-offs.ts'
import { approvedStates } from './approved-state.ts'

type Who = { projectId: number; coderId: number }

/** Approve a code with those below it, or a source, as it stands now. A later approval takes the place of an earlier. */
export async function signOff(house: House, { projectId, coderId, target }: Who & { target: SignedTarget }): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'sign-off', about: aboutOf(target) }, async (ledger) => {
    const [state] = await approvedStates(ledger.trx, projectId, [target])
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

function aboutOf({ kind, id }: SignedTarget) {
  return kind === 'code' ? { codeId: id } : { sourceId: id }
}

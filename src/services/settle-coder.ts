import { couldBeTakenFor, toPersonName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { findCoderGuid, findLocalSetting, listCoders } from '../storage/coders.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

/** Give the coder at this machine another name; their codings and acts follow. Refused where another coder has it. */
export async function renameCoder(house: House, wish: { coderId: number; name: string }): Promise<void> {
  const name = toPersonName(wish.name)
  await perform(house.write, { projectId: null, actorId: wish.coderId, kind: 'rename-coder', about: { label: name } }, async (ledger) => {
    await refuseTaken(ledger, name, wish.coderId)
    await ledger.update('coder', wish.coderId, { name })
  })
}

/** A new coder, who sits at this machine from now on. Refused where one has the name. */
export async function createCoder(house: House, wish: { coderId: number; name: string }): Promise<void> {
  const name = toPersonName(wish.name)
  await perform(house.write, { projectId: null, actorId: wish.coderId, kind: 'create-coder', about: { label: name } }, async (ledger) => {
    await refuseTaken(ledger, name)
    const id = await ledger.insert('coder', { guid: crypto.randomUUID(), name, made_at: new Date().toISOString() })
    await sit(ledger, id)
  })
}

/** Let another coder sit at this machine. @returns their name */
export async function chooseCoder(house: House, wish: { coderId: number; chosenId: number }): Promise<string> {
  const chosen = (await listCoders(house.write)).find((coder) => coder.id === wish.chosenId)
  if (!chosen) throw new Refusal('not-found', 'refusal.no-coder')
  await perform(house.write, { projectId: null, actorId: wish.coderId, kind: 'choose-coder', about: { label: chosen.name } }, (ledger) =>
    sit(ledger, chosen.id),
  )
  return chosen.name
}

/** The guid by which one browser remembers who codes in it, and their name. The house itself stays as it is. */
export async function coderForBrowser(house: House, coderId: number): Promise<{ guid: string; name: string }> {
  const chosen = (await listCoders(house.read)).find(({ id }) => id === coderId)
  const guid = await findCoderGuid(house.read, coderId)
  if (!chosen || !guid) throw new Refusal('not-found', 'refusal.no-coder')
  return { guid, name: chosen.name }
}

async function sit(ledger: Ledger, coderId: number): Promise<void> {
  await ledger.update('setting', await findLocalSetting(ledger.trx), { value: `${coderId}` })
}

async function refuseTaken(ledger: Ledger, name: string, exceptId?: number): Promise<void> {
  const taken = (await listCoders(ledger.trx)).some((coder) => couldBeTakenFor(coder.name, name) && coder.id !== exceptId)
  if (taken) throw new Refusal('conflict', 'refusal.coder-taken', { name })
}

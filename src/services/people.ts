import { Refusal } from '../domain/refusal.ts'
import type { Role } from '../domain/role.ts'
import { findAccountByName, hasAccounts, listAccounts, updateDisabled } from '../storage/accounts.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { findMember, listMembers, listRoles, type Member } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { removeSessions } from '../storage/sessions.ts'

export async function readMembers(house: House, projectId: number): Promise<Member[]> {
  return listMembers(house.read, projectId)
}

type Wish = { projectId: number; byId: number; coderId: number }

/** Give somebody in a project another role. Refused where no owner would be left. */
export async function changeRole(house: House, { projectId, byId, coderId, role }: Wish & { role: Role }): Promise<void> {
  await perform(house.write, { projectId, actorId: byId, kind: 'change-role', about: { label: await nameIn(house, projectId, coderId) } }, async (ledger) => {
    const { id } = await memberIn(ledger, projectId, coderId)
    await ledger.update('membership', id, { role })
    await refuseOwnerless(ledger, projectId)
  })
}

/** Let somebody out of a project. What they did stays, under their name. */
export async function removeMember(house: House, { projectId, byId, coderId }: Wish): Promise<void> {
  await perform(house.write, { projectId, actorId: byId, kind: 'remove-member', about: { label: await nameIn(house, projectId, coderId) } }, async (ledger) => {
    const { id } = await memberIn(ledger, projectId, coderId)
    await ledger.remove('membership', id)
    await refuseOwnerless(ledger, projectId)
  })
}

/** Give somebody with an account a role in a project, or none. Who keeps the computer may also leave a project without an owner. */
export async function setRole(
  house: House,
  { projectId, byId, name, role }: { projectId: number; byId: number; name: string; role: Role | null },
): Promise<void> {
  const account = await accountNamed(house, name)
  const coderId = account.coder.id
  const kind = role === null ? 'remove-member' : (await findMember(house.read, projectId, coderId)) ? 'change-role' : 'add-member'
  await perform(house.write, { projectId, actorId: byId, kind, about: { label: account.coder.name } }, async (ledger) => {
    const known = await findMember(ledger.trx, projectId, coderId)
    if (role === null && known) await ledger.remove('membership', known.id)
    else if (role !== null && known) await ledger.update('membership', known.id, { role })
    else if (role !== null) await ledger.insert('membership', { project_id: projectId, coder_id: coderId, role })
  })
}

/** Close an account, or open it again. Closed, it is signed out everywhere at once. */
export async function setDisabled(house: House, name: string, disabled: boolean): Promise<void> {
  const { id } = await accountNamed(house, name)
  await updateDisabled(house.write, id, disabled ? new Date().toISOString() : null)
  if (disabled) await removeSessions(house.write, id)
}

/** Everybody who can sign in, and where they are what. */
export async function listPeople(house: House) {
  const roles = await listRoles(house.read)
  return (await listAccounts(house.read)).map(({ name, coder, disabledAt, madeAt }) => ({
    name,
    coder: coder.name,
    disabled: disabledAt !== null,
    madeAt,
    roles: Object.fromEntries(roles.filter(({ coderId }) => coderId === coder.id).map(({ slug, role }) => [slug, role])),
  }))
}

async function accountNamed(house: House, name: string) {
  const account = await findAccountByName(house.write, name.normalize('NFKC').trim().toLowerCase())
  if (!account) throw new Refusal('not-found', 'refusal.no-account', { name })
  return account
}

async function nameIn(house: House, projectId: number, coderId: number): Promise<string> {
  return (await listMembers(house.read, projectId)).find((one) => one.coderId === coderId)?.name ?? ''
}

async function memberIn(ledger: Ledger, projectId: number, coderId: number): Promise<{ id: number; role: Role }> {
  const member = await findMember(ledger.trx, projectId, coderId)
  if (!member) throw new Refusal('not-found', 'refusal.no-member')
  return member
}

/** Somebody who can sign in must be able to say who comes in. */
async function refuseOwnerless(ledger: Ledger, projectId: number): Promise<void> {
  const members = await listMembers(ledger.trx, projectId)
  if (!members.some(({ role, disabled, account }) => role === 'owner' && !disabled && account !== null)) throw new Refusal('conflict', 'refusal.last-owner')
}

/** Whether anybody can sign in yet. */
export async function anybodyHere(house: House): Promise<boolean> {
  return hasAccounts(house.read)
}

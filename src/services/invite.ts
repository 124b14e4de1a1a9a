import type { Invitation } from '../domain/invitation.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Role } from '../domain/role.ts'
import { FIRST, INVITED, RESET } from '../domain/session-life.ts'
import { findAccountByName, findAccountOfCoder, hasAccounts } from '../storage/accounts.ts'
import { findLocalCoder, listCodersWithoutAccount } from '../storage/coders.ts'
import { findInvitation, insertInvitation, listInvitations, removeInvitation, removeInvitations } from '../storage/invitations.ts'
import type { House } from '../storage/open.ts'
import { hashOfToken, newToken } from './token.ts'

/** The path that an invitation is used at. Its token is nowhere but there. */
export type Link = { path: string; expiresAt: string }

const linkOf = (token: string, milliseconds: number): Link => ({
  path: `/invitations/${token}`,
  expiresAt: new Date(Date.now() + milliseconds).toISOString(),
})

/** The link that makes the first account, while there is none: whoever has it owns what is here. Links made before it no longer hold. */
export async function inviteFirst(house: House): Promise<Link> {
  if (await hasAccounts(house.write)) throw new Refusal('conflict', 'refusal.accounts-there')
  const by = await findLocalCoder(house.write)
  const token = newToken()
  const link = linkOf(token, FIRST)
  await removeInvitations(house.write, 'first', null, new Date().toISOString())
  const row = { kind: 'first', tokenHash: hashOfToken(token), projectId: null, role: null, coderId: null, byId: by.id } as const
  await insertInvitation(house.write, { ...row, expiresAt: link.expiresAt })
  return link
}

/** Invite somebody, into a project or only to this installation. `coderId`: a coder here who has no account, and who they are. */
export async function invitePerson(
  house: House,
  wish: { byId: number; into: { projectId: number; role: Role } | null; coderId?: number | undefined },
): Promise<Link> {
  if (!(await hasAccounts(house.write))) throw new Refusal('conflict', 'refusal.nobody-yet')
  if (wish.coderId !== undefined && !(await listCodersWithoutAccount(house.write, wish.into?.projectId)).some(({ id }) => id === wish.coderId))
    throw new Refusal('conflict', 'refusal.coder-has-account')
  const token = newToken()
  const link = linkOf(token, INVITED)
  await insertInvitation(house.write, {
    kind: 'person',
    tokenHash: hashOfToken(token),
    projectId: wish.into?.projectId ?? null,
    role: wish.into?.role ?? null,
    coderId: wish.coderId ?? null,
    byId: wish.byId,
    expiresAt: link.expiresAt,
  })
  return link
}

/** The link by which somebody sets a new password. One at a time holds. */
export async function inviteReset(house: House, wish: { name: string; byId: number }): Promise<Link> {
  const account = await findAccountByName(house.write, wish.name)
  if (!account) throw new Refusal('not-found', 'refusal.no-account', { name: wish.name })
  const token = newToken()
  const link = linkOf(token, RESET)
  await removeInvitations(house.write, 'reset', account.coder.id, new Date().toISOString())
  const row = { kind: 'reset', tokenHash: hashOfToken(token), projectId: null, role: null, coderId: account.coder.id, byId: wish.byId } as const
  await insertInvitation(house.write, { ...row, expiresAt: link.expiresAt })
  return link
}

/** What a link offers, and the sign-in name of whom it is for, where they have one. Refused where it is used, too old, or never was. */
export async function readInvitation(house: House, token: string): Promise<Invitation & { account: string | null }> {
  const found = await findInvitation(house.read, hashOfToken(token), new Date().toISOString())
  if (!found || (found.kind === 'first' && (await hasAccounts(house.read)))) throw new Refusal('not-found', 'refusal.no-invitation')
  const account = found.coder && (await findAccountOfCoder(house.read, found.coder.id))
  return { ...found, account: account?.name ?? null }
}

export async function listInvited(house: House, projectId: number): Promise<Invitation[]> {
  return listInvitations(house.read, projectId, new Date().toISOString())
}

/** Who has coded in a project and has no account: an invitation may be for them. */
export async function listInvitable(house: House, projectId: number) {
  return listCodersWithoutAccount(house.read, projectId)
}

export async function withdrawInvitation(house: House, wish: { projectId: number; invitationId: number }): Promise<void> {
  if (!(await removeInvitation(house.write, wish.invitationId, wish.projectId))) throw new Refusal('not-found', 'refusal.no-invitation')
}

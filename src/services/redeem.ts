import type { Invitation } from '../domain/invitation.ts'
import { couldBeTakenFor, toPersonName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { toPassword, toSignInName } from '../domain/sign-in-name.ts'
import { findAccountByName, findAccountOfCoder, hasAccounts, insertAccount, updatePassword } from '../storage/accounts.ts'
import { listCoders } from '../storage/coders.ts'
import { removeInvitation } from '../storage/invitations.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { findMember } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { listProjects } from '../storage/projects.ts'
import type { Db } from '../storage/schema.ts'
import { removeSessions } from '../storage/sessions.ts'
import { hashPassword } from './hash-password.ts'
import { readInvitation } from './invite.ts'
import { beginSession } from './sign-in.ts'

/** `name`: what they sign in with; `called`: what they are called in the project. */
export type NewPerson = { name: string; called: string; password: string; browser: string }
/** A cookie's token, and where to go. */
export type Redeemed = { token: string; to: string }

/** Use a link up, and become somebody here: an account, their place in the project, and a session, all or nothing. */
export async function redeemAsNew(house: House, token: string, person: NewPerson): Promise<Redeemed> {
  const invitation = await readInvitation(house, token)
  if (invitation.kind === 'reset' || invitation.account !== null) throw new Refusal('not-found', 'refusal.no-invitation')
  const name = toSignInName(person.name)
  const called = toPersonName(person.called)
  const password = toPassword(person.password, name)
  await refuseNames(house.read, { name, called, exceptId: coderOf(invitation) })
  const passwordHash = await hashPassword(password)
  const accountId = await openAccount(house, invitation, { name, called, passwordHash })
  return { token: await beginSession(house, { accountId, browser: person.browser }), to: pathOf(invitation) }
}

/** Use a link up with the account that one is signed in with. */
export async function redeemAsMember(house: House, token: string, coderId: number): Promise<string> {
  const invitation = await readInvitation(house, token)
  const { project, role } = invitation
  if (invitation.kind !== 'person' || !project || !role) throw new Refusal('not-found', 'refusal.no-invitation')
  if (invitation.coder && invitation.coder.id !== coderId) throw new Refusal('conflict', 'refusal.invitation-other', { name: invitation.coder.name })
  if (await findMember(house.write, project.id, coderId)) throw new Refusal('conflict', 'refusal.member-already')
  await perform(house.write, addingTo(invitation), async (ledger) => {
    await use(ledger, invitation)
    await ledger.insert('membership', { project_id: project.id, coder_id: coderId, role })
    await ledger.tellAbout({ label: await nameOf(ledger.trx, coderId) })
  })
  return pathOf(invitation)
}

/** Set a new password by a link: every session ends, and one begins here. */
export async function redeemReset(house: House, token: string, wish: { password: string; browser: string }): Promise<Redeemed> {
  const invitation = await readInvitation(house, token)
  if (invitation.kind !== 'reset' || invitation.account === null) throw new Refusal('not-found', 'refusal.no-invitation')
  const account = (await findAccountByName(house.read, invitation.account))!
  if (account.disabledAt !== null) throw new Refusal('not-found', 'refusal.no-invitation')
  const passwordHash = await hashPassword(toPassword(wish.password, account.name))
  await house.write.transaction().execute(async (trx) => {
    if (!(await removeInvitation(trx, invitation.id))) throw new Refusal('not-found', 'refusal.no-invitation')
    await updatePassword(trx, account.id, passwordHash)
    await removeSessions(trx, account.id)
  })
  return { token: await beginSession(house, { accountId: account.id, browser: wish.browser }), to: '/account' }
}

type Account = { name: string; called: string; passwordHash: string }

async function openAccount(house: House, invitation: Invitation, account: Account): Promise<number> {
  const { result } = await perform(house.write, addingTo(invitation), async (ledger) => {
    await use(ledger, invitation)
    if (invitation.kind === 'first' && (await hasAccounts(ledger.trx))) throw new Refusal('conflict', 'refusal.accounts-there')
    const exceptId = coderOf(invitation)
    await refuseNames(ledger.trx, { ...account, exceptId })
    const coderId = exceptId ?? (await ledger.insert('coder', { guid: crypto.randomUUID(), name: account.called, made_at: new Date().toISOString() }))
    if (exceptId !== undefined) await ledger.update('coder', coderId, { name: account.called })
    await ledger.tellAbout({ label: account.called })
    if (invitation.project) await ledger.insert('membership', { project_id: invitation.project.id, coder_id: coderId, role: invitation.role! })
    return { coderId, accountId: await insertAccount(ledger.trx, { coderId, ...account }) }
  })
  if (invitation.kind === 'first') await ownAll(house, { coderId: result.coderId, called: account.called })
  return result.accountId
}

/** All that was here before anybody signed in is the first person's, who has worked in it. */
async function ownAll(house: House, { coderId, called }: { coderId: number; called: string }): Promise<void> {
  for (const { id } of await listProjects(house.write))
    await perform(house.write, { projectId: id, actorId: coderId, kind: 'add-member', about: { label: called } }, async (ledger) => {
      if (!(await findMember(ledger.trx, id, coderId))) await ledger.insert('membership', { project_id: id, coder_id: coderId, role: 'owner' })
    })
}

function addingTo({ project, byId }: Invitation) {
  return { projectId: project?.id ?? null, actorId: byId, kind: project ? 'add-member' : 'open-account' } as const
}

/** Whom an invitation makes an account for: the first is whoever has worked here without one. */
function coderOf({ kind, coder, byId }: Invitation): number | undefined {
  return kind === 'first' ? byId : coder?.id
}

/** Of two who use a link at once, one is told no. */
async function use(ledger: Ledger, { id }: Invitation): Promise<void> {
  if (!(await removeInvitation(ledger.trx, id))) throw new Refusal('not-found', 'refusal.no-invitation')
}

async function refuseNames(db: Db, { name, called, exceptId }: { name: string; called: string; exceptId: number | undefined }): Promise<void> {
  if (await findAccountByName(db, name)) throw new Refusal('conflict', 'refusal.account-taken', { name })
  if (exceptId !== undefined && (await findAccountOfCoder(db, exceptId))) throw new Refusal('not-found', 'refusal.no-invitation')
  const taken = (await listCoders(db)).some((coder) => couldBeTakenFor(coder.name, called) && coder.id !== exceptId)
  if (taken) throw new Refusal('conflict', 'refusal.coder-taken', { name: called })
}

async function nameOf(db: Db, coderId: number): Promise<string> {
  return (await listCoders(db)).find(({ id }) => id === coderId)?.name ?? ''
}

function pathOf({ project }: Invitation): string {
  return project ? `/projects/${project.slug}` : '/'
}

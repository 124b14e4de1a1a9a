import { type Role, roleMay } from '../domain/role.ts'
import { hasAccounts } from './accounts.ts'
import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** Somebody in a project. `account`: the name they sign in with. */
export type Member = { id: number; coderId: number; name: string; role: Role; account: string | null; disabled: boolean }

/** Who is in a project, owners first, then in the order they came. */
export async function listMembers(db: Db, projectId: number): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('coder', 'coder.id', 'membership.coder_id')
    .leftJoin('account', 'account.coder_id', 'coder.id')
    .select(['membership.id', 'coder.id as coderId', 'coder.name', 'membership.role', 'account.name as account', 'account.disabled_at as disabledAt'])
    .where('project_id', '=', projectId)
    .orderBy('membership.id')
    .execute()
  return rows.map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null }))
}

/** The roles of a person, by project. */
export async function listRolesOf(db: Db, coderId: number): Promise<Map<number, Role>> {
  const rows = await db.selectFrom('membership').select(['project_id', 'role']).where('coder_id', '=', coderId).execute()
  return new Map(rows.map((row) => [row.project_id, row.role]))
}

/** Every membership with what it is of, for a list of people. */
export async function listRoles(db: Db): Promise<{ coderId: number; slug: string; role: Role }[]> {
  const of = db.selectFrom('membership').innerJoin('project', 'project.id', 'membership.project_id')
  return of.select(['membership.coder_id as coderId', 'project.slug', 'membership.role']).orderBy('membership.id').execute()
}

export async function findMember(db: Db, projectId: number, coderId: number): Promise<{ id: number; role: Role } | undefined> {
  return db.selectFrom('membership').select(['id', 'role']).where('project_id', '=', projectId).where('coder_id', '=', coderId).executeTakeFirst()
}

/** Who codes in a project and can sign in to answer; undefined where nobody signs in, and anybody may. */
export async function listAnswering(db: Db, projectId: number): Promise<ReadonlySet<number> | undefined> {
  if (!(await hasAccounts(db))) return undefined
  const members = await listMembers(db, projectId)
  return new Set(members.filter(({ role, account, disabled }) => roleMay(role, 'code') && account !== null && !disabled).map(({ coderId }) => coderId))
}

/** Where people sign in, a new project is its maker's; where nobody does, it is whoever's sits here. */
export async function ownBy(ledger: Ledger, projectId: number, coderId: number): Promise<void> {
  if (await hasAccounts(ledger.trx)) await ledger.insert('membership', { project_id: projectId, coder_id: coderId, role: 'owner' })
}

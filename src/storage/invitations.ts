import type { Invitation, InvitationKind } from '../domain/invitation.ts'
import type { Role } from '../domain/role.ts'
import type { Db } from './schema.ts'

export type NewInvitation = {
  kind: InvitationKind
  tokenHash: string
  projectId: number | null
  role: Role | null
  coderId: number | null
  byId: number
  expiresAt: string
}

function invitations(db: Db, now: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('coder as maker', 'maker.id', 'invitation.made_by')
    .leftJoin('project', 'project.id', 'invitation.project_id')
    .leftJoin('coder', 'coder.id', 'invitation.coder_id')
    .select([
      'invitation.id',
      'invitation.kind',
      'invitation.role',
      'invitation.expires_at as expiresAt',
      'maker.id as byId',
      'maker.name as by',
      'project.id as projectId',
      'project.slug',
      'project.name as projectName',
      'coder.id as coderId',
      'coder.name as coderName',
    ])
    .where('invitation.expires_at', '>', now)
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]
function toInvitation({ projectId, slug, projectName, coderId, coderName, ...row }: InvitationRow): Invitation {
  return {
    ...row,
    project: projectId === null ? null : { id: projectId, slug: slug!, name: projectName! },
    coder: coderId === null ? null : { id: coderId, name: coderName! },
  }
}

/** One that can still be used. */
export async function findInvitation(db: Db, tokenHash: string, now: string): Promise<Invitation | undefined> {
  const row = await invitations(db, now).where('invitation.token_sha256', '=', tokenHash).executeTakeFirst()
  return row && toInvitation(row)
}

/** Those into a project that nobody has used yet. */
export async function listInvitations(db: Db, projectId: number, now: string): Promise<Invitation[]> {
  return (await invitations(db, now).where('invitation.project_id', '=', projectId).orderBy('invitation.id').execute()).map(toInvitation)
}

export async function insertInvitation(db: Db, row: NewInvitation): Promise<void> {
  const values = { kind: row.kind, token_sha256: row.tokenHash, project_id: row.projectId, role: row.role, coder_id: row.coderId, made_by: row.byId }
  await db
    .insertInto('invitation')
    .values({ ...values, made_at: new Date().toISOString(), expires_at: row.expiresAt })
    .execute()
}

/** Use an invitation up. @returns whether it was there: of two who use it at once, one is told no */
export async function removeInvitation(db: Db, id: number, projectId?: number): Promise<boolean> {
  let query = db.deleteFrom('invitation').where('id', '=', id)
  if (projectId !== undefined) query = query.where('project_id', '=', projectId)
  return Number((await query.executeTakeFirst()).numDeletedRows) > 0
}

/** Those of a kind, for one person or for nobody in particular, and all that are too old. */
export async function removeInvitations(db: Db, kind: InvitationKind, coderId: number | null, now: string): Promise<void> {
  await db.deleteFrom('invitation').where('expires_at', '<=', now).execute()
  await db.deleteFrom('invitation').where('kind', '=', kind).where('coder_id', 'is', coderId).execute()
}

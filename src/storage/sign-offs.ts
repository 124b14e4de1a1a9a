import type { Db } from './schema.ts'

export type SignedTarget = { kind: 'code' | 'source'; id: number }
/** Somebody has approved a code with those below it, or a source, as it stood after an act. */
export type SignOff = { id: number; target: SignedTarget; coder: string; state: string; actId: number; madeAt: string }

export async function listSignOffs(db: Db, projectId: number): Promise<SignOff[]> {
  const rows = await db
    .selectFrom('sign_off')
    .innerJoin('coder', 'coder.id', 'sign_off.coder_id')
    .where('project_id', '=', projectId)
    .select(['sign_off.id', 'target_kind as kind', 'target_id as targetId', 'coder.name as coder', 'state_sha256 as state', 'act_id as actId'])
    .select('sign_off.made_at as madeAt')
    .orderBy('sign_off.id')
    .execute()
  return rows.map(({ kind, targetId, ...row }) => ({ ...row, target: { kind, id: targetId } }))
}

/** Up to which act somebody has said to have seen a project, when, and the row that says so. */
export async function findSeen(db: Db, projectId: number, coderId: number): Promise<{ id: number; actId: number; at: string } | undefined> {
  return db
    .selectFrom('seen')
    .innerJoin('act', 'act.id', 'seen.act_id')
    .where('seen.project_id', '=', projectId)
    .where('coder_id', '=', coderId)
    .select(['seen.id', 'act_id as actId', 'act.at'])
    .executeTakeFirst()
}

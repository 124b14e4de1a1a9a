import type { ActKind } from '../domain/act.ts'
import type { MadeBy } from '../domain/coding.ts'
import type { Db } from './schema.ts'

export type WorkDone = { kind: ActKind; actor: string; times: number; first: string; last: string }
/** What was done in a project and still stands, by kind of act and who did it. */
export async function listWorkDone(db: Db, projectId: number): Promise<WorkDone[]> {
  return db
    .selectFrom('act')
    .innerJoin('coder', 'coder.id', 'act.actor_id')
    .where('act.project_id', '=', projectId)
    .where('act.undone_by', 'is', null)
    .where('act.kind', 'not in', ['undo', 'redo'])
    .select(({ fn }) => ['act.kind', 'coder.name as actor', fn.countAll<number>().as('times'), fn.min('act.at').as('first'), fn.max('act.at').as('last')])
    .groupBy(['act.kind', 'coder.name'])
    .orderBy('act.kind')
    .execute()
}

/** The standing codes of a project that came with a file, when the project was made or later, by who read them in. */
export async function listCodesReadIn(db: Db, projectId: number): Promise<Omit<WorkDone, 'kind'>[]> {
  return db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .innerJoin('coder', 'coder.id', 'act.actor_id')
    .innerJoin('code', 'code.id', 'change.row_id')
    .where('code.project_id', '=', projectId)
    .where('change.table_name', '=', 'code')
    .where('change.before', 'is', null)
    .where('act.kind', 'in', ['create-project', 'import-codebook'])
    .where('act.undone_by', 'is', null)
    .select(({ fn }) => ['coder.name as actor', fn.count<number>('code.id').distinct().as('times'), fn.min('act.at').as('first'), fn.max('act.at').as('last')])
    .groupBy('coder.name')
    .orderBy('coder.name')
    .execute()
}

export type CodingsDone = { coder: string; madeBy: MadeBy; codings: number; first: string; last: string }
/** Who has coded how much, by hand, by a rule or by an import, and from when to when. */
export async function listCodingsDone(db: Db, projectId: number): Promise<CodingsDone[]> {
  return db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .innerJoin('coder', 'coder.id', 'coding.coder_id')
    .where('code.project_id', '=', projectId)
    .select(({ fn }) => ['coder.name as coder', 'coding.made_by as madeBy', fn.countAll<number>().as('codings')])
    .select(({ fn }) => [fn.min('coding.made_at').as('first'), fn.max('coding.made_at').as('last')])
    .groupBy(['coder.name', 'coding.made_by'])
    .orderBy('coder.name')
    .execute()
}

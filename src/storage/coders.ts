import type { ExpressionBuilder } from 'kysely'
import type { Db, Schema } from './schema.ts'
import { whileUnchanged } from './seen-version.ts'

export type Coder = { id: number; name: string }

/** Every coder this house knows, the first ones first. */
export async function listCoders(db: Db): Promise<Coder[]> {
  return db.selectFrom('coder').select(['id', 'name']).orderBy('id').execute()
}

/** The coder that sits at this machine, as chosen in the settings. `shared`: there are accounts, and people sign in. */
export async function findLocalCoder(db: Db): Promise<Coder & { shared: boolean }> {
  const read = async () => {
    const { shared, ...coder } = await db
      .selectFrom('coder')
      .innerJoin('setting', (join) => join.on('setting.name', '=', 'local_coder').on((eb) => eb('setting.value', '=', eb.cast<string>('coder.id', 'text'))))
      .select((eb) => ['coder.id', 'coder.name', eb.exists(eb.selectFrom('account').select('account.id')).as('shared')])
      .executeTakeFirstOrThrow()
    return { ...coder, shared: Boolean(shared) }
  }
  return whileUnchanged(db, 'local coder', read)
}

export async function findCoderByGuid(db: Db, guid: string): Promise<Coder | undefined> {
  return db.selectFrom('coder').select(['id', 'name']).where('guid', '=', guid).executeTakeFirst()
}

/** The guid of a coder, by which browsers remember them. */
export async function findCoderGuid(db: Db, id: number): Promise<string | undefined> {
  return (await db.selectFrom('coder').select('guid').where('id', '=', id).executeTakeFirst())?.guid
}

export async function findCoderByName(db: Db, name: string): Promise<Coder | undefined> {
  return db.selectFrom('coder').select(['id', 'name']).where('name', '=', name).executeTakeFirst()
}

/** The row of the settings that says who sits at this machine. @returns its id */
export async function findLocalSetting(db: Db): Promise<number> {
  return (await db.selectFrom('setting').select('id').where('name', '=', 'local_coder').executeTakeFirstOrThrow()).id
}

/** Coders to choose from in a project: where people sign in, those who are in it or did something there, and nobody of other projects; else all. */
export async function listCodersIn(db: Db, projectId: number | null): Promise<Coder[]> {
  if ((await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined) return listCoders(db)
  if (projectId === null) return []
  const inIt = db.selectFrom('membership').select('coder_id').where('project_id', '=', projectId)
  return db
    .selectFrom('coder')
    .select(['coder.id', 'coder.name'])
    .where((eb) => eb.or([eb('coder.id', 'in', inIt), didSomethingIn(eb, projectId)]))
    .orderBy('coder.id')
    .execute()
}

function didSomethingIn({ or, exists, selectFrom }: ExpressionBuilder<Schema, 'coder'>, projectId: number) {
  return or([
    exists(selectFrom('act').select('act.id').where('act.project_id', '=', projectId).whereRef('act.actor_id', '=', 'coder.id')),
    exists(
      selectFrom('coding')
        .innerJoin('code', 'code.id', 'coding.code_id')
        .select('coding.id')
        .where('code.project_id', '=', projectId)
        .whereRef('coding.coder_id', '=', 'coder.id'),
    ),
  ])
}

/** Coders whom nobody signs in as; with a project, those of them who did something in it. */
export async function listCodersWithoutAccount(db: Db, projectId?: number): Promise<Coder[]> {
  let query = db
    .selectFrom('coder')
    .select(['coder.id', 'coder.name'])
    .where('coder.id', 'not in', (eb) => eb.selectFrom('account').select('account.coder_id'))
  if (projectId !== undefined) query = query.where((eb) => didSomethingIn(eb, projectId))
  return query.orderBy('coder.id').execute()
}

/** Coders who did something in a project, or to whom a coding in it is put down, the first ones first. */
export async function listCodersAtWork(db: Db, projectId: number): Promise<Coder[]> {
  return db
    .selectFrom('coder')
    .select(['coder.id', 'coder.name'])
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('coder.id', 'in', selectFrom('act').select('act.actor_id').where('act.project_id', '=', projectId)),
        eb(
          'coder.id',
          'in',
          selectFrom('coding').innerJoin('code', 'code.id', 'coding.code_id').select('coding.coder_id').where('code.project_id', '=', projectId),
        ),
      ]),
    )
    .orderBy('coder.id')
    .execute()
}

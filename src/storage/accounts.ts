import type { Db } from './schema.ts'

/** Who can sign in. `coder`: who they are in all that they do. */
export type Account = { id: number; name: string; coder: { id: number; name: string }; passwordHash: string; disabledAt: string | null; madeAt: string }

function accounts(db: Db) {
  return db
    .selectFrom('account')
    .innerJoin('coder', 'coder.id', 'account.coder_id')
    .select([
      'account.id',
      'account.name',
      'account.coder_id as coderId',
      'coder.name as coderName',
      'account.password_hash as passwordHash',
      'account.disabled_at as disabledAt',
      'account.made_at as madeAt',
    ])
}

type AccountRow = Omit<Account, 'coder'> & { coderId: number; coderName: string }
function toAccount({ coderId, coderName, ...row }: AccountRow): Account {
  return { ...row, coder: { id: coderId, name: coderName } }
}

export async function findAccountByName(db: Db, name: string): Promise<Account | undefined> {
  const row = await accounts(db).where('account.name', '=', name).executeTakeFirst()
  return row && toAccount(row)
}

export async function findAccountOfCoder(db: Db, coderId: number): Promise<Account | undefined> {
  const row = await accounts(db).where('account.coder_id', '=', coderId).executeTakeFirst()
  return row && toAccount(row)
}

export async function listAccounts(db: Db): Promise<Account[]> {
  return (await accounts(db).orderBy('account.id').execute()).map(toAccount)
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Written in the transaction of the act that lets them in, and in no history. */
export async function insertAccount(trx: Db, row: { coderId: number; name: string; passwordHash: string }): Promise<number> {
  const values = { coder_id: row.coderId, name: row.name, password_hash: row.passwordHash, made_at: new Date().toISOString() }
  return (await trx.insertInto('account').values(values).returning('id').executeTakeFirstOrThrow()).id
}

export async function updatePassword(db: Db, accountId: number, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).execute()
}

export async function updateDisabled(db: Db, accountId: number, disabledAt: string | null): Promise<void> {
  await db.updateTable('account').set({ disabled_at: disabledAt }).where('id', '=', accountId).execute()
}

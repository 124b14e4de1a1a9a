import { CompiledQuery, sql } from 'kysely'
import { breathe } from './breathe.ts'
import type { Db } from './schema.ts'

type Stored = Record<string, unknown> & { id: number }
/** How a row is to stand; null where it is to be gone. */
export type RowTarget = { readonly table: string; readonly id: number; readonly row: Record<string, unknown> | null }
export type RowPut = { readonly table: string; readonly id: number; readonly before: Stored | null; readonly after: Stored | null }

const FAR = 2_000_000_000
const MARK = '\ue000'

/**
 * Let many rows of many tables stand as they are told to, whatever they point at and whichever names and places they trade among each other. They must be able to stand so
 * together, with all the rows that are not among them. What is to go, goes; what is to change and is pointed at gets a name and a place aside; then all is put, what is pointed at first.
 * Foreign keys are held when the transaction ends. Called by the ledger, which keeps what was changed.
 */
export async function putRows(db: Db, targets: readonly RowTarget[]): Promise<RowPut[]> {
  const tables = await readTables(db)
  const puts = await changesTo(db, targets, tables)
  const inOrder = [...puts].sort((a, b) => tables.get(a.table)!.rank - tables.get(b.table)!.rank)
  await sql`pragma defer_foreign_keys = on`.execute(db)
  const leaving = inOrder.filter(({ before, after, table }) => before && (!after || !tables.get(table)!.pointedAt))
  await inRounds(leaving.reverse(), ({ table, id }) => run(db, `delete from "${table}" where id = ?`, [id]))
  for (const { table, id, before, after } of inOrder)
    if (before && after && tables.get(table)!.pointedAt) await setAside(db, table, id, tables.get(table)!.aside)
  await inRounds(
    inOrder.filter(({ after }) => after),
    ({ table, before, after }) => (before && tables.get(table)!.pointedAt ? write(db, table, after!) : insert(db, table, after!)),
  )
  return puts
}

type Table = { rank: number; pointedAt: boolean; columns: ReadonlySet<string>; aside: readonly { name: string; isText: boolean }[] }

/** Every table: how deep it hangs on others, and the columns by which its rows could be in each other's way. */
async function readTables(db: Db): Promise<Map<string, Table>> {
  const rows = async <T>(query: string) => (await db.executeQuery(CompiledQuery.raw(query))).rows as T[]
  const names = (await rows<{ name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")).map(({ name }) => name)
  const links = await rows<{ name: string; parent: string; column: string }>(
    `select m.name, f."table" as parent, f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'`,
  )
  const columns = await rows<{ name: string; column: string; type: string }>(
    `select m.name, c.name as "column", c.type from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'`,
  )
  const unique = await rows<{ name: string; column: string | null }>(
    `select m.name, x.name as "column" from sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) x where m.type = 'table' and i."unique"`,
  )
  const rankOf = (name: string, seen: readonly string[] = []): number =>
    Math.max(
      0,
      ...links.filter((one) => one.name === name && !seen.includes(one.parent) && one.parent !== name).map((one) => 1 + rankOf(one.parent, [...seen, name])),
    )
  return new Map(
    names.map((name) => {
      const mine = columns.filter((one) => one.name === name)
      const keys = new Set(links.filter((one) => one.name === name).map((one) => one.column))
      const free = mine.filter(({ column }) => !keys.has(column) && unique.some((one) => one.name === name && one.column === column))
      return [
        name,
        {
          rank: rankOf(name),
          pointedAt: links.some((one) => one.parent === name),
          columns: new Set(mine.map(({ column }) => column)),
          aside: free.map(({ column, type }) => ({ name: column, isText: type.toLowerCase() === 'text' })),
        },
      ]
    }),
  )
}

/** Those that don't stand so yet. Columns that came with a later upgrade stay as they are. */
async function changesTo(db: Db, targets: readonly RowTarget[], tables: ReadonlyMap<string, Table>): Promise<RowPut[]> {
  const puts: RowPut[] = []
  for (const [at, { table, id, row }] of targets.entries()) {
    const known = tables.get(table)
    if (!known) continue
    const { rows } = await db.executeQuery(CompiledQuery.raw(`select * from "${table}" where id = ?`, [id]))
    const before = (rows[0] as Stored | undefined) ?? null
    const kept = row && Object.fromEntries(Object.entries(row).filter(([column]) => known.columns.has(column)))
    const after = kept && ({ ...before, ...kept, id } as Stored)
    if (before === null ? after !== null : after === null || Object.keys(after).some((column) => after[column] !== before[column]))
      puts.push({ table, id, before, after })
    if (at % 100 === 99) await breathe()
  }
  return puts
}

/** Rows that wait for others of the same table are tried again after them. */
async function inRounds(puts: readonly RowPut[], put: (one: RowPut) => Promise<void>): Promise<void> {
  let left = puts
  while (left.length > 0) {
    const waiting: RowPut[] = []
    let failure: unknown
    for (const [at, one] of left.entries()) {
      try {
        await put(one)
      } catch (error) {
        if (!(error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw error
        failure = error
        waiting.push(one)
      }
      if (at % 100 === 99) await breathe()
    }
    if (waiting.length === left.length) throw failure
    left = waiting
  }
}

async function setAside(db: Db, table: string, id: number, columns: Table['aside']): Promise<void> {
  if (columns.length === 0) return
  const set = columns.map(({ name, isText }) => `"${name}" = ${isText ? `"${name}" || '${MARK}' || id` : `"${name}" + ${FAR}`}`).join(', ')
  await run(db, `update "${table}" set ${set} where id = ?`, [id])
}

async function insert(db: Db, table: string, row: Stored): Promise<void> {
  const columns = Object.keys(row)
  const values = `${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')}`
  await run(
    db,
    `insert into "${table}" (${values})`,
    columns.map((column) => row[column]),
  )
}

async function write(db: Db, table: string, row: Stored): Promise<void> {
  const columns = Object.keys(row).filter((column) => column !== 'id')
  const values = columns.map((column) => row[column])
  await run(db, `update "${table}" set ${columns.map((column) => `"${column}" = ?`).join(', ')} where id = ?`, [...values, row.id])
}

async function run(db: Db, query: string, values: readonly unknown[]): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(query, [...values]))
}

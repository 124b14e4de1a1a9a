import { writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { openArchive } from '../../src/exchange/open-archive.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { makeExchangeDraft } from '../../src/services/exchange/exchange-drafts.ts'
import { importExchange } from '../../src/services/exchange/import-exchange.ts'
import { rowHere, type StudyIds, type StudyRow } from '../../src/services/exchange/remap-study.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { undo } from '../../src/services/undo.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import type { House } from '../../src/storage/open.ts'
import { readTables } from '../../src/storage/project-tables.ts'
import type { openTestHouse } from './house.ts'
import { anyStudy, keepStudy } from './random-study.ts'

const at = { project: null, filter: '', language: 'en' as const, options: {} }
export async function zipOf(house: House, projectId: number): Promise<Uint8Array> {
  const project = await house.read.selectFrom('project').select(['id', 'slug', 'name']).where('id', '=', projectId).executeTakeFirstOrThrow()
  return (await findExporter('project', 'zip')(house.read, { ...at, project })).bytes as Uint8Array
}

export async function partsOf(folder: string, zip: Uint8Array): Promise<Map<string, Buffer>> {
  writeFileSync(join(folder, 'parts.zip'), zip)
  const archive = await openArchive(join(folder, 'parts.zip'))
  const parts = new Map<string, Buffer>()
  for (const name of archive.names) parts.set(name, (await archive.read(name))!)
  archive.close()
  return parts
}
export const rowsOf = (bytes: Buffer): StudyRow[] =>
  bytes
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** The data of a zip with ids as ranks, so that two houses can be compared. */
export async function plainOf(house: House, folder: string, projectId: number) {
  const parts = await partsOf(folder, await zipOf(house, projectId))
  const shapes = new Map((await readTables(house.read)).map((shape) => [shape.name, shape]))
  const tables = new Map([...parts].filter(([name]) => name.endsWith('.jsonl')).map(([name, bytes]) => [name.slice(5, -6), rowsOf(bytes)]))
  const named = new Map<string, Set<number>>()
  const note = (table: string, id: unknown) => void (typeof id === 'number' && named.set(table, (named.get(table) ?? new Set()).add(id)))
  for (const [name, rows] of tables) for (const row of rows) note(name.replace(/^history\/\d+\./, ''), row['id'])
  for (const rows of tables.values()) for (const row of rows) if (row['table_name']) note(`${row['table_name']}`, row['row_id'])
  const byTable = new Map([...named].map(([table, ids]) => [table, new Map([...ids].sort((a, b) => a - b).map((id, rank) => [id, rank + 1]))]))
  const coders = tables
    .get('coder')!
    .map((row) => `${row['guid']}`)
    .sort()
  byTable.set('coder', new Map(tables.get('coder')!.map((row) => [Number(row['id']), coders.indexOf(`${row['guid']}`) + 1])))
  const ids: StudyIds = { shapes, byTable, moved: new Map(), slug: { from: `${tables.get('project')![0]!['slug']}`, to: 'slug' } }
  const one = (table: string, json: unknown) => (json ? rowHere(ids, table, JSON.parse(`${json}`)) : null)
  const plain: Record<string, unknown> = {}
  for (const [name, rows] of tables) {
    const table = name.replace(/^history\/\d+\./, '')
    if (table === 'change')
      plain[name] = rows.map((row) => [
        byTable.get('act')!.get(row['act_id'] as number),
        row['table_name'],
        one(`${row['table_name']}`, row['before']),
        one(`${row['table_name']}`, row['after']),
      ])
    else if (table === 'source_version') plain[name] = rows.map(({ id: _, act_id: __, ...row }) => row)
    else if (table === 'setting') plain[name] = rows.map((row) => row['value'])
    else if (table === 'coder') plain[name] = rows.map((row) => row['guid']).sort()
    else if (table === 'original' || table === 'version_change') plain[name] = rows.length
    else plain[name] = rows.map((row) => rowHere(ids, table, row))
  }
  for (const [name, bytes] of parts) if (name.startsWith('texts/')) plain[name] = bytes.toString()
  return plain
}

export async function open(
  house: House,
  pool: Awaited<ReturnType<typeof openTestHouse>>['pool'],
  folder: string,
  zip: Uint8Array,
  into: { projectId: number; slug: string } | null = null,
  coderId = 1,
) {
  writeFileSync(join(folder, 'study.zip'), zip)
  const draftId = await makeExchangeDraft(house, pool, (path) => copyFile(join(folder, 'study.zip'), path))
  return importExchange(house, { draftId, coderId, into: into ?? { name: '', language: 'sv' } })
}
export const idOf = async (house: House, slug: string) =>
  (await house.read.selectFrom('project').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** A study with a history: coded, noted, its text edited under the codings, something undone. */
export async function liveIn(house: House, seed: number) {
  const { projectId, slug } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed })[0]!)
  const source = await house.read.selectFrom('source').select(['id', 'version_id']).where('project_id', '=', projectId).executeTakeFirstOrThrow()
  const code = await house.read.selectFrom('code').select('id').where('project_id', '=', projectId).executeTakeFirstOrThrow()
  const who = { projectId, coderId: 1 }
  const coding = { ...who, sourceId: source.id, codeIds: [code.id], selection: { start: 3, end: 11 } }
  await codePassage(house, coding)
  await codePassage(house, { ...coding, selection: { start: 20, end: 30 }, memo: 'Why?' })
  await undo(house, { projectId, actorId: 1 })
  await writeMemo(house, { ...who, place: { kind: 'source', id: source.id }, text: 'Odd 😴' } as never)
  return { projectId, slug, source }
}

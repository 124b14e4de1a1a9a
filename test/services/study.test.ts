// Long because a whole study is damaged in every way in one place: each test needs the same study, written once.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/exchange/open-archive.ts'
import { gather, writeZip } from '../../src/exchange/write-zip.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { makeExchangeDraft } from '../../src/services/exchange-drafts.ts'
import { findExporter } from '../../src/services/exports.ts'
import { importExchange } from '../../src/services/import-exchange.ts'
import { setRole } from '../../src/services/people.ts'
import { rowHere, type StudyIds, type StudyRow } from '../../src/services/remap-study.ts'
import { renameSource } from '../../src/services/rename-source.ts'
import { restoreProject } from '../../src/services/restore-moment.ts'
import { undo } from '../../src/services/undo.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { readTables } from '../../src/storage/project-tables.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { addPerson } from '../support/people.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

const at = { project: null, filter: '', language: 'en' as const, options: {} }
async function zipOf(house: House, projectId: number): Promise<Uint8Array> {
  const project = await house.read.selectFrom('project').select(['id', 'slug', 'name']).where('id', '=', projectId).executeTakeFirstOrThrow()
  return (await findExporter('project', 'zip')(house.read, { ...at, project })).bytes as Uint8Array
}

async function partsOf(folder: string, zip: Uint8Array): Promise<Map<string, Buffer>> {
  writeFileSync(join(folder, 'parts.zip'), zip)
  const archive = await openArchive(join(folder, 'parts.zip'))
  const parts = new Map<string, Buffer>()
  for (const name of archive.names) parts.set(name, (await archive.read(name))!)
  archive.close()
  return parts
}
const rowsOf = (bytes: Buffer): StudyRow[] =>
  bytes
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** The data of a zip with ids as ranks, so that two houses can be compared. */
async function plainOf(house: House, folder: string, projectId: number) {
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

async function open(
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
const idOf = async (house: House, slug: string) => (await house.read.selectFrom('project').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** A study with a history: coded, noted, its text edited under the codings, something undone. */
async function liveIn(house: House, seed: number) {
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

test('a study opened in another house is the same, with its history, and can be undone there as here', async () => {
  const here = await openTestHouse()
  const there = await openTestHouse()
  const { projectId } = await liveIn(here.house, 5)
  await seedSmallStudy(there.house)
  const { slug, report } = await open(there.house, there.pool, there.folder, await zipOf(here.house, projectId))
  expect(report).toBeNull()
  const copy = await idOf(there.house, slug)
  expect(await plainOf(there.house, there.folder, copy)).toEqual(await plainOf(here.house, here.folder, projectId))
  const coder = await there.house.read.selectFrom('act').select('actor_id').where('project_id', '=', copy).executeTakeFirstOrThrow()
  for (let step = 0; step < 2; step++) {
    await undo(here.house, { projectId, actorId: 1 })
    await undo(there.house, { projectId: copy, actorId: coder.actor_id })
  }
  const [a, b] = [await plainOf(there.house, there.folder, copy), await plainOf(here.house, here.folder, projectId)]
  for (const name of ['coding', 'quotation', 'memo', 'source']) expect(a[name]).toEqual(b[name])
})

test('opening a study is one act of the house, undone as one, and done again', async () => {
  const here = await openTestHouse()
  const there = await openTestHouse()
  const { projectId } = await liveIn(here.house, 8)
  const zip = await zipOf(here.house, projectId)
  const count = async () => (await there.house.read.selectFrom('coding').select('id').execute()).length
  await open(there.house, there.pool, there.folder, zip)
  expect(await count()).toBeGreaterThan(0)
  await undo(there.house, { projectId: null, actorId: 1 })
  expect(await count()).toBe(0)
  expect(await there.house.read.selectFrom('project').select('id').execute()).toEqual([])
  await open(there.house, there.pool, there.folder, zip)
  expect(await count()).toBeGreaterThan(0)
})

test('a check finds nothing wrong with a study that was opened, whatever was done before and after, nor with one that came by way of two houses', async () => {
  const [first, second, third] = await Promise.all([openTestHouse(), openTestHouse(), openTestHouse()])
  const { projectId } = await liveIn(first.house, 5)
  await restoreProject(first.house, { projectId, coderId: 1, actId: (await newestOf(first.house)) - 2 })
  await renameSource(first.house, { projectId, coderId: 1, sourceId: await sourceIn(first.house), title: 'Told twice' })
  await writeFinding(first.house, { projectId, coderId: 1, cell: { caseId: 1, codeId: 1, questionId: null }, state: 'yes', text: 'Judged' })
  // More rows than the ledger writes down at once.
  await perform(first.house.write, { projectId, actorId: 1, kind: 'import-codebook' }, async (ledger) => {
    const code = (n: number) => ({ guid: crypto.randomUUID(), project_id: projectId, parent_id: null, label: `Zq ${n}`, position: 500 + n, color: null })
    await ledger.insertMany('code', Array.from({ length: 70 }, (_, n) => ({ ...code(n), made_at: '2026-01-05T09:00:00.000Z', retired_at: null })) as never)
  })
  const problems = ({ house }: { house: House }) => checkDatabase(house.file).problems
  expect(problems(first)).toEqual([])
  const { slug } = await open(second.house, second.pool, second.folder, await zipOf(first.house, projectId))
  expect(problems(second)).toEqual([])
  const copy = await idOf(second.house, slug)
  const moment = await newestOf(second.house)
  const code = await second.house.read.selectFrom('code').select('id').where('project_id', '=', copy).executeTakeFirstOrThrow()
  await codePassage(second.house, { projectId: copy, coderId: 1, sourceId: await sourceIn(second.house), codeIds: [code.id], selection: { start: 1, end: 9 } })
  await renameSource(second.house, { projectId: copy, coderId: 1, sourceId: await sourceIn(second.house), title: 'Told thrice' })
  expect(problems(second)).toEqual([])
  await restoreProject(second.house, { projectId: copy, coderId: 1, actId: moment })
  expect(problems(second)).toEqual([])
  const { slug: last } = await open(third.house, third.pool, third.folder, await zipOf(second.house, copy))
  await renameSource(third.house, { projectId: await idOf(third.house, last), coderId: 1, sourceId: await sourceIn(third.house), title: 'Told again' })
  expect(problems(third)).toEqual([])
  await undo(third.house, { projectId: await idOf(third.house, last), actorId: 1 })
  await undo(third.house, { projectId: null, actorId: 1 })
  expect(problems(third)).toEqual([])
  await open(third.house, third.pool, third.folder, await zipOf(second.house, copy))
  expect(problems(third)).toEqual([])
})
const newestOf = async (house: House) => (await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
const sourceIn = async (house: House) => (await house.read.selectFrom('source').select('id').executeTakeFirstOrThrow()).id

test('a study that is here adds nothing; into another project it comes as REFI-QDA carries it', async () => {
  const { house, pool, folder } = await openTestHouse()
  const { projectId, slug } = await liveIn(house, 9)
  const zip = await zipOf(house, projectId)
  await expect(open(house, pool, folder, zip)).rejects.toMatchObject({ key: 'refusal.study-here' })
  const acts = (await house.read.selectFrom('act').select('id').execute()).length
  await open(house, pool, folder, zip, { projectId, slug })
  expect(await house.read.selectFrom('act').select('id').execute()).toHaveLength(acts)
  const { elsewhereId } = await seedSmallStudy(house)
  const { report, behind } = await open(house, pool, folder, zip, { projectId: elsewhereId, slug: 'elsewhere' })
  expect(report!.sources).toBe(3)
  expect(behind).toBe(true)
})

test('a person can read it without us: texts, tables as CSV, what it is, and sums that are right', async () => {
  const { house, folder } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house, 'I was tired 😴.\nAnd then.')
  const parts = await partsOf(folder, await zipOf(house, projectId))
  expect(parts.get('texts/001 Nurse 01.txt')!.toString()).toBe('I was tired 😴.\nAnd then.')
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['README.txt', 'codebook.csv', 'quotations.csv', 'cases.csv', 'data/schema.sql', 'project.qdpx', 'SHA256SUMS']),
  )
  expect(parts.get('README.txt')!.toString()).toContain('without Utsaga')
  expect(parts.get('SHA256SUMS')!.toString().trim().split('\n')).toHaveLength(parts.size - 1)
  expect([...parts.values()].join('')).not.toContain('Foreign')
})

test('who may come in goes along with no study, and whoever opens it where people sign in owns it', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const anna = await addPerson(here.house, 'Nanna', { [projectId]: 'owner' })
  await setRole(here.house, { projectId, byId: anna.coderId, name: 'nanna', role: 'reader' })
  const zip = await zipOf(here.house, projectId)
  const parts = await partsOf(here.folder, zip)
  expect([...parts.keys()].filter((name) => /account|session|member|invit/.test(name))).toEqual([])
  expect([...parts].filter(([name]) => name.endsWith('.jsonl')).join('\n')).not.toMatch(/scrypt|membership|change-role|token/)
  const there = await openTestHouse()
  const bo = await addPerson(there.house, 'Bosse')
  await addPerson(there.house, 'Nanna')
  const { slug } = await open(there.house, there.pool, there.folder, zip, null, bo.coderId)
  const members = await there.house.read
    .selectFrom('membership')
    .innerJoin('project', 'project.id', 'project_id')
    .select(['slug', 'coder_id', 'role'])
    .execute()
  expect(members).toEqual([{ slug, coder_id: bo.coderId, role: 'owner' }])
  expect(checkDatabase(there.house.file).problems).toEqual([])
})

test('a zip that was changed, or is of a newer program, is refused and nothing of it stays', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const parts = await partsOf(here.folder, await zipOf(here.house, projectId))
  const there = await openTestHouse()
  const change = async (name: string, to: (text: string) => string) => {
    const entries = [...parts].map(([key, bytes]) => ({ name: key, content: key === name ? to(bytes.toString()) : bytes }))
    return open(there.house, there.pool, there.folder, await gather(writeZip(entries))).catch((error: { key: string }) => error.key)
  }
  expect(await change('data/coding.jsonl', (text) => text.replace('"code_id":', '"code_id":9'))).toBe('refusal.study-damaged')
  expect(await change('utsaga.json', (text) => text.replace(/2026112\d/, '29991121'))).toBe('refusal.study-damaged')
  expect(await change('SHA256SUMS', () => '')).toBe('refusal.study-damaged')
  expect(await there.house.read.selectFrom('act').select('id').execute()).toEqual([])
  expect(await there.house.read.selectFrom('source').select('id').execute()).toEqual([])
})

test('a zip whose sums are right and whose rows are not is refused too', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const parts = await partsOf(here.folder, await zipOf(here.house, projectId))
  const there = await openTestHouse()
  const change = async (name: string, to: (text: string) => string) => {
    const changed = [...parts]
      .filter(([key]) => key !== 'SHA256SUMS')
      .map(([key, bytes]) => ({ name: key, content: key === name ? Buffer.from(to(bytes.toString())) : bytes }))
    const sums = changed.map((one) => `${createHash('sha256').update(one.content).digest('hex')}  ${one.name}\n`).join('')
    const zip = await gather(writeZip([...changed, { name: 'SHA256SUMS', content: sums }]))
    return open(there.house, there.pool, there.folder, zip).catch((error: { key: string }) => error.key)
  }
  const [first] = rowsOf(parts.get('data/code.jsonl')!)
  expect(await change('data/coding.jsonl', (text) => text.replace(/"code_id":\d+/, '"code_id":987654'))).toBe('refusal.study-damaged')
  expect(await change('data/quotation.jsonl', (text) => text.replace(/"end_offset":\d+/, '"end_offset":99999'))).toBe('refusal.study-damaged')
  expect(await change('data/quotation.jsonl', (text) => text.replace(/"id":\d+/, '"id":1e300'))).toBe('refusal.study-damaged')
  expect(await change('data/code.jsonl', (text) => text.replace(/"parent_id":(null|\d+)/, `"parent_id":${first!['id']}`))).toBe('refusal.study-damaged')
  expect(await change('data/memo.jsonl', () => 'null\n')).toBe('refusal.study-damaged')
  expect(await change('data/setting.jsonl', () => '{"name":"local_coder","value":"1"}\n')).toBe('refusal.study-damaged')
  const settings = { quantifiers: ['garbage', '[60]', '{}', '[1,2,3]'], 'stop-words': ['garbage', '7', '[{"word":1}]'] }
  for (const [name, values] of Object.entries(settings))
    for (const value of values)
      expect(await change('data/setting.jsonl', () => `${JSON.stringify({ name: `project ${projectId} ${name}`, value })}\n`), value).toBe(
        'refusal.study-damaged',
      )
  // Nor what its acts say of themselves, which every history page reads.
  const acts = 'data/history/00001.act.jsonl'
  expect(await change(acts, (text) => text.replace(/"kind":"[^"]+"/, '"kind":"dream-passage"'))).toBe('refusal.study-newer')
  for (const about of ['null', '[]', '7', '{"label":{}}', '{"label":7}', '{"count":"many"}', '{"sourceId":{}}', '{"codeId":1.5}'])
    expect(await change(acts, (text) => text.replace(/"about":"(?:[^"\\]|\\.)*"/, `"about":${JSON.stringify(about)}`)), about).toBe('refusal.study-damaged')
  for (const at of ['"yesterday"', '""', '7e99'])
    expect(await change(acts, (text) => text.replace(/"at":"[^"]+"/, `"at":${at}`)), at).toBe('refusal.study-damaged')
  expect(await change('data/code.jsonl', (text) => text.replace(/"made_at":"[^"]+"/, '"made_at":"soon"'))).toBe('refusal.study-damaged')
  // Nor may its history change, by an undo, who comes in here, what the house set for itself, or who anybody is.
  const [last] = rowsOf(parts.get('data/history/00001.change.jsonl')!).slice(-1)
  for (const [table_name, row] of [
    ['account', { id: 1, coder_id: 1, name: 'x', password_hash: 'scrypt$', disabled_at: null, made_at: '' }],
    ['session', { id: 1, account_id: 1, token_sha256: '', browser: '', made_at: '', seen_at: '' }],
    ['invitation', { id: 1 }],
    ['membership', { id: 1, project_id: 1, coder_id: 1, role: 'owner' }],
    ['act', { id: 1 }],
    ['setting', { id: 1, name: 'local_coder', value: '1' }],
    ['coder', { id: 1, name: 'x' }],
  ] as const) {
    const forged = { ...last, table_name, row_id: 1, before: JSON.stringify(row), after: table_name === 'coder' ? JSON.stringify({ ...row, name: 'y' }) : null }
    const answer = await change('data/history/00001.change.jsonl', (text) => `${text}${JSON.stringify(forged)}\n`)
    expect(answer, table_name).toBe('refusal.study-damaged')
  }
  expect(await change('data/source.jsonl', (text) => text.replace('"title"', '"later"'))).toBe('refusal.study-newer')
  expect(await change('utsaga.json', (text) => text.replace(/2026112\d/, '29991121'))).toBe('refusal.study-newer')
  for (const table of ['project', 'source', 'source_version', 'act', 'code'] as const)
    expect(await there.house.read.selectFrom(table).select('id').execute()).toEqual([])
})

import { readFile } from 'node:fs/promises'
import { isWhole } from '../../domain/codebook.ts'
import { Refusal } from '../../domain/refusal.ts'
import { freeSlug, slugOf } from '../../domain/slug.ts'
import { breathe } from '../../storage/breathe.ts'
import { listCodes } from '../../storage/codes.ts'
import { findProjectByGuid } from '../../storage/exchange-places.ts'
import {
  countOutside,
  deferKeys,
  keepActor,
  keepForeignChange,
  keepForeignVersion,
  keepHistory,
  raiseSequences,
  reserveActs,
} from '../../storage/kept-history.ts'
import { type ActTable, type Ledger, perform } from '../../storage/ledger.ts'
import { ownBy } from '../../storage/memberships.ts'
import type { House } from '../../storage/open.ts'
import { keepOriginal } from '../../storage/originals.ts'
import { listSlugs } from '../../storage/project-list.ts'
import { isOfProject, readSequences, readTables } from '../../storage/project-tables.ts'
import { linesAt } from '../imports/draft-state.ts'
import { isReadable } from '../readable-setting.ts'
import type { Watch } from '../under-way.ts'
import { actHere } from './act-here.ts'
import { damaged, idHere, parsed, rowHere, type StudyIds, type StudyRow } from './remap-study.ts'
import { type StudyHead, studyPaths } from './study-paths.ts'
import { nameCoders, takeCoders } from './take-exchange-codes.ts'

/**
 * Open a study that was exported whole: every row with its history, as one act of the house. Ids move on past those of this
 * house, all of a table by as much, so that what the history says of rows that are gone stays true. Refused where the study is here already.
 */
export async function restoreStudy(house: House, { folder, coderId }: { folder: string; coderId: number }, watch: Watch = {}): Promise<{ slug: string }> {
  const paths = studyPaths(folder)
  const head = parsed(await readFile(paths.head, 'utf8')) as StudyHead
  const [project] = await rowsOf(paths.table('project'))
  if (!project) throw damaged()
  const here = await findProjectByGuid(house.read, `${project['guid']}`)
  if (here) throw new Refusal('conflict', 'refusal.study-here', { name: here.name })
  const acts = await reserveActs(house.write, Math.max(0, Math.trunc(head.newestAct)))
  const about = { label: `${project['name']}`.slice(0, 200) }
  try {
    const { result } = await perform(house.write, { projectId: null, actorId: coderId, kind: 'import-project', about }, async (ledger) => {
      await deferKeys(ledger.trx)
      const restoring = await begin(ledger, { folder, project, acts, takerId: coderId, watch })
      await restoreAll(restoring, coderId)
      return { slug: restoring.ids.slug.to }
    })
    return result
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw damaged()
    throw error
  }
}

type Restoring = { ledger: Ledger; paths: ReturnType<typeof studyPaths>; ids: StudyIds; project: StudyRow; highest: Map<string, number>; watch: Watch }

async function begin(
  ledger: Ledger,
  { folder, project, acts, takerId, watch }: { folder: string; takerId: number; project: StudyRow; acts: number; watch: Watch },
): Promise<Restoring> {
  const paths = studyPaths(folder)
  const shapes = new Map((await readTables(ledger.trx)).map((shape) => [shape.name, shape]))
  const sequences = await readSequences(ledger.trx)
  const moved = new Map([...shapes.keys()].map((name) => [name, name === 'act' ? acts : (sequences.get(name) ?? 0)]))
  const coders = await rowsOf(paths.table('coder'))
  const users = coders.map((row) => ({ guid: `${row['guid']}`, name: `${row['name']}` }))
  const { ids } = await takeCoders(ledger, await nameCoders(ledger.trx, { users, name: `${project['name']}` }, takerId), (row) => keepActor(ledger.trx, row))
  const byTable = new Map([
    ['coder', new Map(coders.map((row, at) => [Number(row['id']), ids[at]!]))],
    ['source_version', new Map()],
    ['original', new Map()],
  ])
  const slug = { from: `${project['slug']}`, to: freeSlug(slugOf(`${project['slug']}`), (await listSlugs(ledger.trx)).add('demo')) }
  return { ledger, paths, ids: { shapes, byTable, moved, slug }, project, highest: new Map(), watch }
}

async function restoreAll(restoring: Restoring, coderId: number): Promise<void> {
  const { ledger, ids, project } = restoring
  await restoreOriginals(restoring)
  await restoreVersions(restoring)
  await keepRows(restoring, 'project', [project])
  await ownBy(ledger, idHere(ids, 'project', project['id']), coderId)
  const shapes = [...ids.shapes.values()].filter(isOfProject)
  for (const [at, { name }] of shapes.entries()) {
    restoring.watch.onProgress?.(at, shapes.length + 1)
    await restoreTable(restoring, name)
  }
  await restoreSettings(restoring)
  await restoreHistory(restoring)
  await raiseSequences(ledger.trx, restoring.highest)
  const projectId = idHere(ids, 'project', project['id'])
  if (!isWhole(await listCodes(ledger.trx, projectId)) || (await countOutside(ledger.trx, projectId)) > 0) throw damaged()
}

async function restoreOriginals(restoring: Restoring): Promise<void> {
  const { ledger, paths, ids } = restoring
  for (const row of await rowsOf(paths.table('original'))) {
    const id = await keepOriginal(ledger.trx, await readFile(paths.original(Number(row['at']))))
    ids.byTable.get('original')!.set(Number(row['id']), id)
    await pause(restoring)
  }
}

/** Texts are kept beside the acts. One that no act of the project made (the demo's) is made by the act that brings it. */
async function restoreVersions(restoring: Restoring): Promise<void> {
  const { ledger, paths, ids, highest } = restoring
  const acts = new Set<number>()
  for (const part of await paths.history('act')) for await (const act of linesAt<StudyRow>(part)) acts.add(Number(act['id']))
  for await (const row of linesAt<StudyRow>(paths.table('source_version'))) {
    const made = acts.has(Number(row['act_id'])) ? idHere(ids, 'act', row['act_id']) : ledger.actId
    const wanted = { ...rowHere(ids, 'source_version', { ...row, act_id: null }), act_id: made }
    const id = await keepForeignVersion(ledger.trx, wanted as never)
    if (id === null) throw new Refusal('conflict', 'refusal.study-parts-here')
    ids.byTable.get('source_version')!.set(Number(row['id']), id)
    note(highest, 'source_version', id)
    await pause(restoring)
  }
  for (const row of await rowsOf(paths.table('version_change'))) await keepForeignChange(ledger.trx, rowHere(ids, 'version_change', row) as never)
}

/** Rows as many at a time as the ledger writes; codes after those above them, so that undoing takes them away the other way round. */
async function restoreTable(restoring: Restoring, name: string): Promise<void> {
  if (name === 'code') return keepRows(restoring, name, parentsFirst(await rowsOf(restoring.paths.table(name))))
  let batch: StudyRow[] = []
  for await (const row of linesAt<StudyRow>(restoring.paths.table(name))) {
    batch.push(row)
    if (batch.length < 100) continue
    await keepRows(restoring, name, batch)
    batch = []
    await pause(restoring)
  }
  await keepRows(restoring, name, batch)
}

async function keepRows({ ledger, ids, highest }: Restoring, name: string, rows: readonly StudyRow[]): Promise<void> {
  const here = rows.map((row) => rowHere(ids, name, row))
  for (const row of here) note(highest, name, Number(row['id']))
  if (name === 'code') for (const row of here) await ledger.insert('code', row as never)
  else if (name === 'finding') await keepFindings(ledger, here)
  else await ledger.insertMany(name as ActTable, here as never)
}

/** A finding is made empty and then filled, as by hand: an undo takes away what is empty, and only that. */
async function keepFindings(ledger: Ledger, rows: readonly StudyRow[]): Promise<void> {
  await ledger.insertMany('finding', rows.map((row) => ({ ...row, state: null, summary: '' })) as never)
  for (const { id, state, summary } of rows) await ledger.update('finding', Number(id), { state, summary } as never)
}

/** Codes below codes at most; far more than anybody makes. */
const DEEPEST = 200

function parentsFirst(rows: readonly StudyRow[]): StudyRow[] {
  const known = new Set(rows.map((row) => row['id']))
  const put = new Set<unknown>([null])
  const ordered: StudyRow[] = []
  let depth = 0
  for (let left = [...rows]; left.length > 0; ) {
    const next = left.filter((row) => put.has(row['parent_id'] ?? null) || !known.has(row['parent_id']))
    if (next.length === 0 || ++depth > DEEPEST) throw damaged()
    for (const row of next) put.add(row['id'])
    ordered.push(...next)
    left = left.filter((row) => !put.has(row['id']))
  }
  return ordered
}

async function restoreSettings({ ledger, paths, ids, project }: Restoring): Promise<void> {
  for (const { name, value } of await rowsOf(paths.table('setting'))) {
    const own = /^project (\d+) (.{1,100})$/.exec(`${name}`)
    if (!own || Number(own[1]) !== project['id']) throw damaged()
    if (!isReadable(own[2]!, `${value}`)) throw damaged()
    await ledger.insert('setting', { name: `project ${idHere(ids, 'project', project['id'])} ${own[2]}`, value: `${value}` })
  }
}

async function restoreHistory(restoring: Restoring): Promise<void> {
  const { ledger, paths, ids, highest } = restoring
  const parts = await paths.history('act')
  const changes = await paths.history('change')
  for (const [at, part] of parts.entries()) {
    const acts = (await rowsOf(part)).map((row) => actHere(ids, row))
    await keepHistory(ledger.trx, acts as never, [])
    let batch: object[] = []
    for await (const row of linesAt<StudyRow>(changes[at]!)) {
      batch.push(changeHere(ids, row))
      note(highest, `${row['table_name']}`, idHere(ids, `${row['table_name']}`, row['row_id']))
      if (batch.length < 100) continue
      await keepHistory(ledger.trx, [], batch as never)
      batch = []
      await pause(restoring)
    }
    await keepHistory(ledger.trx, [], batch as never)
  }
}

/** What acts of a project change beside the project's own tables. */
const BESIDE = new Set(['project', 'setting', 'coder'])

function changeHere(ids: StudyIds, { act_id, table_name, row_id, before, after }: StudyRow): StudyRow {
  const table = `${table_name}`
  // A file says nothing of who may come in here, nor of anything else of the house.
  if (!ids.shapes.has(table) || !(isOfProject({ name: table }) || BESIDE.has(table))) throw damaged()
  // Coders come with an act and go with its undo; nobody here is renamed by a file.
  if (table === 'coder' && before !== null && after !== null) throw damaged()
  const side = (json: unknown) => (json === null ? null : JSON.stringify(rowHere(ids, table, parsed(`${json}`))))
  return { act_id: idHere(ids, 'act', act_id), table_name: table, row_id: idHere(ids, table, row_id), before: side(before), after: side(after) }
}

function note(highest: Map<string, number>, table: string, id: number): void {
  if (table !== 'coder' && table !== 'setting') highest.set(table, Math.max(id, highest.get(table) ?? 0))
}

/** Lets others in, unless nobody waits for this any more. */
async function pause({ watch }: Restoring): Promise<void> {
  await breathe()
  watch.signal?.throwIfAborted()
}

async function rowsOf(path: string): Promise<StudyRow[]> {
  const rows: StudyRow[] = []
  for await (const row of linesAt<StudyRow>(path)) rows.push(row)
  return rows
}

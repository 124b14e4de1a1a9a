import { createHash } from 'node:crypto'
import { writeQdpx } from '../../exchange/write-qdpx.ts'
import { writeZip, type ZipEntry } from '../../exchange/write-zip.ts'
import { readOriginals } from '../../storage/exchange-rows.ts'
import {
  isOfProject,
  readBeside,
  readCoders,
  readHistoryRows,
  readProject,
  readProjectRows,
  readSchemaFacts,
  readTables,
} from '../../storage/project-tables.ts'
import type { Db } from '../../storage/schema.ts'
import { readVersions } from '../../storage/source-versions.ts'
import { casesMakers } from '../exports/export-cases.ts'
import { codebookMakers } from '../exports/export-codebook.ts'
import type { ExportInput, ExportMaker } from '../exports/export-input.ts'
import { memosMakers } from '../exports/export-memos.ts'
import { quotationMakers } from '../exports/export-quotations.ts'
import { sourcesMakers } from '../exports/export-sources.ts'
import { streamOf } from '../exports/table-files.ts'
import { gatherExchange } from './gather-exchange.ts'
import { STUDY_README } from './study-readme.ts'

/** Acts whose changes are in memory together. */
const ACTS = 200
/** What a reader of our own zips has to know; a higher number can't be read by an older program. */
export const STUDY_FORMAT = 1

/** A whole project as one zip of plain files: for a new installation with its history, and for a person with none at all. */
export const studyMaker: ExportMaker = async (db, input) => {
  return streamOf('project', 'zip', input, writeZip(withSums(entriesOf(db, input))))
}

/** The entries, and last the list of their sums by which damage is noticed. */
async function* withSums(entries: AsyncIterable<{ name: string; content: string | Uint8Array }>): AsyncGenerator<ZipEntry, void> {
  const sums: string[] = []
  for await (const { name, content } of entries) {
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    yield { name, content }
  }
  yield { name: 'SHA256SUMS', content: sums.join('') }
}

async function* entriesOf(db: Db, input: ExportInput): AsyncGenerator<{ name: string; content: string | Uint8Array }, void> {
  const { project } = input
  const facts = await readSchemaFacts(db)
  const head = { format: 'utsaga', version: STUDY_FORMAT, migration: facts.migration, newestAct: facts.newestAct, project: project.id, name: project.name }
  yield { name: 'utsaga.json', content: `${JSON.stringify(head, null, 1)}\n` }
  yield { name: 'README.txt', content: STUDY_README }
  yield { name: 'data/schema.sql', content: facts.schema }
  yield* tablesOf(db, input)
  for (const [name, maker] of Object.entries({
    quotations: quotationMakers,
    codebook: codebookMakers,
    cases: casesMakers,
    memos: memosMakers,
    sources: sourcesMakers,
  }))
    yield { name: `${name}.csv`, content: await wholeOf(await maker.csv(db, { ...input, filter: '' })) }
  yield { name: 'project.qdpx', content: await writeQdpx({ ...(await gatherExchange(db, project.id)), at: new Date().toISOString() }) }
}

async function wholeOf(made: Awaited<ReturnType<ExportMaker>>): Promise<string | Uint8Array> {
  if ('bytes' in made) return made.bytes
  const parts: Buffer[] = []
  for await (const piece of made.pieces) parts.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(parts)
}

async function* tablesOf(db: Db, { project }: ExportInput): AsyncGenerator<{ name: string; content: string | Uint8Array }, void> {
  const shapes = await readTables(db)
  const coders = new Set<number>()
  const note = (name: string, row: Record<string, unknown>) => {
    const { refs } = shapes.find((shape) => shape.name === name) ?? { refs: {} }
    for (const [column, table] of Object.entries(refs)) if (table === 'coder' && typeof row[column] === 'number') coders.add(row[column])
  }
  for (const { name } of [{ name: 'project' }, ...shapes.filter(isOfProject)]) {
    const rows = name === 'project' ? [await readProject(db, project.id)] : await readProjectRows(db, shapes, name, project.id)
    for (const row of rows) note(name, row)
    yield { name: `data/${name}.jsonl`, content: linesOf(rows) }
  }
  yield* besideOf(db, project.id)
  yield* historyOf(db, project.id, note)
  yield { name: 'data/coder.jsonl', content: linesOf(await readCoders(db, coders)) }
}

/** Texts as files that anybody can read, originals as they came, and what tells of them. */
async function* besideOf(db: Db, projectId: number): AsyncGenerator<{ name: string; content: string | Uint8Array }, void> {
  const { versions, originals, versionChanges, settings, sources } = await readBeside(db, projectId)
  const byGuid = new Map(sources.map((source, at) => [source.guid, { ...source, at: at + 1 }]))
  const rows: object[] = []
  for (const version of versions) {
    const source = byGuid.get(version.source_guid)
    const holds = source?.version_id === version.id
    const file = holds ? `texts/${`${source.at}`.padStart(3, '0')} ${plain(source.title)}.txt` : `texts/earlier/${version.source_guid} ${version.number}.txt`
    rows.push({ ...version, file })
    yield { name: file, content: (await readVersions(db, [version.id])).get(version.id)! }
  }
  yield { name: 'data/source_version.jsonl', content: linesOf(rows) }
  const files: object[] = []
  for (const original of originals) {
    const name = sources.find((source) => source.original_id === original.id)?.original_name ?? ''
    const file = `originals/${original.sha256}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''}`
    files.push({ ...original, file })
    yield { name: file, content: (await readOriginals(db, [original.id])).get(original.id)! }
  }
  yield { name: 'data/original.jsonl', content: linesOf(files) }
  yield { name: 'data/version_change.jsonl', content: linesOf(versionChanges) }
  yield { name: 'data/setting.jsonl', content: linesOf(settings) }
}

/** A name that any file system takes. */
function plain(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
      .replace(/^[.\s]+|[.\s]+$/g, '')
      .slice(0, 80) || 'text'
  )
}

type Note = (table: string, row: Record<string, unknown>) => void

/** Acts and what each changed, in files of some hundred acts: those of a long study would fill the memory as one. */
async function* historyOf(db: Db, projectId: number, note: Note): AsyncGenerator<{ name: string; content: string }, void> {
  let after = 0
  for (let part = 1; ; part++) {
    const { acts, changes } = await readHistoryRows(db, projectId, after, ACTS)
    if (acts.length === 0) return
    for (const act of acts) note('act', act)
    for (const { table_name, before, after: left } of changes) for (const json of [before, left]) if (json) note(table_name, JSON.parse(json))
    const number = `${part}`.padStart(5, '0')
    yield { name: `data/history/${number}.act.jsonl`, content: linesOf(acts) }
    yield { name: `data/history/${number}.change.jsonl`, content: linesOf(changes) }
    after = acts.at(-1)!.id
  }
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`).join('')
}

import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { Refusal } from '../domain/refusal.ts'
import type { Archive } from '../exchange/open-archive.ts'
import { damaged, parsed, type StudyRow } from '../services/exchange/remap-study.ts'
import { type StudyHead, studyPaths } from '../services/exchange/study-paths.ts'
import { STUDY_FORMAT } from '../services/exchange/write-study.ts'
import { isOfProject, readSchemaFacts, readTables } from '../storage/project-tables.ts'
import type { Schema } from '../storage/schema.ts'

/** Bytes of one file of rows; their texts and originals have files of their own. */
const LARGEST = 400 * 1024 * 1024

/** Unpack a whole study into a draft's folder, each part held against its sum. Refused where it is damaged, or from a newer program. */
export async function readStudy(archive: Archive, db: Kysely<Schema>, folder: string, progress: (done: number, of: number) => void): Promise<void> {
  const paths = studyPaths(folder)
  const read = counted(await checkedReader(archive), archive.names.length, progress)
  const head = parsed((await read('utsaga.json')).toString('utf8')) as StudyHead
  const { migration } = await readSchemaFacts(db)
  if (head.format !== 'utsaga' || !Number.isInteger(head.newestAct) || head.newestAct > 1_000_000_000) throw damaged()
  if (!(head.version <= STUDY_FORMAT) || !(head.migration <= migration)) throw new Refusal('invalid', 'refusal.study-newer')
  await writeFile(paths.head, JSON.stringify(head))
  await writeFile(paths.exchange, await read('project.qdpx'))
  const tables = (await readTables(db)).filter(isOfProject).map((shape) => shape.name)
  // A study of an older program has fewer tables: those are empty.
  for (const name of ['project', 'coder', 'setting', 'version_change', ...tables])
    await writeFile(paths.table(name), archive.names.includes(`data/${name}.jsonl`) ? rowsOnly(await read(`data/${name}.jsonl`)) : '')
  await writeFile(paths.table('source_version'), await versionsOf(read))
  await writeFile(paths.table('original'), await originalsOf(read, paths))
  await historyOf(archive, read, paths)
}

type Read = (name: string) => Promise<Buffer>

async function checkedReader(archive: Archive): Promise<Read> {
  const list = await archive.read('SHA256SUMS', LARGEST)
  const sums = new Map((list?.toString('utf8') ?? '').split('\n').map((line) => [line.slice(66), line.slice(0, 64)]))
  return async (name) => {
    const bytes = await archive.read(name, LARGEST)
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sums.get(name)) throw damaged()
    return bytes
  }
}

function counted(read: Read, of: number, progress: (done: number, of: number) => void): Read {
  let done = 0
  return (name) => {
    progress(Math.min(++done, of), of)
    return read(name)
  }
}

function rowsIn(bytes: Buffer): StudyRow[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parsed)
}

/** The same, once every line of it is a row. */
function rowsOnly(bytes: Buffer): Buffer {
  rowsIn(bytes)
  return bytes
}

/** The texts, each with its row again. */
async function versionsOf(read: Read): Promise<string> {
  const lines: string[] = []
  for (const { file, ...row } of rowsIn(await read('data/source_version.jsonl'))) {
    const text = (await read(`${file}`)).toString('utf8')
    if (text.length !== row['length']) throw damaged()
    lines.push(
      `${JSON.stringify({ ...row, text })
        .replaceAll('\u2028', '\\u2028')
        .replaceAll('\u2029', '\\u2029')}\n`,
    )
  }
  return lines.join('')
}

async function originalsOf(read: Read, paths: ReturnType<typeof studyPaths>): Promise<string> {
  const lines: string[] = []
  for (const [at, { id, file }] of rowsIn(await read('data/original.jsonl')).entries()) {
    await writeFile(paths.original(at), await read(`${file}`))
    lines.push(`${JSON.stringify({ id, at })}\n`)
  }
  return lines.join('')
}

async function historyOf(archive: Archive, read: Read, paths: ReturnType<typeof studyPaths>): Promise<void> {
  const names = archive.names.filter((name) => /^data\/history\/\d{5}\.act\.jsonl$/.test(name)).sort()
  for (const [at, name] of names.entries()) {
    await writeFile(paths.part('act', at), rowsOnly(await read(name)))
    await writeFile(paths.part('change', at), rowsOnly(await read(name.replace('.act.', '.change.'))))
  }
}

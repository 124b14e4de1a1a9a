import { open, readFile, stat, writeFile } from 'node:fs/promises'
import type { DraftHead, DraftSource, ExchangeDraft } from '../domain/exchange-draft.ts'
import type { ExchangedSource } from '../domain/exchanged.ts'
import { recogniseTurns } from '../domain/recognise-turns.ts'
import { Refusal } from '../domain/refusal.ts'
import { beginsAsZip } from '../exchange/expand-zip.ts'
import { openArchive } from '../exchange/open-archive.ts'
import { readQdc } from '../exchange/read-qdc.ts'
import { readQdpx } from '../exchange/read-qdpx.ts'
import { exchangePaths } from '../services/exchange/exchange-drafts.ts'
import { studyPaths } from '../services/exchange/study-paths.ts'
import type { Thread } from './jobs.ts'
import { readStudy } from './read-study.ts'

/** A study of two thousand interviews has a file for each, and for each original. */
const STUDY_LIMITS = { entries: 50_000, inflated: 2000 * 1024 * 1024, ratio: 300, ratioFrom: 20 * 1024 * 1024 }
const LARGEST_CODEBOOK = 50 * 1024 * 1024

/** Read a file of another program into its draft's folder: what it holds as JSON, its sources a line each, their originals beside. */
export async function readExchangeJob({ folder }: { folder: string }, thread: Pick<Thread, 'db' | 'progress'>): Promise<null> {
  const paths = exchangePaths(folder)
  await writeFile(paths.all, '')
  const draft = (await isZip(paths.bytes(0))) ? await readArchive(folder, thread) : await readCodebook(paths.bytes(0))
  await writeFile(paths.project, JSON.stringify(draft))
  return null
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const begin = Buffer.alloc(4)
    await file.read(begin, 0, 4, 0)
    return beginsAsZip(begin)
  } finally {
    await file.close()
  }
}

/** A study of our own, which holds itself as REFI-QDA too, for looking at and for taking into another; or a project of another program. */
async function readArchive(folder: string, { db, progress }: Pick<Thread, 'db' | 'progress'>): Promise<ExchangeDraft> {
  const paths = exchangePaths(folder)
  const archive = await openArchive(paths.bytes(0), STUDY_LIMITS)
  try {
    if (!archive.names.includes('utsaga.json')) return await readProject(paths, paths.bytes(0), progress)
    // A whole study is read twice: its parts, then what of it other programs could have.
    await readStudy(archive, db, folder, (done, of) => progress(done, of * 2))
    const read = await readProject(paths, studyPaths(folder).exchange, (done, of) => progress(of + done, of * 2))
    return { ...read, kind: 'study', ...(await knownAs(folder)) }
  } finally {
    archive.close()
  }
}

/** The guid of a study that was just read. */
async function knownAs(folder: string): Promise<Pick<ExchangeDraft, 'study'>> {
  const [row = ''] = (await readFile(studyPaths(folder).table('project'), 'utf8')).split('\n')
  const { guid } = row === '' ? { guid: undefined } : (JSON.parse(row) as { guid?: unknown })
  return typeof guid === 'string' ? { study: guid } : {}
}

async function readProject(paths: ReturnType<typeof exchangePaths>, path: string, progress: Thread['progress']): Promise<ExchangeDraft> {
  const heads: DraftHead[] = []
  const lines = await open(paths.all, 'w', 0o600)
  try {
    const take = async (source: ExchangedSource) => {
      const file = heads.length + 1
      if (source.original) await writeFile(paths.bytes(file), source.original.bytes, { mode: 0o600 })
      await lines.appendFile(`${onOneLine(asLine(source, file))}\n`)
      heads.push(headOf(source))
    }
    const { project, habit, losses } = await readQdpx(path, take, progress)
    return { kind: 'project', project, losses, habit: habit.of > 0 ? habit : null, sources: heads }
  } finally {
    await lines.close()
  }
}

/** Some readers of lines take more than line feeds for the end of one. */
function onOneLine(value: unknown): string {
  const json = JSON.stringify(value)
  return /[\u2028\u2029]/.test(json) ? json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029') : json
}

function asLine({ original, ...source }: ExchangedSource, file: number): DraftSource {
  const { speakers, spans } = recogniseTurns(source.text)
  return { ...source, original: original && { name: original.name, file }, speakers, spans }
}

function headOf({ guid, title, text, selections }: ExchangedSource): DraftHead {
  const codings = selections.reduce((sum, one) => sum + one.codings.length, 0)
  return { guid, title, length: text.length, selections: selections.length, codings }
}

async function readCodebook(path: string): Promise<ExchangeDraft> {
  if ((await stat(path)).size > LARGEST_CODEBOOK) throw new Refusal('invalid', 'refusal.import-zip-bomb')
  const { origin, codes, sets, losses } = readQdc(await readFile(path))
  const project = { name: 'REFI-QDA', origin, description: '', users: [], codes, variables: [], cases: [], memos: [], sets }
  return { kind: 'codebook', project, losses: losses.list(), habit: null, sources: [] }
}

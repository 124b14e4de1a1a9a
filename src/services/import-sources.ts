import type { ReadSource } from '../domain/read-source.ts'
import { lastPositions, listCaseNames, usualCaseKind } from '../storage/import-places.ts'
import { breathe, type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { keepOriginal } from '../storage/originals.ts'
import { keepVersion } from '../storage/source-versions.ts'

/** `sources` that are read as they come say how many they are in `count`, for the history. */
export type ImportWish = { projectId: number; coderId: number } & (
  | { sources: readonly ReadSource[]; count?: never }
  | { sources: AsyncIterable<ReadSource>; count: number }
)
export type ImportedSource = { sourceId: number; caseId: number | null; title: string }

/**
 * Take sources into a project: the one way for pages, command line, demo and bench. One act, which undo takes back whole.
 * A source joins the case of its `caseName`, made where the project has none of that name. `sources` may be read as they
 * are needed, so that many large files are never in memory together.
 */
export async function importSources(house: House, wish: ImportWish): Promise<{ actId: number; sources: ImportedSource[] }> {
  const about = { count: wish.count ?? wish.sources.length }
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: 'import-sources', about } as const
  const { actId, result } = await perform(house.write, draft, (ledger) => importInto(ledger, wish.projectId, wish.sources))
  return { actId, sources: result }
}

/** The same inside an act that does more. */
export async function importInto(ledger: Ledger, projectId: number, sources: Iterable<ReadSource> | AsyncIterable<ReadSource>): Promise<ImportedSource[]> {
  const places = await readPlaces(ledger, projectId)
  const imported: ImportedSource[] = []
  for await (const source of sources) {
    imported.push(await importOne(ledger, projectId, places, source))
    await breathe()
  }
  return imported
}

type Places = { source: number; case: number; caseKind: string; cases: Map<string, number> }

async function readPlaces(ledger: Ledger, projectId: number): Promise<Places> {
  const cases = new Map((await listCaseNames(ledger.trx, projectId)).map((one) => [caseKey(one.name), one.id]))
  return { ...(await lastPositions(ledger.trx, projectId)), caseKind: await usualCaseKind(ledger.trx, projectId), cases }
}

/** Two spellings that differ in case alone name the same case. */
function caseKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

async function importOne(ledger: Ledger, projectId: number, places: Places, source: ReadSource): Promise<ImportedSource> {
  const guid = crypto.randomUUID()
  const versionId = await keepVersion(ledger.trx, { sourceGuid: guid, number: 1, text: source.text, actId: ledger.actId })
  const originalId = source.bytes && (await keepOriginal(ledger.trx, Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)))
  const sourceId = await ledger.insert('source', {
    guid,
    project_id: projectId,
    title: source.title,
    kind: source.kind,
    language: source.language,
    position: ++places.source,
    version_id: versionId,
    original_id: originalId,
    original_name: source.originalName,
    made_at: new Date().toISOString(),
  })
  await insertSpans(ledger, sourceId, source)
  const caseId = source.caseName === null ? null : await ensureCase(ledger, projectId, places, source.caseName.trim())
  if (caseId !== null) await ledger.insert('source_case', { source_id: sourceId, case_id: caseId })
  return { sourceId, caseId, title: source.title }
}

async function insertSpans(ledger: Ledger, sourceId: number, { speakers, spans }: ReadSource): Promise<void> {
  const ids = await ledger.insertMany(
    'speaker',
    speakers.map(({ label, role }) => ({ source_id: sourceId, label, role, case_id: null })),
  )
  const idOf = new Map(speakers.map(({ label }, index) => [label, ids[index]!]))
  await ledger.insertMany(
    'source_span',
    spans.map(({ kind, start, end, speaker }) => ({
      source_id: sourceId,
      kind,
      start_offset: start,
      end_offset: end,
      speaker_id: speaker === null ? null : idOf.get(speaker)!,
    })),
  )
}

async function ensureCase(ledger: Ledger, projectId: number, places: Places, name: string): Promise<number> {
  const known = places.cases.get(caseKey(name))
  if (known) return known
  const id = await ledger.insert('study_case', { guid: crypto.randomUUID(), project_id: projectId, name, kind: places.caseKind, position: ++places.case })
  places.cases.set(caseKey(name), id)
  return id
}

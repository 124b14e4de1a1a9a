import { askedBy } from '../../domain/guide.ts'
import type { Followed, ReadSource } from '../../domain/read-source.ts'
import { breathe } from '../../storage/breathe.ts'
import { listGuides } from '../../storage/guides.ts'
import { lastPositions, listCaseNames, usualCaseKind } from '../../storage/import-places.ts'
import { type Ledger, perform } from '../../storage/ledger.ts'
import type { House } from '../../storage/open.ts'
import { keepOriginal } from '../../storage/originals.ts'
import { keepVersion } from '../../storage/source-versions.ts'
import { keepRecognised } from '../keep-recognised.ts'
import { asGuide } from '../stored-guide.ts'
import { type AttributePlaces, attributePlaces, type Misfit, takeAttributes } from '../take-attributes.ts'

/** `sources` that are read as they come say how many have a text in `count`, and how many are cases alone in `cases`, for the history. `progress` hears how many are in. */
export type ImportWish = { projectId: number; coderId: number; progress?: (done: number) => void } & (
  | { sources: readonly ReadSource[]; count?: never; cases?: never }
  | { sources: AsyncIterable<ReadSource>; count: number; cases: number }
)
export type ImportedSource = { sourceId: number; caseId: number | null; title: string }
/** `misfits`: values that were not taken, because of what stands or of an attribute's type. */
export type Imported = { sources: ImportedSource[]; misfits: Misfit[] }

/** What is written at once: sources, or UTF-16 units of their texts. */
const BATCH = { sources: 50, length: 200_000 }

/**
 * Take sources into a project: the one way for pages, command line, demo and bench. One act, which undo takes back whole.
 * A source joins the case of its `caseName`, and those of its speakers', made where the project has none of that name; a
 * source without text only makes its case. `sources` may be read as they are needed, so that many large files are never in
 * memory together.
 */
export async function importSources(house: House, wish: ImportWish): Promise<{ actId: number } & Imported> {
  const texts = wish.count ?? wish.sources.filter((source) => source.text !== '').length
  const about = { count: texts === 0 ? (wish.cases ?? wish.sources.length) : texts }
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: texts === 0 ? 'import-cases' : 'import-sources', about } as const
  const { actId, result } = await perform(house.write, draft, (ledger) => importAll(ledger, wish.projectId, wish.sources, wish.progress))
  return { actId, ...result }
}

/** The same inside an act that does more. */
export async function importInto(ledger: Ledger, projectId: number, sources: Iterable<ReadSource> | AsyncIterable<ReadSource>): Promise<ImportedSource[]> {
  return (await importAll(ledger, projectId, sources)).sources
}

async function importAll(
  ledger: Ledger,
  projectId: number,
  sources: Iterable<ReadSource> | AsyncIterable<ReadSource>,
  progress: (done: number) => void = () => {},
): Promise<Imported> {
  const places = await readPlaces(ledger, projectId)
  const imported: ImportedSource[] = []
  let batch: ReadSource[] = []
  let length = 0
  let done = 0
  const write = async () => {
    imported.push(...(await importBatch(ledger, projectId, places, batch)))
    done += batch.length
    progress(done)
    batch = []
    length = 0
    await breathe()
  }
  for await (const source of sources) {
    batch.push(source)
    length += source.text.length
    if (batch.length >= BATCH.sources || length >= BATCH.length) await write()
  }
  if (batch.length > 0) await write()
  await keepAnswers(ledger, projectId, places.following)
  return { sources: imported, misfits: places.attributes.misfits }
}

/** What is known of the project while it is written to. `originals`: bytes that many sources share are kept and hashed once. */
type Places = {
  source: number
  case: number
  caseKind: string
  cases: Map<string, number>
  kinds: Map<number, string>
  originals: WeakMap<Uint8Array, number>
  attributes: AttributePlaces
  /** Sources that follow a guide: their answers come last, when all their cases are there. */
  following: { sourceId: number; text: string; follows: Followed }[]
}

async function readPlaces(ledger: Ledger, projectId: number): Promise<Places> {
  const known = await listCaseNames(ledger.trx, projectId)
  const cases = new Map(known.map((one) => [caseKey(one.name), one.id]))
  const kinds = new Map(known.map((one) => [one.id, one.kind]))
  const attributes = await attributePlaces(ledger, projectId)
  return {
    ...(await lastPositions(ledger.trx, projectId)),
    caseKind: await usualCaseKind(ledger.trx, projectId),
    cases,
    kinds,
    originals: new WeakMap(),
    attributes,
    following: [],
  }
}

/** Two spellings that differ in case alone name the same case. */
function caseKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

async function importBatch(ledger: Ledger, projectId: number, places: Places, batch: readonly ReadSource[]): Promise<ImportedSource[]> {
  await ensureCases(ledger, projectId, places, batch)
  const caseOf = (name: string | null | undefined) => (name?.trim() ? places.cases.get(caseKey(name))! : null)
  const sources = batch.filter((source) => source.text !== '')
  const ids = await insertTexts(ledger, projectId, places, sources)
  await breathe()
  await insertSpans(ledger, sources, ids, caseOf)
  await ledger.insertMany(
    'source_case',
    sources.flatMap((source, at) => casesOf(source, caseOf).map((case_id) => ({ source_id: ids[at]!, case_id }))),
  )
  const said = batch.flatMap((source) => {
    const caseId = caseOf(source.caseName)
    return caseId === null || !source.attributes?.length
      ? []
      : [{ caseId, caseName: source.caseName!, attributes: source.attributes, replaces: source.text === '' }]
  })
  for (const [at, { text, follows }] of sources.entries()) if (follows) places.following.push({ sourceId: ids[at]!, text, follows })
  await takeAttributes(ledger, projectId, places.attributes, said)
  return sources.map((source, at) => ({ sourceId: ids[at]!, caseId: caseOf(source.caseName), title: source.title }))
}

/** What became of the guides' questions, kept in the same act. A guide that went or was changed meanwhile is followed no more: its answers are sought anew. */
async function keepAnswers(ledger: Ledger, projectId: number, following: Places['following']): Promise<void> {
  if (following.length === 0) return
  const guides = new Map((await listGuides(ledger.trx, projectId)).map((guide) => [guide.id, guide]))
  const pending = new Set(following.map(({ sourceId }) => sourceId))
  for (const { sourceId, text, follows } of following) {
    pending.delete(sourceId)
    const guide = guides.get(follows.guideId)
    if (guide && askedBy(asGuide(guide)) === follows.guide) await keepRecognised(ledger, { sourceId, text, guide, recognised: follows.recognised }, pending)
    await breathe()
  }
}

function casesOf(source: ReadSource, caseOf: (name: string | null | undefined) => number | null): number[] {
  const ids = [caseOf(source.caseName), ...source.speakers.map((speaker) => caseOf(speaker.caseName))]
  return [...new Set(ids.filter((id) => id !== null))]
}

async function insertTexts(ledger: Ledger, projectId: number, places: Places, sources: readonly ReadSource[]): Promise<number[]> {
  const rows = []
  for (const { title, kind, language, originalName, text, bytes, stood } of sources) {
    const guid = stood?.guid || crypto.randomUUID()
    const version_id = await keepVersion(ledger.trx, { sourceGuid: guid, ...(stood ? {} : { number: 1 }), text, actId: ledger.actId })
    const original_id = bytes && (await ensureOriginal(ledger, places, bytes))
    const made = { original_id, original_name: originalName, made_at: stood?.madeAt || new Date().toISOString(), status: stood?.status ?? 'not started' }
    rows.push({ guid, project_id: projectId, title, kind, language, position: ++places.source, version_id, ...made })
  }
  return ledger.insertMany('source', rows)
}

async function ensureOriginal(ledger: Ledger, { originals }: Places, bytes: Uint8Array): Promise<number> {
  const known = originals.get(bytes)
  if (known !== undefined) return known
  const id = await keepOriginal(ledger.trx, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  originals.set(bytes, id)
  return id
}

async function insertSpans(
  ledger: Ledger,
  sources: readonly ReadSource[],
  ids: readonly number[],
  caseOf: (name?: string | null) => number | null,
): Promise<void> {
  const speakers = sources.flatMap((source, at) =>
    source.speakers.map(({ label, role, caseName }) => ({ source_id: ids[at]!, label, role, case_id: caseOf(caseName) })),
  )
  const speakerIds = await ledger.insertMany('speaker', speakers)
  const idOf = new Map(speakers.map(({ source_id, label }, at) => [`${source_id} ${label}`, speakerIds[at]!]))
  const spans = sources.flatMap((source, at) =>
    source.spans.map(({ kind, start, end, speaker }) => ({
      source_id: ids[at]!,
      kind,
      start_offset: start,
      end_offset: end,
      speaker_id: speaker === null ? null : idOf.get(`${ids[at]} ${speaker}`)!,
    })),
  )
  await ledger.insertMany('source_span', spans)
}

async function ensureCases(ledger: Ledger, projectId: number, places: Places, batch: readonly ReadSource[]): Promise<void> {
  const missing = new Map<string, { name: string; kind: string }>()
  for (const source of batch)
    for (const named of [source.caseName, ...source.speakers.map((speaker) => speaker.caseName)]) {
      const name = named?.trim()
      const key = name && caseKey(name)
      if (key && !places.cases.has(key) && !missing.has(key)) missing.set(key, { name, kind: source.caseKind ?? places.caseKind })
    }
  const rows = [...missing.values()].map(({ name, kind }) => ({ guid: crypto.randomUUID(), project_id: projectId, name, kind, position: ++places.case }))
  const ids = await ledger.insertMany('study_case', rows)
  for (const [at, [key, { kind }]] of [...missing].entries()) {
    places.cases.set(key, ids[at]!)
    places.kinds.set(ids[at]!, kind)
  }
  for (const { caseName, caseKind, text } of batch)
    if (caseName?.trim() && caseKind) await giveKind(ledger, places, places.cases.get(caseKey(caseName))!, caseKind, text === '')
}

/** A case's kind is what a file says it is, where it has none; a file of cases goes before what stands. */
async function giveKind(ledger: Ledger, { kinds }: Places, caseId: number, kind: string, replaces: boolean): Promise<void> {
  if (kinds.get(caseId) === kind || (!replaces && kinds.get(caseId) !== '')) return
  await ledger.update('study_case', caseId, { kind })
  kinds.set(caseId, kind)
}

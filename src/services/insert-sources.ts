import type { SourceKind, SourceLanguage } from '../domain/source.ts'
import { normaliseText } from '../domain/text.ts'
import type { FoundSpan, FoundSpeaker } from '../domain/turns.ts'
import { findCaseByName } from '../storage/cases.ts'
import type { Ledger } from '../storage/ledger.ts'
import { keepOriginal } from '../storage/originals.ts'
import { nextPosition } from '../storage/positions.ts'
import { keepVersion } from '../storage/source-versions.ts'

/** A source as it was read and confirmed. Spans lie in `text`, which is normalised here once more (it is idempotent). */
export type ReadSource = {
  title: string
  originalName: string | null
  bytes: Buffer | null
  text: string
  language: SourceLanguage
  kind: SourceKind
  caseName: string | null
  speakers: readonly FoundSpeaker[]
  spans: readonly FoundSpan[]
}

/** Put sources into a project inside an act, each with its text, original, speakers, spans and case. @returns their ids */
export async function insertSources(ledger: Ledger, projectId: number, sources: readonly ReadSource[]): Promise<number[]> {
  const ids: number[] = []
  for (const source of sources) ids.push(await insertSource(ledger, projectId, source))
  return ids
}

async function insertSource(ledger: Ledger, projectId: number, source: ReadSource): Promise<number> {
  const guid = crypto.randomUUID()
  const versionId = await keepVersion(ledger.trx, { sourceGuid: guid, number: 1, text: normaliseText(source.text), actId: ledger.actId })
  const sourceId = await ledger.insert('source', {
    guid,
    project_id: projectId,
    title: source.title,
    kind: source.kind,
    language: source.language,
    position: await nextPosition(ledger.trx, 'source', projectId),
    version_id: versionId,
    original_id: source.bytes ? await keepOriginal(ledger.trx, source.bytes) : null,
    original_name: source.originalName,
    made_at: new Date().toISOString(),
  })
  const speakers = await ledger.insertMany(
    'speaker',
    source.speakers.map(({ label, role }) => ({ source_id: sourceId, label, role, case_id: null })),
  )
  const speakerOf = new Map(source.speakers.map(({ label }, index) => [label, speakers[index]!]))
  const spans = source.spans.map(({ kind, start, end, speaker }) => ({
    source_id: sourceId,
    kind,
    start_offset: start,
    end_offset: end,
    speaker_id: speaker === null ? null : speakerOf.get(speaker)!,
  }))
  await ledger.insertMany('source_span', spans)
  if (source.caseName) await ledger.insert('source_case', { source_id: sourceId, case_id: await ensureCase(ledger, projectId, source.caseName) })
  return sourceId
}

async function ensureCase(ledger: Ledger, projectId: number, name: string): Promise<number> {
  const known = await findCaseByName(ledger.trx, projectId, name)
  return (
    known?.id ??
    ledger.insert('study_case', { guid: crypto.randomUUID(), project_id: projectId, name, position: await nextPosition(ledger.trx, 'study_case', projectId) })
  )
}

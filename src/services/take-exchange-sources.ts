import { readFile } from 'node:fs/promises'
import { carrierOver } from '../domain/carry.ts'
import type { DraftHead, DraftSource, ExchangeReport } from '../domain/exchange-draft.ts'
import type { ExchangedSelection } from '../domain/exchanged.ts'
import type { ReadSource } from '../domain/read-source.ts'
import { breathe } from '../storage/breathe.ts'
import { findVersionReading, listSourceHeads, type SourceHead } from '../storage/exchange-places.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { Db } from '../storage/schema.ts'
import { readVersions } from '../storage/source-versions.ts'
import { carryBetween } from '../storage/text-places.ts'
import { diffTexts } from './diff-texts.ts'
import { freeGuids } from './free-guids.ts'
import { importInto } from './import-sources.ts'

/** A source of a file in the project: its id, and its selections where they lie in the text that stands. A selection that could not be carried is null. */
export type TakenSource = { sourceId: number; isNew: boolean; selections: readonly (ExchangedSelection | null)[] }
export type Same = { kind: 'same'; id: number } | { kind: 'changed'; id: number; from: number | null; to: number }

/** The source of the project that this one is: the same text under the same identifier or title; the same identifier with another text since. */
export async function findSameSource(
  db: Db,
  heads: readonly SourceHead[],
  { guid, title, text }: Pick<DraftSource, 'guid' | 'title' | 'text'>,
): Promise<Same | undefined> {
  const own = guid === '' ? undefined : heads.find((one) => one.guid === guid)
  for (const head of heads.filter((one) => one.length === text.length && (one === own || one.title === title)))
    if ((await readVersions(db, [head.versionId])).get(head.versionId) === text) return { kind: 'same', id: head.id }
  if (!own) return undefined
  return { kind: 'changed', id: own.id, from: (await findVersionReading(db, own.guid, text)) ?? null, to: own.versionId }
}

export function couldBeSame(heads: readonly SourceHead[], one: DraftHead): boolean {
  return heads.some((head) => (one.guid !== '' && head.guid === one.guid) || (head.title === one.title && head.length === one.length))
}

type Wish = { projectId: number; sources: AsyncIterable<DraftSource>; bytesAt: (file: number) => string; onSource: (done: number) => void }

/** Take the sources of a file in, in their order: new ones with their texts and originals, those that stand as they are. */
export async function takeSources(ledger: Ledger, { projectId, sources, bytesAt, onSource }: Wish, report: ExchangeReport): Promise<TakenSource[]> {
  const heads = await listSourceHeads(ledger.trx, projectId)
  const taken: TakenSource[] = []
  const fresh: number[] = []
  const used = new Set<string>()
  async function* newOnes(): AsyncGenerator<ReadSource> {
    for await (const source of sources) {
      onSource(taken.length)
      const same = await findSameSource(ledger.trx, heads, source)
      if (same) taken.push({ sourceId: same.id, isNew: false, selections: await carried(ledger, same, source, report) })
      else {
        fresh.push(taken.push({ sourceId: 0, isNew: true, selections: source.selections }) - 1)
        yield await asRead(ledger, used.has(source.guid) ? { ...source, guid: '' } : source, bytesAt)
        used.add(source.guid)
      }
      await breathe()
    }
  }
  const made = await importInto(ledger, projectId, newOnes())
  for (const [at, { sourceId }] of made.entries()) taken[fresh[at]!] = { ...taken[fresh[at]!]!, sourceId }
  report.sources += made.length
  report.knownSources += taken.length - made.length
  return taken
}

async function asRead(ledger: Ledger, source: DraftSource, bytesAt: (file: number) => string): Promise<ReadSource> {
  const { guid, title, kind, language, status, madeAt, text, speakers, spans, original } = source
  const [free] = await freeGuids(ledger.trx, 'source', [{ guid }])
  const bytes = original ? await readFile(bytesAt(original.file)) : null
  const file = { originalName: original?.name || null, bytes, caseName: null, repairs: [], losses: [], warnings: [] }
  return { title, kind, language, text, speakers, spans, ...file, stood: { guid: free!, madeAt, status } }
}

/** Selections of a source whose text was changed, here or there, go along with it, as any coding does; what is not certain is not laid. */
async function carried(ledger: Ledger, same: Same, { selections, text }: DraftSource, report: ExchangeReport): Promise<(ExchangedSelection | null)[]> {
  if (same.kind === 'same') return [...selections]
  report.changedSources++
  const carry = same.from === null ? carrierOver([diffTexts(text, await textAt(ledger, same.to))]) : await carryBetween(ledger, same.from, same.to)
  return selections.map((selection) => {
    const to = carry({ start: selection.start, end: selection.end })
    if (to.kind === 'carried') return { ...selection, ...to.span }
    report.uncarried += Math.max(1, selection.codings.length)
    return null
  })
}

async function textAt(ledger: Ledger, versionId: number): Promise<string> {
  return (await readVersions(ledger.trx, [versionId])).get(versionId) ?? ''
}

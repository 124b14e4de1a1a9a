import { readFile } from 'node:fs/promises'
import { carrierOver } from '../../domain/carry.ts'
import type { DraftHead, DraftSource, ExchangeReport } from '../../domain/exchange-draft.ts'
import type { ExchangedSelection } from '../../domain/exchanged.ts'
import type { ReadSource } from '../../domain/read-source.ts'
import type { Span } from '../../domain/span.ts'
import { breathe } from '../../storage/breathe.ts'
import { findVersionReading, listLaid, listSourceHeads, type SourceHead } from '../../storage/exchange-places.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { Db } from '../../storage/schema.ts'
import { readVersions } from '../../storage/source-versions.ts'
import { carryBetween } from '../../storage/text-places.ts'
import { diffTexts } from '../diff-texts.ts'
import { importInto } from '../imports/import-sources.ts'
import { freeGuids } from './free-guids.ts'

/** A selection that waits: where it lay in a version of the text, or its words where it lay in none of ours. `guess`: where it may lie now. */
export type Waits = { readonly guess: Span | null } & ({ readonly versionId: number; readonly span: Span } | { readonly words: string })
/** A selection of a file where it lies in the text that stands, or waits for somebody to say where. */
export type TakenSelection = ExchangedSelection & { readonly waits?: Waits }
/** A source of a file in the project: its id, and its selections. */
export type TakenSource = { sourceId: number; isNew: boolean; selections: readonly TakenSelection[] }
type Same = { kind: 'same'; id: number } | { kind: 'changed'; id: number; from: number | null; to: number }

/** The source of the project that this one is: the same text under the same identifier or title; the same identifier with another text since. */
async function findSameSource(
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
      if (same) taken.push({ sourceId: same.id, isNew: false, selections: await sinceLaid(ledger, same.id, await carried(ledger, same, source, report)) })
      else {
        fresh.push(taken.push({ sourceId: 0, isNew: true, selections: source.selections.map(unplaced) }) - 1)
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

/** Selections of a source whose text was changed, here or there, go along with it, as any coding does; what is not certain waits. */
async function carried(ledger: Ledger, same: Same, { selections, text }: DraftSource, report: ExchangeReport): Promise<TakenSelection[]> {
  if (same.kind === 'same') return selections.map(unplaced)
  const from = same.from
  report.changedSources++
  const carry = from === null ? carrierOver([diffTexts(text, await textAt(ledger, same.to))]) : await carryBetween(ledger, from, same.to)
  return selections.map((selection) => {
    const span = { start: selection.start, end: selection.end }
    const to = span.start < span.end ? carry(span) : ({ kind: 'unsure', guess: null } as const)
    const guess = to.kind === 'carried' ? to.span : to.guess
    if (selection.unplaced !== undefined) return { ...selection, waits: { guess, words: selection.unplaced } }
    if (to.kind === 'carried') return { ...selection, ...to.span }
    report.uncarried += Math.max(1, selection.codings.length)
    return { ...selection, waits: from === null ? { guess, words: text.slice(span.start, span.end) } : { guess, versionId: from, span } }
  })
}

/** What waited once, and somebody has laid since, lies where they laid it. */
async function sinceLaid(ledger: Ledger, sourceId: number, selections: TakenSelection[]): Promise<TakenSelection[]> {
  if (!selections.some(({ waits }) => waits)) return selections
  const laid = new Map((await listLaid(ledger.trx, [sourceId])).quotations.map(({ guid, start, end }) => [guid, { start, end }]))
  const times = new Map<string, number>()
  for (const { guid } of selections) times.set(guid, (times.get(guid) ?? 0) + 1)
  return selections.map(({ waits, ...selection }) => {
    const place = waits && times.get(selection.guid) === 1 ? laid.get(selection.guid) : undefined
    return waits && !place ? { ...selection, waits } : { ...selection, ...place }
  })
}

function unplaced(selection: ExchangedSelection): TakenSelection {
  const { start, end, unplaced: words } = selection
  return words === undefined ? selection : { ...selection, waits: { words, guess: start < end ? { start, end } : null } }
}

async function textAt(ledger: Ledger, versionId: number): Promise<string> {
  return (await readVersions(ledger.trx, [versionId])).get(versionId) ?? ''
}

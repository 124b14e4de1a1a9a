import type { ReadSpan } from '../domain/read-source.ts'
import { recogniseTurns } from '../domain/recognise-turns.ts'
import { listReviews } from '../storage/carry-reviews.ts'
import type { Ledger } from '../storage/ledger.ts'
import { listSourceSpans, type SourceSpan } from '../storage/source-spans.ts'
import { listSpeakers } from '../storage/speakers.ts'

const derived = ['turn', 'label', 'timestamp', 'preamble']
type Marked = Pick<SourceSpan, 'kind' | 'start' | 'end' | 'speaker'>

/** Whether the turns of a source lie just as its text is read, so that they can be read again from another text: nobody has corrected them by hand. */
export async function turnsAreAsRead(ledger: Ledger, sourceId: number, text: string): Promise<boolean> {
  const standing = (await listSourceSpans(ledger.trx, [sourceId])).filter(({ kind }) => derived.includes(kind))
  const read = recogniseTurns(text).spans
  const keys = new Set(read.map(keyOf))
  return standing.length === read.length && standing.every((span) => keys.has(keyOf(span)))
}

/** Lay turns, labels and times as the text that holds now is read. Those that lie so already stay; a new label is a new speaker. */
export async function readTurnsAgain(ledger: Ledger, sourceId: number, text: string): Promise<void> {
  const { speakers, spans } = recogniseTurns(text)
  const known = new Map((await listSpeakers(ledger.trx, sourceId)).map(({ id, label }) => [label, id]))
  for (const { label, role } of speakers)
    if (!known.has(label)) known.set(label, await ledger.insert('speaker', { source_id: sourceId, label, role, case_id: null }))
  const standing = (await listSourceSpans(ledger.trx, [sourceId])).filter(({ kind }) => derived.includes(kind))
  const wanted = new Map(spans.map((span) => [keyOf(span), span]))
  const stays = new Set(standing.map(keyOf).filter((key) => wanted.has(key)))
  await ledger.removeMany(
    'source_span',
    standing.filter((span) => !wanted.has(keyOf(span))).map(({ id }) => id),
  )
  await ledger.insertMany(
    'source_span',
    [...wanted].filter(([key]) => !stays.has(key)).map(([, span]) => rowOf(span, sourceId, known)),
  )
  for (const { id, held } of await listReviews(ledger.trx, sourceId))
    if ('span' in held && derived.includes(held.span.kind)) await ledger.remove('carry_review', id)
}

function rowOf({ kind, start, end, speaker }: ReadSpan, sourceId: number, known: ReadonlyMap<string, number>) {
  return { source_id: sourceId, kind, start_offset: start, end_offset: end, speaker_id: speaker === null ? null : known.get(speaker)! }
}

function keyOf({ kind, start, end, speaker }: Marked): string {
  return `${kind} ${start} ${end} ${speaker ?? ''}`
}

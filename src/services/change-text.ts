import type { ActAbout, textActs } from '../domain/act.ts'
import { type Change, carrier, type EditedParagraph } from '../domain/carry.ts'
import { Refusal } from '../domain/refusal.ts'
import { normaliseText } from '../domain/text.ts'
import { listReviews } from '../storage/carry-reviews.ts'
import { type CarriedRows, carryRows } from '../storage/carry-rows.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { putBackWhatIsThere } from '../storage/put-back.ts'
import { keepVersion, textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { whoChangedText } from '../storage/versions.ts'
import { theSource } from './the-source.ts'

const LONGEST = 10_000_000

/** `versionId`: the version that the person saw, where they saw one. */
export type TextWish = { projectId: number; coderId: number; sourceId: number; versionId?: number | undefined }
/** A new text for a source, and by which changes it came of the old one. */
export type NewText = { text: string; changes: readonly Change[]; edited?: EditedParagraph; about?: ActAbout }
export type ChangedText = CarriedRows & { versionId: number; returned: number }

/**
 * Give a source another text, as one act: a new version is kept, and everything that lies on the old one is carried along or put to
 * wait. What waited since the text read exactly so goes back by itself. Refused where another text holds than the person saw,
 * where nothing changes, and where no word is left.
 */
export async function changeText(
  house: House,
  wish: TextWish & { kind: (typeof textActs)[number] },
  make: (source: Source, text: string, ledger: Ledger) => Promise<NewText>,
  finish?: (ledger: Ledger, source: Source, text: string) => Promise<void>,
): Promise<ChangedText> {
  const about: ActAbout = { sourceId: wish.sourceId }
  const waited = await waitingFor(house, wish.sourceId)
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: wish.kind, about }, async (ledger) => {
    const source = await theSource(ledger.trx, wish.projectId, wish.sourceId)
    await expectVersion(ledger, source, wish.versionId)
    const old = await textOfVersion(ledger.trx, source)
    const made = await make(source, old, ledger)
    expectText(old, made.text)
    const from = { versionId: source.versionId, changes: made.changes }
    const versionId = await keepVersion(ledger.trx, { sourceGuid: source.guid, text: made.text, actId: ledger.actId, from })
    if (made.about) await ledger.tellAbout({ ...about, ...made.about })
    await ledger.update('source', source.id, { version_id: versionId })
    const carry = carrier(made.changes)
    const byParagraph = made.edited ? { carryByParagraph: carrier(made.changes, made.edited) } : {}
    const dropGoneSpans = wish.kind === 'edit-text' || wish.kind === 'replace-words'
    const rows = await carryRows(ledger, { sourceId: source.id, versionId: source.versionId, text: made.text, carry, ...byParagraph, dropGoneSpans })
    await finish?.(ledger, { ...source, versionId }, made.text)
    const returned = await putBackWhatIsThere(ledger, source, made.text)
    return { versionId, ...rows, returned }
  })
  const waits = await waitingFor(house, wish.sourceId)
  return waited && waits ? { ...result, waiting: countMissing(waits, waited), returned: countMissing(waited, waits) } : result
}

/** What waits in a source for one who may not see all that does: they are told of no more than they can look at. */
async function waitingFor(house: House, sourceId: number): Promise<Set<number> | undefined> {
  return house.sees === undefined ? undefined : new Set((await listReviews(house.read, sourceId)).map(({ id }) => id))
}

function countMissing(of: ReadonlySet<number>, from: ReadonlySet<number>): number {
  return [...of].filter((id) => !from.has(id)).length
}

async function expectVersion(ledger: Ledger, source: Source, versionId: number | undefined): Promise<void> {
  if (versionId === undefined || versionId === source.versionId) return
  const actor = (await whoChangedText(ledger.trx, source.versionId)) ?? ''
  throw new Refusal('conflict', 'refusal.text-conflict', { actor })
}

/** Refuses a text that is no other, or none. The text is as texts are stored. */
export function expectText(old: string, text: string): void {
  if (text.trim() === '') throw new Refusal('invalid', 'refusal.text-empty')
  if (text.length > LONGEST) throw new Refusal('invalid', 'refusal.text-too-long')
  if (text === old) throw new Refusal('conflict', 'refusal.text-unchanged')
  if (text !== normaliseText(text)) throw new Error('A text is normalised before it is kept.')
}

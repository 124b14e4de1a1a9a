import { sameName, toName } from '../domain/name.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SpeakerRole } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'
import { listSpeakers } from '../storage/speakers.ts'
import { giveCase } from './set-speaker.ts'

/** `from`, `to`: the first and last paragraph that is said, by the numbers people cite by. `caseName` '' is no case. */
export type NewSpeaker = {
  projectId: number
  coderId: number
  sourceId: number
  name: string
  role: SpeakerRole
  caseName: string
  from: number
  to: number
}

/**
 * Say who speaks in paragraphs of a source, as one act: a turn over them, and a speaker where none has the name. One who is there already keeps role and case.
 * The text stays as it is. Refused where a turn lies in those paragraphs: who speaks there is known.
 */
export async function addSpeaker(house: House, wish: NewSpeaker): Promise<void> {
  const name = toName(wish.name)
  const about = { sourceId: wish.sourceId, label: name }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'set-speaker', about }, async (ledger) => {
    const source = await findSource(ledger.trx, wish.projectId, wish.sourceId)
    if (!source) throw new Refusal('not-found', 'refusal.no-source')
    const turn = await freeTurn(ledger, source.id, wish)
    const known = (await listSpeakers(ledger.trx, source.id)).find((one) => sameName(one.label, name))
    const id = known?.id ?? (await ledger.insert('speaker', { source_id: source.id, label: name, role: wish.role, case_id: null }))
    await ledger.insert('source_span', {
      source_id: source.id,
      kind: 'turn',
      start_offset: turn.start,
      end_offset: turn.end,
      speaker_id: id,
      made_by: 'person',
    })
    if (!known) await giveCase(ledger, wish.projectId, source.id, id, wish.caseName)
  })
}

async function freeTurn(ledger: Ledger, sourceId: number, { from, to }: NewSpeaker): Promise<Span> {
  const paragraphs = paragraphsOf((await textsOf(ledger.trx, [sourceId])).get(sourceId)!)
  const first = paragraphs.find(({ number }) => number === from)
  const last = paragraphs.find(({ number }) => number === to)
  if (!first || !last || to < from) throw new Refusal('invalid', 'refusal.no-such-paragraphs', { from, to })
  const turns = (await listSourceSpans(ledger.trx, [sourceId])).filter(({ kind }) => kind === 'turn')
  const there = turns.find((turn) => turn.start < last.end && turn.end > first.start)
  if (there) throw new Refusal('conflict', 'refusal.somebody-speaks', { name: there.speaker! })
  return { start: first.start, end: last.end }
}

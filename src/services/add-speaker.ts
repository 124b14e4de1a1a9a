import { sameName } from '../domain/name.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSpeakers } from '../storage/speakers.ts'
import { giveCase, ofSpeaker, type SaidOfSpeaker } from './set-speaker.ts'

/** `from`, `to`: the first and last paragraph that is said, by the numbers people cite by. */
export type NewSpeaker = SaidOfSpeaker & { from: number; to: number }

/**
 * Say who speaks in paragraphs of a source, as one act: a turn over them, and a speaker where none has the name. One who is there already keeps role and case.
 * The text stays as it is. Refused where a turn lies in those paragraphs: who speaks there is known.
 */
export async function addSpeaker(house: House, wish: NewSpeaker): Promise<void> {
  const { sourceId } = wish
  await ofSpeaker(house, wish, async (ledger, name) => {
    const turn = await freeTurn(ledger, wish)
    const known = (await listSpeakers(ledger.trx, sourceId)).find((one) => sameName(one.label, name))
    const id = known?.id ?? (await ledger.insert('speaker', { source_id: sourceId, label: name, role: wish.role, case_id: null }))
    await ledger.insert('source_span', {
      source_id: sourceId,
      kind: 'turn',
      start_offset: turn.start,
      end_offset: turn.end,
      speaker_id: id,
      made_by: 'person',
    })
    if (!known) await giveCase(ledger, wish, id)
  })
}

async function freeTurn(ledger: Ledger, { sourceId, from, to }: NewSpeaker): Promise<Span> {
  const paragraphs = paragraphsOf((await textsOf(ledger.trx, [sourceId])).get(sourceId)!)
  const first = paragraphs.find(({ number }) => number === from)
  const last = paragraphs.find(({ number }) => number === to)
  if (!first || !last || to < from) throw new Refusal('invalid', 'refusal.no-such-paragraphs', { from, to })
  const turns = (await listSourceSpans(ledger.trx, [sourceId])).filter(({ kind }) => kind === 'turn')
  const there = turns.find((turn) => turn.start < last.end && turn.end > first.start)
  if (there) throw new Refusal('conflict', 'refusal.somebody-speaks', { name: there.speaker! })
  return { start: first.start, end: last.end }
}

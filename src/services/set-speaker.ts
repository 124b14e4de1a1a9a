import { sameName, toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SpeakerRole } from '../domain/source.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listProjectSpeakers, listSpansOfSpeaker, listSpeakers, type ProjectSpeaker } from '../storage/speakers.ts'
import { listSourceCases } from '../storage/study-cases.ts'
import { ensureCase } from './ensure-case.ts'
import { theSource } from './the-source.ts'

/** What is said of one who speaks in a source. `caseName` '' is no case. */
export type SaidOfSpeaker = { projectId: number; coderId: number; sourceId: number; name: string; role: SpeakerRole; caseName: string }
/** `everywhere`: name and role for this label in all sources of the project; the case is always of this source alone. */
export type SpeakerWish = SaidOfSpeaker & { speakerId: number; everywhere: boolean }

/**
 * Say who a speaker is, as one act. The text and every span stay where they are: a name that another speaker of the source
 * has makes the two one. What an interviewer said of formalities is a preamble no more when they turn out to be an informant.
 */
export async function setSpeaker(house: House, wish: SpeakerWish): Promise<void> {
  await ofSpeaker(house, wish, async (ledger, name) => {
    const all = await listProjectSpeakers(ledger.trx, wish.projectId)
    const chosen = all.find((one) => one.id === wish.speakerId && one.sourceId === wish.sourceId)
    if (!chosen) throw new Refusal('not-found', 'refusal.no-speaker')
    const others = wish.everywhere ? all.filter((one) => one.sourceId !== wish.sourceId && sameName(one.label, chosen.label)) : []
    for (const one of others) await rename(ledger, all, one, name, wish.role)
    const standing = await rename(ledger, all, chosen, name, wish.role)
    await giveCase(ledger, wish, standing)
  })
}

/** Say something of who speaks in a source, as one act that the history tells by the speaker's name. */
export async function ofSpeaker(house: House, said: SaidOfSpeaker, work: (ledger: Ledger, name: string) => Promise<void>): Promise<void> {
  const { projectId, coderId, sourceId } = said
  const name = toName(said.name)
  await perform(house.write, { projectId, actorId: coderId, kind: 'set-speaker', about: { sourceId, label: name } }, async (ledger) => {
    await theSource(ledger.trx, projectId, sourceId)
    await work(ledger, name)
  })
}

/** `all` goes along with what is changed. @returns the id of the speaker that has the name now */
async function rename(ledger: Ledger, all: ProjectSpeaker[], speaker: ProjectSpeaker, label: string, role: SpeakerRole): Promise<number> {
  const same = all.find((one) => one.sourceId === speaker.sourceId && one.id !== speaker.id && sameName(one.label, label))
  if (role !== 'interviewer')
    for (const one of same ? [speaker, same] : [speaker]) await ledger.removeMany('source_span', await listSpansOfSpeaker(ledger.trx, one.id, 'preamble'))
  if (!same) {
    await ledger.update('speaker', speaker.id, { label, role })
    speaker.label = label
    return speaker.id
  }
  for (const id of await listSpansOfSpeaker(ledger.trx, speaker.id)) await ledger.update('source_span', id, { speaker_id: same.id })
  await ledger.remove('speaker', speaker.id)
  all.splice(all.indexOf(speaker), 1)
  await ledger.update('speaker', same.id, { label, role })
  return same.id
}

/** A speaker's case is one of the source's cases; the one it was is no more, unless another speaker is it too. */
export async function giveCase(ledger: Ledger, { projectId, sourceId, caseName }: SaidOfSpeaker, speakerId: number): Promise<void> {
  const caseId = caseName.trim() === '' ? null : await ensureCase(ledger, projectId, caseName)
  const speakers = await listSpeakers(ledger.trx, sourceId)
  const before = speakers.find((one) => one.id === speakerId)!.caseId
  if (before === caseId) return
  await ledger.update('speaker', speakerId, { case_id: caseId })
  const links = (await listSourceCases(ledger.trx, projectId)).filter((link) => link.sourceId === sourceId)
  const left = before !== null && !speakers.some((one) => one.id !== speakerId && one.caseId === before)
  for (const link of links) if (left && link.caseId === before) await ledger.remove('source_case', link.id)
  if (caseId !== null && !links.some((link) => link.caseId === caseId)) await ledger.insert('source_case', { source_id: sourceId, case_id: caseId })
}

import { sameName, toName } from '../domain/name.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSpeakers } from '../storage/speakers.ts'
import { listSourceCases } from '../storage/study-cases.ts'
import { ensureCase } from './ensure-case.ts'
import { theSource } from './the-source.ts'

/** `caseName` '' adds none. `kept`: ids of the cases that it goes on belonging to; left out, none. */
export type LinkWish = { projectId: number; coderId: number; sourceId: number; caseName: string; kept?: readonly number[] }

/** Let a source belong to the case of this name, made if there is none, and to those that are kept. A case that speaks in it stays. */
export async function linkCase(house: House, { projectId, coderId, sourceId, caseName, kept = [] }: LinkWish): Promise<void> {
  const name = caseName.trim() === '' ? null : toName(caseName)
  const about = { sourceId, ...(name ? { label: name } : {}) }
  await perform(house.write, { projectId, actorId: coderId, kind: name ? 'link-case' : 'unlink-case', about }, async (ledger) => {
    const source = await theSource(ledger.trx, projectId, sourceId)
    const links = (await listSourceCases(ledger.trx, projectId)).filter((link) => link.sourceId === source.id)
    const stay = new Set([...kept, ...(await listSpeakers(ledger.trx, source.id)).map((speaker) => speaker.caseId)])
    for (const link of links) if (!stay.has(link.caseId) && !(name && sameName(link.caseName, name))) await ledger.remove('source_case', link.id)
    if (!name) return
    const caseId = await ensureCase(ledger, projectId, name)
    if (!links.some((link) => link.caseId === caseId)) await ledger.insert('source_case', { source_id: source.id, case_id: caseId })
  })
}

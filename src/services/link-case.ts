import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findSource } from '../storage/sources.ts'
import { listSourceCases, listStudyCases } from '../storage/study-cases.ts'

/** Let a source belong to the case of this name, made if there is none, and to no other; '' leaves it with none. */
export async function linkCase(house: House, wish: { projectId: number; coderId: number; sourceId: number; caseName: string }): Promise<void> {
  const name = wish.caseName.trim() === '' ? null : toName(wish.caseName)
  const about = { sourceId: wish.sourceId, ...(name ? { label: name } : {}) }
  const kind = name ? 'link-case' : 'unlink-case'
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind, about }, async (ledger) => {
    const source = await findSource(ledger.trx, wish.projectId, wish.sourceId)
    if (!source) throw new Refusal('not-found', 'refusal.no-source')
    const cases = await listStudyCases(ledger.trx, wish.projectId)
    const links = (await listSourceCases(ledger.trx, wish.projectId)).filter((link) => link.sourceId === source.id)
    for (const link of links) if (link.caseName !== name) await ledger.remove('source_case', link.id)
    if (!name || links.some((link) => link.caseName === name)) return
    const made = { guid: crypto.randomUUID(), project_id: wish.projectId, name, position: (cases.at(-1)?.position ?? 0) + 1 }
    const caseId = cases.find((one) => one.name === name)?.id ?? (await ledger.insert('study_case', made))
    await ledger.insert('source_case', { source_id: source.id, case_id: caseId })
  })
}

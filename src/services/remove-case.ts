import { idsOf } from '../domain/ids-of.ts'
import { listHangingFindings } from '../storage/findings.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listHangingOnCase, listSourceCases, listValues } from '../storage/study-cases.ts'
import { theCase } from './the-case.ts'

/** Take a case out of the study with its values, answers and links; its sources and their codings stay. @returns its name */
export async function removeCase(house: House, wish: { projectId: number; coderId: number; caseId: number }): Promise<string> {
  const known = await theCase(house.write, wish.projectId, wish.caseId)
  const about = { caseId: known.id, label: known.name }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-case', about }, async (ledger) => {
    await theCase(ledger.trx, wish.projectId, known.id)
    const { speakers, answers, spans, memos } = await listHangingOnCase(ledger.trx, known.id)
    const links = (await listSourceCases(ledger.trx, wish.projectId)).filter((link) => link.caseId === known.id)
    for (const id of speakers) await ledger.update('speaker', id, { case_id: null })
    await ledger.removeMany('memo', memos)
    for (const [table, ids] of await listHangingFindings(ledger.trx, { caseId: known.id })) await ledger.removeMany(table, ids)
    await ledger.removeMany('answer_span', spans)
    await ledger.removeMany('answer', answers)
    await ledger.removeMany('source_case', idsOf(links))
    await ledger.removeMany('attribute_value', idsOf(await listValues(ledger.trx, { caseId: known.id })))
    await ledger.remove('study_case', known.id)
  })
  return known.name
}

import { Refusal } from '../domain/refusal.ts'
import { countHeldCodings } from '../storage/carry-reviews.ts'
import { countCodingsOfCode, listHangingOnCode } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import { listDismissals } from '../storage/dismissals.ts'
import { listHangingFindings } from '../storage/findings.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { removePins } from '../storage/pinned-codes.ts'
import { ofThese } from './edit-code.ts'

/** Remove a code nobody has used. Refused where it has codings (retire it instead) or codes below it. @returns its label */
export async function removeCode(house: House, wish: { projectId: number; coderId: number; codeId: number }): Promise<string> {
  const known = (await listCodes(house.write, wish.projectId)).find((code) => code.id === wish.codeId)
  const about = { label: known?.label ?? '' }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-code', about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const { id, label } = ofThese(codes, wish.codeId)
    const codings = (await countCodingsOfCode(ledger.trx, id)) + (await countHeldCodings(ledger.trx, id))
    // Without a number: whoever codes apart is not told how much others coded.
    if (codings > 0) throw new Refusal('conflict', 'refusal.code-has-codings', { label })
    const below = codes.filter((code) => code.parentId === id).length
    if (below > 0) throw new Refusal('conflict', 'refusal.code-has-codes', { label, n: below })
    const { themes, memos } = await listHangingOnCode(ledger.trx, id)
    await ledger.removeMany('question_theme', themes)
    await ledger.removeMany('memo', memos)
    await ledger.removeMany(
      'dismissal',
      (await listDismissals(ledger.trx, id)).map((one) => one.id),
    )
    await removePins(ledger, id)
    for (const [table, ids] of await listHangingFindings(ledger.trx, { codeId: id })) await ledger.removeMany(table, ids)
    await ledger.remove('code', id)
  })
  return about.label
}

import type { Coding } from '../domain/coding.ts'
import { both, clause } from '../domain/filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { breathe } from '../storage/breathe.ts'
import { findCode, listCodes } from '../storage/codes.ts'
import { listCodingsOfCode } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSelected } from '../storage/quotations.ts'
import { theUsableCode } from './code-passage.ts'
import { insertCode } from './create-code.ts'
import { ofThese } from './edit-code.ts'
import { moveToCode } from './recode.ts'
import { selectCodings } from './select-codings.ts'

/** Where a part of a code goes: to a code that is there, or to a new one, below it or beside it. */
type SplitInto = { codeId: number } | { label: string; place: 'under' | 'beside' }
type Wish = { projectId: number; coderId: number; codeId: number; codingIds: readonly number[]; into: SplitInto }

/**
 * Part a code: give some of its own codings to another code, as one act. Those below it are not touched. Where a coder has the other
 * code on the same words already, the two codings become one. Refused where none of the codings has the code.
 */
export async function splitCode(house: House, wish: Wish): Promise<{ codeId: number; moved: number; label: string }> {
  const { projectId, codeId } = wish
  const { label } = ofThese(await listCodes(house.write, projectId), codeId)
  const draft = { projectId, actorId: wish.coderId, kind: 'split-code', about: { label } } as const
  const { result } = await perform(house.write, draft, async (ledger) => {
    ofThese(await listCodes(ledger.trx, projectId), codeId)
    const wanted = new Set(wish.codingIds)
    const codings = (await listCodingsOfCode(ledger.trx, codeId)).filter((one) => wanted.has(one.id))
    if (codings.length === 0) throw new Refusal('invalid', 'refusal.nothing-to-split', { label })
    const into = await settle(ledger, wish)
    await ledger.tellAbout({ codeId: into, label, count: codings.length })
    for (const [index, coding] of codings.entries()) {
      await moveToCode(ledger, coding, into)
      if (index % 50 === 49) await breathe()
    }
    return { codeId: into, moved: codings.length, label }
  })
  return result
}

async function settle(ledger: Ledger, { projectId, codeId, into }: Wish): Promise<number> {
  if ('codeId' in into) {
    if (into.codeId === codeId) throw new Refusal('invalid', 'refusal.split-into-itself')
    return (await theUsableCode(ledger, projectId, into.codeId)).id
  }
  const code = ofThese(await listCodes(ledger.trx, projectId), codeId)
  return insertCode(ledger, { projectId, label: into.label, parentId: into.place === 'under' ? codeId : code.parentId })
}

/** What parting would do: how many of the code's own codings (`of`) are chosen, and how many would become one with a coding that has the other code already. */
export type SplitPreview = { codingIds: number[]; of: number; joined: number }

/** Look before parting, in one project: the code's own codings under a filter, or those of them that were picked. Changes nothing. */
export async function previewSplit(
  house: House,
  wish: { projectId: number; codeId: number; filter: string; picked: readonly number[]; into?: number | undefined },
): Promise<SplitPreview> {
  ofThese(await listCodes(house.read, wish.projectId), wish.codeId)
  const own = await listCodingsOfCode(house.read, wish.codeId)
  const within = both(clause({ key: 'code', named: { id: wish.codeId } }), parseFilter(wish.filter))
  const selected =
    wish.picked.length > 0 ? wish.picked : (await listSelected(house.read, await selectCodings(house.read, wish.projectId, within))).map(({ id }) => id)
  const wanted = new Set(selected)
  const chosen = own.filter((one) => wanted.has(one.id))
  const into = wish.into === undefined ? undefined : await findCode(house.read, wish.projectId, wish.into)
  const there = into === undefined ? [] : await listCodingsOfCode(house.read, into.id)
  const known = new Set(there.map(wordsAndCoder))
  return { codingIds: chosen.map(({ id }) => id), of: own.length, joined: chosen.filter((one) => known.has(wordsAndCoder(one))).length }
}

function wordsAndCoder({ quotationId, coderId }: Coding): string {
  return `${quotationId} ${coderId}`
}

import { refuseCycle, siblingsOf } from '../domain/codebook.ts'
import { sameName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { moveHeldCodings } from '../storage/carry-reviews.ts'
import { listCodes } from '../storage/codes.ts'
import { listCodingsOfCode } from '../storage/codings.ts'
import { moveDismissals } from '../storage/dismissals.ts'
import { moveFindings } from '../storage/findings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { moveMemos } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { movePins } from '../storage/pinned-codes.ts'
import { moveQuestions } from '../storage/question-themes.ts'
import { moveSyntheses } from '../storage/syntheses.ts'
import { ofThese } from './edit-code.ts'
import { moveToCode } from './recode.ts'

type Wish = { projectId: number; coderId: number; codeId: number; intoId: number }

/**
 * Make two codes one: the codings (those that wait in a review too), memos, linked questions and codes below of one go to the other, and it is gone. Where a
 * coder has both on the same words the two codings become one. Codes below with the same label are merged in turn. Its
 * definitions are added to the other's. Refused into itself or into one of those below it.
 */
export async function mergeCodes(house: House, wish: Wish): Promise<{ label: string; codings: number }> {
  const known = (await listCodes(house.write, wish.projectId)).find((code) => code.id === wish.codeId)
  const about = { codeId: wish.intoId, label: known?.label ?? '' }
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: 'merge-codes', about } as const
  const { result } = await perform(house.write, draft, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const { label } = ofThese(codes, wish.codeId)
    const into = ofThese(codes, wish.intoId)
    refuseCycle(codes, wish.codeId, wish.intoId)
    if (into.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: into.label })
    return { label, codings: await mergeOne(ledger, wish.projectId, wish.codeId, wish.intoId) }
  })
  return result
}

async function mergeOne(ledger: Ledger, projectId: number, codeId: number, intoId: number): Promise<number> {
  const codings = await listCodingsOfCode(ledger.trx, codeId)
  for (const coding of codings) await moveToCode(ledger, coding, intoId, true)
  const held = await moveHeldCodings(ledger, codeId, intoId)
  await moveMemos(ledger, { kind: 'code', id: codeId }, { kind: 'code', id: intoId })
  await moveFindings(ledger, codeId, intoId)
  await moveSyntheses(ledger, codeId, intoId)
  await moveQuestions(ledger, codeId, intoId)
  await moveDismissals(ledger, codeId, intoId)
  await movePins(ledger, codeId, intoId)
  const below = await moveBelow(ledger, projectId, codeId, intoId)
  await addDefinitions(ledger, projectId, codeId, intoId)
  await ledger.remove('code', codeId)
  return codings.length + held + below
}

/** Codes below go below the other; one whose label stands there is merged into it. @returns how many codings were moved by that */
async function moveBelow(ledger: Ledger, projectId: number, codeId: number, intoId: number): Promise<number> {
  let moved = 0
  // Where it stands below the other, one of its own may have its label and is to take its place.
  await ledger.update('code', codeId, { label: crypto.randomUUID() })
  for (const child of siblingsOf(await listCodes(ledger.trx, projectId), codeId)) {
    const there = siblingsOf(await listCodes(ledger.trx, projectId), intoId).filter((one) => one.id !== codeId)
    const same = there.find((one) => sameName(one.label, child.label))
    if (same?.retiredAt && !child.retiredAt) await ledger.update('code', same.id, { retired_at: null })
    if (same) moved += await mergeOne(ledger, projectId, child.id, same.id)
    else await ledger.update('code', child.id, { parent_id: intoId, position: (there.at(-1)?.position ?? 0) + 1 })
  }
  return moved
}

async function addDefinitions(ledger: Ledger, projectId: number, codeId: number, intoId: number): Promise<void> {
  const codes = await listCodes(ledger.trx, projectId)
  const from = ofThese(codes, codeId)
  const into = ofThese(codes, intoId)
  const added = (mine: string, other: string) => (other === '' || mine.includes(other) ? mine : mine === '' ? other : `${mine}\n\n${other}`)
  await ledger.update('code', intoId, {
    definition: added(into.definition, from.definition),
    when_to_use: added(into.whenToUse, from.whenToUse),
    when_not: added(into.whenNot, from.whenNot),
    example: added(into.example, from.example),
  })
}

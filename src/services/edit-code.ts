import type { Code } from '../domain/code.ts'
import { refuseSameLabel } from '../domain/codebook.ts'
import { toName, toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

export type CodeEdit = { label: string; color: number | null; definition: string; whenToUse: string; whenNot: string; example: string }

/** Change what a code is called and how it is to be used; what the edit leaves out stays. Refused where a sibling has the label. */
export async function editCode(house: House, wish: { projectId: number; coderId: number; codeId: number; edit: Partial<CodeEdit> }): Promise<void> {
  const { codeId } = wish
  const patch = patchOf(wish.edit)
  const about = { codeId, ...(patch.label !== undefined && { label: patch.label }) }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'edit-code', about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const code = ofThese(codes, codeId)
    if (patch.label !== undefined) refuseSameLabel(codes, code.parentId, patch.label, codeId)
    await ledger.update('code', codeId, patch)
  })
}

function patchOf({ label, color, definition, whenToUse, whenNot, example }: Partial<CodeEdit>) {
  return {
    ...(label !== undefined && { label: toName(label) }),
    ...(color !== undefined && { color }),
    ...(definition !== undefined && { definition: toNote(definition) }),
    ...(whenToUse !== undefined && { when_to_use: toNote(whenToUse) }),
    ...(whenNot !== undefined && { when_not: toNote(whenNot) }),
    ...(example !== undefined && { example: toNote(example) }),
  }
}

/** The code among a project's, or the refusal that it is not there. */
export function ofThese(codes: readonly Code[], codeId: number): Code {
  const code = codes.find((one) => one.id === codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  return code
}

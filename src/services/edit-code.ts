import type { Code } from '../domain/code.ts'
import { refuseSameLabel } from '../domain/codebook.ts'
import { toName, toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

export type CodeEdit = { label: string; color: number | null; definition: string; whenToUse: string; whenNot: string; example: string }

/** Change what a code is called and how it is to be used. Refused where a sibling has the label. */
export async function editCode(house: House, wish: { projectId: number; coderId: number; codeId: number; edit: CodeEdit }): Promise<void> {
  const { edit, codeId } = wish
  const patch = {
    label: toName(edit.label),
    color: edit.color,
    definition: toNote(edit.definition),
    when_to_use: toNote(edit.whenToUse),
    when_not: toNote(edit.whenNot),
    example: toNote(edit.example),
  }
  const about = { codeId, label: patch.label }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'edit-code', about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const code = ofThese(codes, codeId)
    refuseSameLabel(codes, code.parentId, patch.label, codeId)
    await ledger.update('code', codeId, patch)
  })
}

/** The code among a project's, or the refusal that it is not there. */
export function ofThese(codes: readonly Code[], codeId: number): Code {
  const code = codes.find((one) => one.id === codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  return code
}

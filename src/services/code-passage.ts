import type { Coding } from '../domain/coding.ts'
import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { ensureQuotation, findSameCoding } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { insertCode } from './create-code.ts'
import { draftIn, insertCoding } from './place-coding.ts'
import { theCode } from './the-code.ts'

/** `versionId`: the text in which the passage was selected, where it may be another than the one that holds. `fresh`: a code to be made first, last below its parent; no label: the selected words are its name (in vivo). `memo`: a note on each coding made. */
export type CodePassage = {
  projectId: number
  sourceId: number
  codeIds: readonly number[]
  coderId: number
  selection: Span
  versionId?: number | undefined
  fresh?: { label: string; parentId: number | null } | undefined
  memo?: string | undefined
}

/** Apply one code or several to a passage of a source, on behalf of one coder, as one act. Refused where all of them stand already. */
export async function codePassage(house: House, wish: CodePassage): Promise<Coding[]> {
  if (wish.codeIds.length === 0 && !wish.fresh) throw new Refusal('invalid', 'refusal.no-code')
  const about = aboutOf(wish)
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'code-passage', about }, async (ledger) => {
    const { source, span, text } = await draftIn(ledger, wish.projectId, wish.sourceId, wish.selection, wish.versionId)
    const codeIds = wish.fresh ? [...wish.codeIds, await makeCode(ledger, wish.projectId, wish.fresh, text.slice(span.start, span.end))] : wish.codeIds
    const codings = await applyCodes(ledger, { ...wish, codeIds }, { id: await ensureQuotation(ledger, source.id, span), span })
    for (const { id } of codings) await note(ledger, wish, id)
    if (source.status === 'not started') await ledger.update('source', source.id, { status: 'in work' })
    return codings
  })
  return result
}

function aboutOf({ sourceId, codeIds, fresh }: CodePassage) {
  const count = codeIds.length + (fresh ? 1 : 0)
  return codeIds[0] === undefined ? { sourceId, count, label: fresh?.label ?? '' } : { sourceId, codeId: codeIds[0], count }
}

/** UTF-16 units at most of a code that is named by the words it is put on, cut between words. */
const IN_VIVO = 60

function makeCode(ledger: Ledger, projectId: number, fresh: { label: string; parentId: number | null }, words: string): Promise<number> {
  const label = fresh.label.trim() || (words.length > IN_VIVO ? `${words.slice(0, IN_VIVO).replace(/\s+\S*$/, '')}…`.toWellFormed() : words)
  return insertCode(ledger, { projectId, parentId: fresh.parentId, label })
}

async function note(ledger: Ledger, { projectId, coderId, memo }: CodePassage, codingId: number): Promise<void> {
  const text = toNote(memo ?? '')
  if (text === '') return
  const row = { guid: crypto.randomUUID(), project_id: projectId, target_kind: 'coding', target_id: codingId, coder_id: coderId, text } as const
  await ledger.insert('memo', { ...row, made_at: new Date().toISOString() })
}

async function applyCodes(ledger: Ledger, { projectId, sourceId, codeIds, coderId }: CodePassage, quotation: { id: number; span: Span }): Promise<Coding[]> {
  const codings: Coding[] = []
  let label = ''
  for (const codeId of new Set(codeIds)) {
    const code = await theUsableCode(ledger, projectId, codeId)
    label = code.label
    if (await findSameCoding(ledger.trx, quotation.id, codeId, coderId)) continue
    const coding = { quotationId: quotation.id, codeId, coderId, madeBy: 'person', madeAt: new Date().toISOString() } as const
    codings.push({ ...coding, sourceId, span: quotation.span, id: await insertCoding(ledger, coding) })
  }
  if (codings.length === 0) throw new Refusal('conflict', 'refusal.already-coded', { label })
  return codings
}

/** A code of this project that may be used. */
export async function theUsableCode(ledger: Ledger, projectId: number, codeId: number) {
  const code = await theCode(ledger.trx, projectId, codeId)
  if (code.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: code.label })
  return code
}

import { createHash } from 'node:crypto'
import type { ActAbout, ActKind } from '../domain/act.ts'
import type { FindingState } from '../domain/finding.ts'
import type { SynthesisPlace } from '../domain/framework.ts'
import { idsOf } from '../domain/ids-of.ts'
import type { Cell } from '../domain/memo.ts'
import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodingsById } from '../storage/codings.ts'
import { listEvidenceOf } from '../storage/evidence.ts'
import { ensureFinding, findFinding, findFindingAt, hasCell, hasTopic, listQuestionTexts, removeFindingIfUnused } from '../storage/findings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listAttributes } from '../storage/study-cases.ts'
import { findSynthesis } from '../storage/syntheses.ts'
import { theCoding } from './the-coding.ts'

type Who = { projectId: number; coderId: number }
/** What another wrote since the writer began: nothing was kept, and this stands. */
export type Overtaken = { overtaken: { text: string; by: string | null; at: string | null } }
/** `seen`: the mark of the words that stood there when the writer began (`markOf`); none where it does not matter. */
type Written = { text: string; seen?: string | undefined }

/** A short mark of some words, by which it is known whether they still are the same. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Write what a case says of a theme or a question, and judge it. What another wrote meanwhile is not written over: it is told instead. */
export async function writeFinding(house: House, wish: Who & { cell: Cell; state: FindingState | null } & Written): Promise<Overtaken | undefined> {
  const text = toNote(wish.text)
  return inCell(house, wish, 'write-finding', async (ledger, cell) => {
    const before = await findFinding(ledger.trx, cell)
    if (isOvertaken(before?.summary ?? '', text, wish.seen)) return told(before?.summary ?? '', before)
    if ((before?.summary ?? '') === text && (before?.state ?? null) === wish.state) return undefined
    const id = await ensureFinding(ledger, cell)
    await ledger.update('finding', id, { summary: text, state: wish.state, ...by(wish) })
    await removeFindingIfUnused(ledger, id)
    return undefined
  })
}

/** Pick a quotation as evidence in a cell, by a coding on it, or pick it no more. */
export async function pickEvidence(house: House, wish: Who & { cell: Cell; codingId: number; picked: boolean }): Promise<void> {
  await inCell(house, wish, wish.picked ? 'pick-evidence' : 'drop-evidence', async (ledger, cell) => {
    const coding = await theCoding(ledger.trx, wish.projectId, wish.codingId)
    const known = await findFindingAt(ledger.trx, cell)
    const rows = known === undefined ? [] : await listEvidenceOf(ledger.trx, [known])
    const picked = await listCodingsById(ledger.trx, wish.projectId, new Set(rows.map(({ codingId }) => codingId)))
    const onSame = new Set(idsOf(picked.filter(({ quotationId }) => quotationId === coding.quotationId)))
    const same = rows.filter(({ codingId }) => onSame.has(codingId))
    if (wish.picked === same.length > 0) return undefined
    const id = await ensureFinding(ledger, cell)
    if (wish.picked) await ledger.insert('finding_evidence', { finding_id: id, coding_id: coding.id })
    for (const row of same) await ledger.remove('finding_evidence', row.id)
    await removeFindingIfUnused(ledger, id)
    return undefined
  })
}

/** Draw together what the cases say of a topic, all of them or a group's. What another wrote meanwhile is not written over. */
export async function writeSynthesis(house: House, wish: Who & { place: SynthesisPlace } & Written): Promise<Overtaken | undefined> {
  const { projectId, coderId, place } = wish
  const text = toNote(wish.text)
  const about = { ...(place.codeId !== null && { codeId: place.codeId }), label: await questionLabel(house, place.questionId) }
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'write-synthesis', about }, async (ledger) => {
    if (!(await hasTopic(ledger.trx, projectId, place)) || !(await isGroupOf(ledger, projectId, place.attributeId)))
      throw new Refusal('not-found', 'refusal.no-cell')
    const before = await findSynthesis(ledger.trx, projectId, place)
    if (isOvertaken(before?.text ?? '', text, wish.seen)) return told(before?.text ?? '', before)
    if ((before?.text ?? '') === text) return undefined
    const row = { text, written_by: coderId, written_at: new Date().toISOString() }
    const where = { project_id: projectId, code_id: place.codeId, question_id: place.questionId, attribute_id: place.attributeId, group_label: place.group }
    if (before) await ledger.update('synthesis', before.id, row)
    else await ledger.insert('synthesis', { guid: crypto.randomUUID(), ...where, ...row })
    return undefined
  })
  return result
}

/** The words stand otherwise than when the writer began, and not as the writer has them now. */
function isOvertaken(stored: string, text: string, seen: string | undefined): boolean {
  return seen !== undefined && seen !== markOf(stored) && stored !== text
}

function told(text: string, of: { writtenBy: string | null; writtenAt: string | null } | undefined): Overtaken {
  return { overtaken: { text, by: of?.writtenBy ?? null, at: of?.writtenAt ?? null } }
}

function by({ coderId }: Who) {
  return { written_by: coderId, written_at: new Date().toISOString() }
}

async function inCell<T>(house: House, wish: Who & { cell: Cell }, kind: ActKind, work: (ledger: Ledger, cell: Cell) => Promise<T>): Promise<T> {
  const { projectId, coderId, cell } = wish
  const label = await questionLabel(house, cell.questionId)
  const about: ActAbout = { caseId: cell.caseId, ...(cell.codeId === null ? { label } : { codeId: cell.codeId }) }
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind, about }, async (ledger) => {
    if (!(await hasCell(ledger.trx, projectId, cell))) throw new Refusal('not-found', 'refusal.no-cell')
    return work(ledger, cell)
  })
  return result
}

async function questionLabel(house: House, questionId: number | null): Promise<string> {
  return questionId === null ? '' : ((await listQuestionTexts(house.write, [questionId])).get(questionId)?.text ?? '')
}

async function isGroupOf(ledger: Ledger, projectId: number, attributeId: number | null): Promise<boolean> {
  return attributeId === null || (await listAttributes(ledger.trx, projectId)).some((one) => one.id === attributeId)
}

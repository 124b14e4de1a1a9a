import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** A code that a coder keeps at hand. */
export type Pin = { id: number; codeId: number; position: number }

/** The codes of a project that a coder keeps at hand, in the coder's order. Those out of use are not shown, and come back with their code. */
export async function listPins(db: Db, projectId: number, coderId: number): Promise<Pin[]> {
  return db
    .selectFrom('pinned_code')
    .innerJoin('code', 'code.id', 'pinned_code.code_id')
    .select(['pinned_code.id', 'pinned_code.code_id as codeId', 'pinned_code.position'])
    .where('code.project_id', '=', projectId)
    .where('pinned_code.coder_id', '=', coderId)
    .where('code.retired_at', 'is', null)
    .orderBy('pinned_code.position')
    .orderBy('pinned_code.id')
    .execute()
}

/** Whoever pinned one code has the other pinned instead, at the same place; who had both keeps the other where it is. */
export async function movePins(ledger: Ledger, codeId: number, intoId: number): Promise<void> {
  const pins = await ledger.trx.selectFrom('pinned_code').select(['id', 'coder_id', 'code_id']).where('code_id', 'in', [codeId, intoId]).orderBy('id').execute()
  const there = new Set(pins.filter((pin) => pin.code_id === intoId).map((pin) => pin.coder_id))
  for (const pin of pins) {
    if (pin.code_id === intoId) continue
    if (there.has(pin.coder_id)) await ledger.remove('pinned_code', pin.id)
    else await ledger.update('pinned_code', pin.id, { code_id: intoId })
  }
}

/** Nobody has the code pinned any more. */
export async function removePins(ledger: Ledger, codeId: number): Promise<void> {
  const pins = await ledger.trx.selectFrom('pinned_code').select('id').where('code_id', '=', codeId).orderBy('id').execute()
  for (const pin of pins) await ledger.remove('pinned_code', pin.id)
}

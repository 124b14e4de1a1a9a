import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** The codes that questions are linked to, in the order in which they were linked. */
export async function listThemesOf(db: Db, questionIds: readonly number[]): Promise<number[]> {
  if (questionIds.length === 0) return []
  const rows = await db.selectFrom('question_theme').select('code_id').where('question_id', 'in', questionIds).orderBy('id').execute()
  return rows.map((row) => row.code_id)
}

/** Link the questions of one code to another instead; where it has the question already, one link is enough. */
export async function moveQuestions(ledger: Ledger, codeId: number, intoId: number): Promise<void> {
  const links = await ledger.trx.selectFrom('question_theme').selectAll().where('code_id', 'in', [codeId, intoId]).orderBy('id').execute()
  const there = new Set(links.filter((link) => link.code_id === intoId).map((link) => link.question_id))
  for (const link of links) {
    if (link.code_id === intoId) continue
    if (there.has(link.question_id)) await ledger.remove('question_theme', link.id)
    else await ledger.update('question_theme', link.id, { code_id: intoId })
  }
}

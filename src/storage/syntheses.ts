import type { Synthesis, SynthesisPlace } from '../domain/framework.ts'
import type { Ledger } from './ledger.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

type StoredSynthesis = Synthesis & { readonly id: number }

function syntheses(db: Db) {
  return db
    .selectFrom('synthesis')
    .innerJoin('coder', 'coder.id', 'synthesis.written_by')
    .select(['synthesis.id', 'code_id as codeId', 'question_id as questionId', 'attribute_id as attributeId', 'group_label as group'])
    .select(['synthesis.text', 'coder.name as writtenBy', 'written_at as writtenAt'])
}

/** What is drawn together in a project; places where it was taken away again are left out. */
export async function listSyntheses(db: Db, projectId: number): Promise<StoredSynthesis[]> {
  return syntheses(db).where('project_id', '=', projectId).where('text', '<>', '').orderBy('synthesis.id').execute()
}

/** What is drawn together at one place: of a theme or question, and a group of cases or all. Its row stays when its words are taken away. */
export async function findSynthesis(db: Db, projectId: number, place: SynthesisPlace): Promise<StoredSynthesis | undefined> {
  const { codeId, questionId, attributeId, group } = place
  const query = syntheses(db).where('project_id', '=', projectId).where('group_label', '=', group)
  const ofGroup = attributeId === null ? query.where('attribute_id', 'is', null) : query.where('attribute_id', '=', attributeId)
  return (codeId === null ? ofGroup.where('question_id', '=', questionId) : ofGroup.where('code_id', '=', codeId)).executeTakeFirst()
}

/** Of a code, of questions, or of the groups of an attribute. */
export async function listSynthesisIds(db: Db, of: { codeId: number } | { questionIds: readonly number[] } | { attributeId: number }): Promise<number[]> {
  const query = db.selectFrom('synthesis').select('id')
  const rows = await ('codeId' in of
    ? query.where('code_id', '=', of.codeId)
    : 'attributeId' in of
      ? query.where('attribute_id', '=', of.attributeId)
      : query.where(among('question_id', of.questionIds))
  ).execute()
  return rows.map((row) => row.id)
}

/** Let what is drawn together of one code be of another; where both have it for the same cases, it goes after what stands. */
export async function moveSyntheses(ledger: Ledger, codeId: number, intoId: number): Promise<void> {
  const rows = await ledger.trx.selectFrom('synthesis').selectAll().where('code_id', 'in', [codeId, intoId]).orderBy('id').execute()
  for (const row of rows) {
    if (row.code_id === intoId) continue
    const there = rows.find((one) => one.code_id === intoId && one.attribute_id === row.attribute_id && one.group_label === row.group_label)
    if (!there) await ledger.update('synthesis', row.id, { code_id: intoId })
    else {
      await ledger.update('synthesis', there.id, { text: [there.text, row.text].filter(Boolean).join('\n\n') })
      await ledger.remove('synthesis', row.id)
    }
  }
}

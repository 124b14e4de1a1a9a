import { actKinds } from '../../domain/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { damaged, parsed, rowHere, type StudyIds, type StudyRow } from './remap-study.ts'

const KINDS = new Set<string>(actKinds)

/** An act of a study as it is here. Refused where the history could not say it: what it did is not known, or what it was about is nothing that acts are about. */
export function actHere(ids: StudyIds, row: StudyRow): StudyRow {
  if (!KINDS.has(`${row['kind']}`)) throw new Refusal('invalid', 'refusal.study-newer')
  for (const [key, value] of Object.entries(parsed(`${row['about']}`)))
    if (!(key === 'label' ? typeof value === 'string' : isPlain(key, value))) throw damaged()
  return { ...rowHere(ids, 'act', row), wish: null }
}

/** Ids and counts are whole numbers; what acts of older programs said besides is a word or a number. */
function isPlain(key: string, value: unknown): boolean {
  if (key === 'count' || key.endsWith('Id')) return Number.isSafeInteger(value)
  return typeof value === 'string' || typeof value === 'number'
}

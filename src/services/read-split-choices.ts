import { clause } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { listNameables } from '../storage/nameables.ts'
import type { House } from '../storage/open.ts'
import { matrixChoices } from './matrix-choices.ts'

export type SplitChoices = { attributes: Choice[]; questions: Choice[]; coders: Choice[] }
type Choice = { label: string; filter: string }

/** By what a code can be parted: what its cases are like, which question they answered, who coded. Each as a filter in text form. */
export async function readSplitChoices(house: House, projectId: number): Promise<SplitChoices> {
  const { conditions, coders } = await matrixChoices(house.read, projectId)
  const questions = await listNameables(house.read, projectId, 'question')
  const byId = (key: 'question' | 'coder', id: number) => formatFilter(clause({ key, named: { id } }))
  return {
    attributes: conditions.map(({ attribute, label, filter }) => ({ label: `${attribute}: ${label}`, filter })),
    questions: questions.map(({ id, names }) => ({ label: `${names[1]}. ${names[0]}`, filter: byId('question', id) })),
    coders: coders.map(({ id, name }) => ({ label: name, filter: byId('coder', id) })),
  }
}

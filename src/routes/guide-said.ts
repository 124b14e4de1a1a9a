import type { Context } from 'hono'
import type { AnswerGrid } from '../services/read-answers.ts'
import type { AppEnv } from '../web/env.ts'
import { filterWords } from './filter-said.ts'

/** By which rule cases stand in a guide's grid, as its pages tell it. */
export async function guideSaid(c: Context<AppEnv>, { cases, said, broken, untied }: Pick<AnswerGrid, 'cases' | 'said' | 'broken' | 'untied'>) {
  return {
    n: cases.length,
    without: cases.filter(({ sourceIds }) => sourceIds.length === 0).length,
    sentence: said ? await filterWords(c, said) : '',
    broken,
    untied: untied.map(({ name }) => name),
  }
}

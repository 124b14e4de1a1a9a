import { Refusal } from '../../domain/refusal.ts'
import type { Table } from '../../domain/table.ts'
import type { WordOrder } from '../../domain/word-list.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { nameCloud, readCloudChoices } from '../cloud-choices.ts'
import { cloudRequestOf } from '../cloud-wish.ts'
import { countWordList } from '../count-words.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'

/** A row a word: its forms and its numbers in each group, with what they are of; of two groups also log-likelihood and log ratio. */
async function wordTable(db: Db, input: ExportInput): Promise<Table> {
  const { project, language, options } = input
  if (options['of'] === 'codes') throw new Refusal('invalid', 'refusal.words-of')
  const request = { ...(await cloudRequestOf(db, input)), from: 'words' as const }
  const order: WordOrder = request.beside ? 'keyness' : 'count'
  const { words, groups, unit } = await countWordList(db, { projectId: project.id, request, order, ...(input.veiling && { isName: input.veiling.veil.bears }) })
  const choices = await readCloudChoices(db, project.id)
  const names = groups.map(({ group }) => nameCloud(sayIn(language), choices, request, group))
  const one = groups.length === 1
  const columns = groups.flatMap((_, at) => {
    const of = (what: string) => (one ? what : `${what} (${names[at]})`)
    return [of('times'), of('per_thousand'), of('words_in_all'), of(unit === 'case' ? 'cases' : 'sources'), of('base')]
  })
  const rows = words.map(({ word, forms, sides, likelihood, ratio }) => [
    word,
    forms.join(' '),
    ...sides.flatMap(({ count, perThousand, units }, at) => [count, rounded(perThousand), groups[at]!.total, units, groups[at]!.of]),
    ...(one ? [] : [likelihood === null ? null : rounded(likelihood), ratio === null ? null : rounded(ratio)]),
  ])
  return { name: 'words', columns: ['word', 'forms', ...columns, ...(one ? [] : ['log_likelihood', 'log_ratio'])], rows }
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

export const wordsMakers = tableMakers('words', wordTable)

import type { Exportable } from '../domain/export-format.ts'

const VEILED = ['pseudonyms', 'attributes', 'coder-names', 'all-the-same']
const CLOUD = ['filter', 'of', 'question', 'group', 'beside', 'run', 'least', 'without']

/**
 * What each file reads of the options, beside those of names: another would change nothing in it, and is refused before somebody believes that it did.
 * Those that are not here take any.
 */
const read: { readonly [W in Exportable]?: readonly string[] } = {
  matrix: ['filter', 'rows', 'columns', 'values', 'of', 'cuts', 'row-cuts'],
  framework: ['filter', 'topics', 'rows', 'guide', 'by'],
  grid: ['filter', 'guide'],
  frequencies: ['filter', 'split', 'cuts'],
  'co-occurrence': ['filter', 'relation', 'words', 'codes'],
  saturation: ['filter', 'order'],
  coverage: ['filter'],
  comparison: ['filter', 'by', 'against', 'cuts', 'codes', 'of'],
  bases: ['filter', 'chain', 'kind'],
  'word-cloud': [...CLOUD, 'weigh'],
  words: CLOUD,
  answers: [],
  codebook: [],
  cases: [],
  sources: [],
  project: [],
}
const ofCharts: Readonly<Record<string, readonly string[]>> = { bars: ['filter'], states: ['filter'], heat: ['filter', 'by', 'cuts'] }

/** The first of some options that a file reads nothing of, with those that it reads; undefined where it reads all. `chart`: its name, where it is a chart. */
export function findUnread(what: string, chart: string | undefined, given: readonly string[]): { option: string; options: readonly string[] } | undefined {
  const options = what === 'chart' ? ofCharts[chart ?? ''] : read[what as Exportable]
  const option = options && given.find((one) => !options.includes(one) && !VEILED.includes(one))
  return options && option !== undefined ? { option, options } : undefined
}

import { attributeSide } from '../../domain/case-groups.ts'
import { drawComparison } from '../../domain/draw-comparison.ts'
import { cutsIn } from '../../domain/numbers-in.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import type { Interval } from '../../domain/wilson.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { drawnShare, sayComparison } from '../../texts/chart-sentences.ts'
import { codesWished } from '../code-wish.ts'
import { type Comparison, comparedOfs, pictured, readComparison } from '../comparison.ts'
import { chartOf, drawingMakers } from './drawing-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import type { Worded } from './veil-export.ts'

/** Options: `by` (attribute:NAME, or the name alone), `against` (which group, from 1), `cuts` (numbers with semicolons between), `codes` (as `codesWished` reads them), `of` (yes, quoted). Nothing to compare without `by`. */
async function counted(db: Db, { project, filter, options }: ExportInput): Promise<Comparison> {
  const by = options['by'] || ''
  if (by === '') return { groups: [], against: 1, themes: [] }
  const against = Number(options['against'] || 1)
  const of = comparedOfs.find((one) => one === (options['of'] || 'yes'))
  if (!of) throw new Refusal('invalid', 'refusal.compare-of', { name: options['of']! })
  if (!Number.isInteger(against)) throw new Refusal('invalid', 'refusal.compare-against')
  const read = await readComparison(db, {
    projectId: project.id,
    filter,
    by: attributeSide(by),
    against,
    cuts: cutsIn(options['cuts'] ?? ''),
    codes: await codesWished(db, project.id, options['codes'] ?? '', 'themes'),
    of,
  })
  if (against < 1 || against > Math.max(1, read.groups.length)) throw new Refusal('invalid', 'refusal.compare-against-none', { n: read.groups.length })
  return read
}

/** A theme and group a row. Shares and bounds are between 0 and 1; the difference is to the group that is held against, empty in its own row. `not_judged` are in the base of a share; of whom nobody is judged there is none. */
async function comparisonTable(db: Db, input: ExportInput): Promise<Table> {
  const { groups, themes, against } = await counted(db, input)
  const rows = themes.flatMap(({ code, basis, of, groups: shares }) =>
    shares.map(({ said, base, unjudged, interval, difference }, at): TableCell[] => [
      code.path,
      groups[at]!.label ?? '',
      of,
      said,
      base,
      basis,
      ...numbersOf(interval),
      groups[against - 1]!.label ?? '',
      ...numbersOf(difference),
      of === 'yes' ? unjudged : null,
    ]),
  )
  return {
    name: 'comparison',
    columns: [
      'theme',
      'group',
      'counted',
      'cases',
      'base',
      'base_is',
      'share',
      'low',
      'high',
      'against',
      'difference',
      'difference_low',
      'difference_high',
      'not_judged',
    ],
    rows,
  }
}

function numbersOf(interval: Interval | null): TableCell[] {
  return interval ? [interval.share, interval.low, interval.high] : [null, null, null]
}

async function drawn(db: Db, input: ExportInput, put: Worded['put']) {
  const say = sayIn(input.language)
  const counts = worn(await counted(db, input), put)
  const themes = pictured(counts.themes).map(({ code, groups }) => ({
    ...code,
    groups: groups.map((one, at) => ({
      label: counts.groups[at]!.label ?? say('matrix.no-value'),
      interval: one.interval,
      ...drawnShare(say, one),
      opens: undefined,
    })),
  }))
  const said = sayComparison(say, { by: put((input.options['by'] ?? '').replace(/^attribute:/, '')), counts })
  return chartOf(input, drawComparison(themes, 'wide', said.axis), said, put)
}

/** With its themes and groups called as they are drawn. */
function worn(counts: Comparison, put: Worded['put']): Comparison {
  const themes = counts.themes.map((theme) => ({ ...theme, code: { ...theme.code, label: put(theme.code.label) } }))
  return { ...counts, themes, groups: counts.groups.map((group) => ({ ...group, label: group.label && put(group.label) })) }
}

export const comparisonMakers = { ...tableMakers('comparison', comparisonTable), ...drawingMakers('comparison', drawn) }

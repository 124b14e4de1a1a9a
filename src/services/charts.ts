import { type CasePart, isUnknown, saidOf, unjudgedOf } from '../domain/case-parts.ts'
import { type Chart, type ChartCell, type ChartLink, type ChartName, chartNames } from '../domain/chart.ts'
import { drawBars } from '../domain/draw-bars.ts'
import { columnsIn, drawHeat } from '../domain/draw-heat.ts'
import { drawStates, isOutsideToScale, type StateForm, stateForms } from '../domain/draw-states.ts'
import { stepsFor } from '../domain/heat.ts'
import { cellStates } from '../domain/matrix.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Db } from '../storage/schema.ts'
import type { Say } from '../texts/catalogue.ts'
import { shareSaid } from '../texts/chart-sentences.ts'
import { sayPart } from '../texts/denominator-sentences.ts'
import { filterOfIds, linkOfPart } from './chart-filters.ts'
import { type Frequencies, readFrequencies, type ThemeFrequency } from './frequencies.ts'
import { readMatrix } from './matrix.ts'

/** `by`: attribute:NAME, for the heat map; else its columns are the cases. */
export type ChartWish = { projectId: number; name: string; filter: string; by: string; cuts?: readonly number[] }

/** A chart of the project with its table; its numbers are those of the frequencies and of the matrix. Refuses a name that none has. `put`: what every label goes through before it is drawn. */
export async function readChart(db: Db, wish: ChartWish, say: Say, put: (label: string) => string = (label) => label): Promise<Chart> {
  if (!chartNames.includes(wish.name as ChartName))
    throw new Refusal('invalid', 'refusal.chart', { name: wish.name, names: [...chartNames, 'comparison', 'saturation'].join(', ') })
  if (wish.name === 'heat') return heatChart(db, wish, say, put)
  const read = await readFrequencies(db, { projectId: wish.projectId, filter: wish.filter, split: '' })
  const counts = { ...read, themes: read.themes.map((theme) => ({ ...theme, code: { ...theme.code, label: put(theme.code.label) } })) }
  return wish.name === 'bars' ? barsChart(counts, wish, say) : statesChart(counts, wish, say)
}

/** Those who say yes, where anybody of the theme is judged; else those with a quotation. Without a base, or where nobody in it is judged, they are no share of it. */
function saying({ whole }: ThemeFrequency) {
  const part: CasePart = whole.judged ? 'yes' : 'quoted'
  const [n, of, unjudged] = [saidOf(whole), whole.base, unjudgedOf(whole)]
  return { n, of, part, unjudged, unknown: isUnknown(whole), share: of === 0 || isUnknown(whole) ? null : n / of }
}
type Saying = ReturnType<typeof saying>

function barsChart(counts: Frequencies, { filter }: ChartWish, say: Say): Chart {
  const judged = counts.themes.some(({ whole }) => whole.judged)
  // One measure a chart: who says yes is drawn of themes that anybody is judged on, and the others are told.
  const bars = counts.themes.filter(({ whole }) => whole.judged === judged).map((theme) => ({ theme, ...saying(theme) }))
  const others = counts.themes.filter(({ whole }) => whole.judged !== judged).map(({ code }) => code.label)
  const said = ({ n, of, unjudged, unknown }: Saying) => shareSaid(say, { said: n, base: of, unjudged, unknown })
  const drawn = bars.map((one) => {
    const { count, beside } = said(one)
    return { ...one.theme.code, share: one.share, said: count, unjudged: one.unjudged > 0 ? { share: one.unjudged / one.of, said: beside } : undefined }
  })
  const waiting = bars.filter(({ unjudged }) => unjudged > 0)
  const links = bars.map(({ theme, part }) => linkOfPart(filter, theme, part, theme.whole.units))
  return {
    name: 'bars',
    title: say(judged ? 'chart.bars-yes' : 'chart.bars'),
    base: [
      baseOf({ ...counts, themes: bars.map(({ theme }) => theme) }, say),
      waiting.length > 0
        ? say('chart.unjudged', {
            themes: waiting.map(({ theme, unjudged, of }) => `${theme.code.label} ${say('compare.said', { said: unjudged, base: of })}`).join(', '),
          })
        : '',
      others.length > 0 ? say('chart.not-judged', { themes: others.join(', ') }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    description: bars.map((one) => `${one.theme.code.label}: ${said(one).whole}`).join('; '),
    drawings: { wide: drawBars(drawn, 'wide'), narrow: drawBars(drawn, 'narrow') },
    columns: ['theme', 'cases', 'base', 'base_is', 'share', ...(judged ? ['not_judged'] : [])],
    heads: [
      say('freq.theme'),
      say(judged ? 'super.side-yes' : 'freq.cases'),
      say('chart.base'),
      say('chart.base-is'),
      say('chart.share'),
      ...(judged ? [say('chart.not-judged-head')] : []),
    ],
    rows: bars.map(({ theme, n, of, share, unjudged }, at) => [
      { value: theme.code.path },
      { value: n, opens: links[at] },
      { value: of },
      { value: theme.basis },
      { value: share },
      ...(judged ? [{ value: unjudged }] : []),
    ]),
    links: new Map(links.flatMap((link, at) => (link ? [[`${at}`, link] as const] : []))),
  }
}

function statesChart(counts: Frequencies, { filter }: ChartWish, say: Say): Chart {
  const judged = counts.themes.some(({ whole }) => whole.judged)
  const forms = counts.themes.map((theme) => ({ theme, counts: theme.whole.parts }))
  const words = Object.fromEntries(stateForms.map((form) => [form, sayPart(form, { judged, n: 1, say })])) as Record<StateForm, string>
  const drawn = forms.map(({ theme, counts: of }) => ({
    ...theme.code,
    counts: of,
    said: theme.whole.base === 0 ? say('compare.no-base') : say(theme.basis === 'asked' ? 'chart.asked' : 'chart.with-source', { n: theme.whole.base }),
  }))
  const linkOf = (theme: ThemeFrequency, form: StateForm): ChartLink | undefined => linkOfPart(filter, theme, form, theme.whole.units)
  const used = stateForms.filter((form) => forms.some(({ counts: of }) => of[form] > 0))
  return {
    name: 'states',
    title: say('chart.states'),
    base: [baseOf(counts, say), isOutsideToScale(drawn) ? '' : say('chart.outside-boxes')].filter(Boolean).join(' '),
    description: forms
      .map(
        ({ theme, counts: of }) =>
          `${theme.code.label}: ${used
            .filter((form) => of[form] > 0)
            .map((form) => `${of[form]} ${words[form]}`)
            .join(', ')}`,
      )
      .join('; '),
    drawings: { wide: drawStates(drawn, words, 'wide'), narrow: drawStates(drawn, words, 'narrow') },
    columns: ['theme', ...used.map((form) => form.replace('-', '_')), 'base'],
    heads: [say('freq.theme'), ...used.map((form) => words[form]), say('chart.base')],
    rows: forms.map(({ theme, counts: of }): ChartCell[] => [
      { value: theme.code.path },
      ...used.map((form) => ({ value: of[form], opens: linkOf(theme, form) })),
      { value: theme.whole.base },
    ]),
    links: new Map(
      forms.flatMap(({ theme }, at) =>
        used.flatMap((form): [string, ChartLink][] => {
          const link = linkOf(theme, form)
          return link ? [[`${at}.${form}`, link]] : []
        }),
      ),
    ),
  }
}

async function heatChart(db: Db, { projectId, filter, by, cuts = [] }: ChartWish, say: Say, put: (label: string) => string): Promise<Chart> {
  const matrix = await readMatrix(db, { projectId, filter, rows: 'themes', columns: by || 'cases', value: 'quotations', cuts })
  // A case without a source has nothing that could be quoted: hundreds of a survey would push out those that were talked with.
  const shown = [...matrix.columns.keys()].filter((column) => by !== '' || matrix.columns[column]!.base.of > 0)
  const without = matrix.columns.length - shown.length
  const columns = shown.map((column) => matrix.columns[column]!.label).map((label) => (label === null ? say('matrix.no-value') : put(label)))
  const width = columns.length
  const numberAt = (row: number, column: number) => {
    const cell = row * matrix.columns.length + shown[column]!
    const n = matrix.cells.quotations[cell]!
    return n > 0 || cellStates[matrix.cells.states[cell]!] === 'counted' ? n : null
  }
  const rows = matrix.rows.map((row, at) => ({ ...row.code!, label: put(row.label ?? ''), cells: columns.map((_, column) => numberAt(at, column)) }))
  const steps = stepsFor([...matrix.cells.quotations])
  const linkOf = (row: number, column: number): ChartLink | undefined =>
    (numberAt(row, column) ?? 0) > 0
      ? { page: 'quotations', filter: filterOfIds(filter, matrix.rows[row]!.code!.id, matrix.columns[shown[column]!]!.caseIds ?? []) }
      : undefined
  const left = width - columnsIn('wide')
  const cells = rows.flatMap((_, row) => columns.map((_, column) => [row, column] as const))
  return {
    name: 'heat',
    title: by ? say('chart.heat-by', { by: put(by.replace(/^attribute:/, '')) }) : say('chart.heat'),
    base: [
      say('chart.heat-base', { n: matrix.total.quotations, cases: matrix.withSource }),
      without > 0 ? say('chart.heat-without', { n: without }) : '',
      left > 0 ? say('chart.heat-left', { n: left }) : '',
    ]
      .filter(Boolean)
      .join(' '),
    description: rows.map(({ label, cells }) => `${label}: ${cells.map((n, at) => `${columns[at]} ${n ?? '–'}`).join(', ')}`).join('; '),
    drawings: { wide: drawHeat(rows, columns, steps, 'wide'), narrow: drawHeat(rows, columns, steps, 'narrow') },
    columns: ['theme', ...columns],
    heads: [say('freq.theme'), ...columns],
    rows: rows.map((row, at): ChartCell[] => [{ value: row.path }, ...row.cells.map((value, column) => ({ value, opens: linkOf(at, column) }))]),
    links: new Map(
      cells.flatMap(([row, column]): [string, ChartLink][] => {
        const link = linkOf(row, column)
        return link ? [[`${row}.${column}`, link]] : []
      }),
    ),
  }
}

function baseOf({ cases, withSource, themes }: Frequencies, say: Say): string {
  const bases = themes.map(({ whole }) => whole.base)
  const [low, high] = [Math.min(...bases, cases), Math.max(...bases, 0)]
  // Nobody was asked of a theme that no question belongs to: its base is those with a source.
  const asked = themes.every(({ basis }) => basis === 'asked')
  const key = asked ? (low === high ? 'chart.base-note-one' : 'chart.base-note') : low === high ? 'chart.base-note-any-one' : 'chart.base-note-any'
  return say(key, { cases, source: withSource, low, high })
}

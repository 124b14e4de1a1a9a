import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseParts } from '../../src/domain/case-parts.ts'
import { chartNames } from '../../src/domain/chart.ts'
import type { StateForm } from '../../src/domain/draw-states.ts'
import { formMarks, stateForms } from '../../src/domain/draw-states.ts'
import { listCasesBehind } from '../../src/services/case-bases.ts'
import { filterOfIds, linkOfPart } from '../../src/services/chart-filters.ts'
import { readChart } from '../../src/services/charts.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { readerFor } from '../../src/web/reader.ts'
import { openTestHouse } from '../support/house.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const say = sayIn('en')
const asked = anyStudy.chain((study) => fc.record({ study: fc.constant(study), filter: anyFilterText(study.parents.length) }))

test('the numbers of a chart are those of the frequencies, of the lists that they open, and every case stands under one form', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filter }) => {
      const { projectId } = await keepStudy(house, study)
      const { themes, cases } = await readFrequencies(house.read, { projectId, filter, split: '' })
      const chart = (name: string) => readChart(house.read, { projectId, name, filter, by: '' }, say)
      const bars = await chart('bars')
      const judged = themes.some(({ whole }) => whole.judged)
      const drawn = themes.filter(({ whole }) => whole.judged === judged)
      expect(bars.rows.map(([, n, base]) => [n!.value, base!.value])).toEqual(
        drawn.map(({ whole }) => [judged ? whole.parts.yes : whole.parts.quoted, whole.base]),
      )
      for (const { code } of themes.filter(({ whole }) => whole.judged !== judged)) expect(bars.base).toContain(code.label)
      const states = await chart('states')
      for (const [at, row] of states.rows.entries()) {
        const used = states.columns.slice(1, -1).map((name) => name.replace('_', '-') as StateForm)
        expect(row.slice(1, -1).map(({ value }) => value)).toEqual(used.map((form) => themes[at]!.whole.parts[form]))
        expect(row.slice(1, -1).reduce((sum, { value }) => sum + Number(value), 0)).toBe(cases)
      }
      for (const { code, whole, judgedItself } of themes)
        for (const part of caseParts) {
          const own = whole.units.filter((unit) => unit.part === part)
          const link = linkOfPart(filter, { code, whole, judgedItself }, part, whole.units)
          if (link?.page !== 'quotations') continue
          if (own.length === whole.units.filter(({ quoted }) => quoted).length) expect(link.filter).toMatch(/case:\*$/)
          const ids = (from: string) => readQuotations(house.read, { projectId, filter: from, size: 1000 }).then((list) => list.quotations.map(({ id }) => id))
          expect(await ids(link.filter), 'a part opens just the quotations of its cases').toEqual(
            await ids(
              filterOfIds(
                filter,
                code.id,
                own.map(({ caseId }) => caseId),
              ),
            ),
          )
        }
      for (const { rows } of [states, await chart('heat')])
        for (const { value, opens } of rows.flatMap((row) => row.slice(1))) {
          if (!opens) continue
          const list = await readQuotations(house.read, { projectId, filter: opens.page === 'quotations' ? opens.filter : '', size: 1000 })
          if (opens.page === 'cases-behind')
            expect(await listCasesBehind(house.read, { projectId, filter: opens.filter, kind: '' })).toHaveLength(Number(value))
          else if (rows === states.rows) expect(list.total.quotations).toBeGreaterThan(0)
          else expect(list.total.quotations).toBe(value)
        }
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 60_000)

test('each chart is a picture complete in itself and a table, the same each time', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const { id, slug, name } = await house.read.selectFrom('project').selectAll().executeTakeFirstOrThrow()
  for (const chart of chartNames) {
    const input = { project: { id, slug, name }, filter: '', language: 'en' as const, options: { name: chart, by: chart === 'heat' ? 'attribute:region' : '' } }
    const svg = String((await findExporter('chart', 'svg')(house.read, input)).bytes)
    expect(svg).toBe(String((await findExporter('chart', 'svg')(house.read, input)).bytes))
    expect(svg).toContain('<title id="t">')
    expect(svg, 'letters are outlines').not.toContain('<text')
    expect(svg).toMatch(/<desc id="d">[^<]*\d/)
    const json = JSON.parse(String((await findExporter('chart', 'json')(house.read, input)).bytes)) as Record<string, unknown>[]
    expect(json).toHaveLength(5)
    expect(Object.keys(json[0]!)[0]).toBe('theme')
    // Who does not know is told so, as on the supervisor's page, though there are quotations too.
    if (chart === 'bars') for (const { cases, base, share } of json) expect(share, 'not rounded').toBe(Number(cases) / Number(base))
    if (chart === 'states') expect(json[1]).toMatchObject({ dont_know: 3, not_asked: 1, base: 12 })
  }
})

test('a percentage is rounded once, to one decimal, as the language writes it', () => {
  const percent = (language: 'sv' | 'en', share: number) => readerFor({ language } as Parameters<typeof readerFor>[0]).percent(share)
  expect([percent('en', 7 / 13), percent('en', 0.5), percent('sv', 7 / 13)]).toEqual(['53.8%', '50.0%', '53,8\u00a0%'])
})

test('a chart that there is none of is refused', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed: 3 })[0]!)
  await expect(readChart(house.read, { projectId, name: 'pie', filter: '', by: '' }, say)).rejects.toMatchObject({ key: 'refusal.chart' })
})

test('each part of the cases has a form of its own, but for those that nobody judged and those beside the base', () => {
  const forms = stateForms
    .filter((form) => form !== 'beside' && form !== 'waiting')
    .map((form) => JSON.stringify(formMarks(form, { x: 0, y: 0, width: 15, height: 15 })))
  const plain = forms.filter((one, at) => forms.indexOf(one) !== at)
  expect(plain).toEqual([])
})

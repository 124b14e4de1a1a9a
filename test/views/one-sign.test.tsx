import { expect, test } from 'vitest'
import { caseParts } from '../../src/domain/case-parts.ts'
import { pictured } from '../../src/services/comparison.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { sayComparison } from '../../src/texts/chart-sentences.ts'
import { sayPart } from '../../src/texts/denominator-sentences.ts'
import { headOf } from '../../views/analysis/theme-count.tsx'
import { formOf } from '../../views/analysis/unit-squares.tsx'

test('who has quotations and was not judged is drawn and called the same, whatever others were judged to say', () => {
  const say = sayIn('en')
  for (const judged of [false, true]) expect(sayPart('quoted', { judged, n: 2, say })).toBe('with quotations, not judged')
  expect(caseParts.map(formOf)).not.toContain('quoted')
  expect(formOf('quoted')).not.toBe(formOf('yes'))
})

test('a column says that it counts who says yes only where all of its rows do', () => {
  const heads = [[], [false], [true, false], [true]].map((all) => headOf(all.map((judged) => ({ whole: { judged } }))))
  expect(heads).toEqual(['freq.cases', 'freq.cases', 'freq.cases-counted', 'super.side-yes'])
})

test('a picture of groups has one measure: who says yes, of the themes that anybody is judged on, and the others by name', () => {
  const themes = [
    { code: { label: 'Sleep' }, of: 'yes' as const, groups: [] },
    { code: { label: 'Team' }, of: 'quoted' as const, groups: [] },
  ]
  const said = (some: typeof themes | [(typeof themes)[1]]) => sayComparison(sayIn('en'), { by: 'region', counts: { groups: [], themes: some } })
  expect(pictured(themes)).toEqual([themes[0]])
  expect(said(themes)).toMatchObject({ base: expect.stringContaining('nobody is judged: Team.'), description: expect.not.stringContaining('Team') })
  expect(pictured([themes[1]!])).toEqual([themes[1]])
  expect(said([themes[1]!]).base).not.toContain('judged')
})

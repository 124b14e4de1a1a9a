import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSaturation } from '../../src/domain/draw-saturation.ts'
import { saturationOf } from '../../src/domain/saturation.ts'

const sources = fc.array(
  fc.record({
    codeIds: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }).map((ids) => new Set(ids)),
    day: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 12 },
)

test('the curve never falls, ends at the codes in use, and each code is new once', () => {
  fc.assert(
    fc.property(sources, fc.constantFrom('coding' as const, 'import' as const), (some, order) => {
      const coded = some.map(({ codeIds, day }, at) => ({ sourceId: at + 1, codeIds, firstCoded: `2026-03-0${day}`, order: at }))
      const points = saturationOf(coded, order)
      const used = new Set(some.flatMap(({ codeIds }) => [...codeIds]))
      expect(points).toHaveLength(some.length)
      expect(points.at(-1)?.total ?? 0).toBe(used.size)
      expect(points.flatMap(({ fresh }) => fresh).sort()).toEqual([...used].sort())
      for (const [at, point] of points.entries()) expect(point.total).toBe((points[at - 1]?.total ?? 0) + point.fresh.length)
    }),
  )
})

test('in the order of coding, where two began at once the first imported; or as they were imported', () => {
  const one = (sourceId: number, firstCoded: string, code: number) => ({ sourceId, firstCoded, order: sourceId, codeIds: new Set([code]) })
  const coded = [one(1, '2026-03-03', 7), one(2, '2026-03-01', 7), one(3, '2026-03-03', 8), one(4, '2026-03-02', 9)]
  expect(saturationOf(coded, 'coding').map(({ sourceId, fresh }) => [sourceId, fresh])).toEqual([
    [2, [7]],
    [4, [9]],
    [1, []],
    [3, [8]],
  ])
  expect(saturationOf(coded, 'import').map(({ sourceId }) => sourceId)).toEqual([1, 2, 3, 4])
})

test('a drawing keeps within its paper, and the last total stands at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 120 }), fc.constantFrom('wide' as const, 'narrow' as const), (news, shape) => {
      const totalOf = (at: number) => news.slice(0, at + 1).reduce((sum, fresh) => sum + fresh, 0)
      const steps = news.map((fresh, at) => ({ title: `Source ${at}`, fresh, total: totalOf(at) }))
      const total = totalOf(news.length)
      const { marks, width, height } = drawSaturation(steps, { total: 'Codes', fresh: 'New', sources: 'sources' }, shape)
      for (const mark of marks) {
        if (mark.is !== 'text' && mark.is !== 'dot') continue
        expect(0 <= mark.x && mark.x <= width && 0 <= mark.y && mark.y <= height, JSON.stringify(mark)).toBe(true)
      }
      expect(marks.some((mark) => mark.is === 'text' && mark.ink === 'strong' && mark.text === `${total}`)).toBe(true)
    }),
  )
})

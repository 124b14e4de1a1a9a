import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf } from '../../src/search/rank.ts'

test('the best of some places are the first of all of them put in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.nat(70), (scores, most) => {
      const places = [...scores.keys()].filter((place) => scores[place]! > 0)
      const sorted = [...places].sort((a, b) => scores[b]! - scores[a]! || a - b)
      expect(bestOf(places, scores, most)).toEqual(sorted.slice(0, most))
    }),
  )
})

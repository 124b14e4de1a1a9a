import { expect, test } from 'vitest'
import { inNaturalOrder } from '../../src/domain/case-name.ts'

test('names stand as people count', () => {
  expect(['K10', 'K2', 'Öberg', 'K1', 'Åsmyra', 'Älvbro'].sort(inNaturalOrder)).toEqual(['K1', 'K2', 'K10', 'Åsmyra', 'Älvbro', 'Öberg'])
})

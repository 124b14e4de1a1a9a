import { expect, test } from 'vitest'
import type { Kwic } from '../../src/domain/kwic.ts'
import { sortByContext } from '../../src/domain/kwic-order.ts'

const line = (left: string, right: string) => ({ kwic: { left, key: 'flyttade', right, start: 0, end: 0, more: { left: false, right: false } } satisfies Kwic })
const lines = [line('och sedan de ', ' åter, på hösten'), line('Vi ', ' hit'), line('Till slut (vi ', ' bort'), line('', ''), line('Då Anna ', ' hit igen')]
const told = (side: 'left' | 'right') => sortByContext(lines, side, 'sv').map(({ kwic }) => kwic[side].trim())

test('by what comes after, in the letters of the language', () => {
  expect(told('right')).toEqual(['', 'bort', 'hit', 'hit igen', 'åter, på hösten'])
})

test('by what comes before, from the nearest word outwards, capitals and marks aside', () => {
  expect(told('left')).toEqual(['', 'Då Anna', 'och sedan de', 'Vi', 'Till slut (vi'])
})

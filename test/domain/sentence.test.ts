import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/domain/sentence.ts'

test('a whole interview on one line is read without a copy of it for every sentence', () => {
  const said = 'Ja, det tror jag. '.repeat(5000)
  const before = process.memoryUsage().heapUsed
  expect(sentencesOf(said, 'sv')).toHaveLength(5000)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024)
})

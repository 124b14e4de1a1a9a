import { expect, test } from 'vitest'
import { around } from '../../src/domain/around.ts'
import { repairsOf } from '../../src/domain/shown-edits.ts'

const text = 'Kommunen växer och tåget går ofta, så folk flyttar hit från staden.'
const place = { start: text.indexOf('tåget'), end: text.indexOf(' går') }

test('what stands around a place is cut between words, and says where there is more', () => {
  expect(around(text, place, 10)).toEqual({ before: '…och ', after: ' går…' })
  expect(around(text, place, 100)).toEqual({ before: 'Kommunen växer och ', after: ' går ofta, så folk flyttar hit från staden.' })
  expect(around('', { start: 0, end: 0 }, 10)).toEqual({ before: '', after: '' })
})

test('a repair is shown among whole words', () => {
  const [repair] = repairsOf(text, [{ kind: 'line-wraps', ...place, to: 'bussen' }], new Set())
  expect(repair!.edits![0]).toMatchObject({ before: 'Kommunen växer och tåget går ofta, så folk…', after: 'Kommunen växer och bussen går ofta, så folk…' })
})

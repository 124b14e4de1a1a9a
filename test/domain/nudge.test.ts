import { expect, test } from 'vitest'
import { nudge } from '../../src/domain/nudge.ts'

const text = 'Vi bor 😴 här, co-working finns.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('an edge moves by a whole word, and back again', () => {
  expect(nudge(text, at('bor'), 'end-on')).toEqual(at('bor 😴 här'))
  expect(nudge(text, at('bor 😴 här'), 'end-back')).toEqual(at('bor'))
  expect(nudge(text, at('här'), 'start-back')).toEqual(at('bor 😴 här'))
  expect(nudge(text, at('här, co-working'), 'start-on')).toEqual(at('co-working'))
})

test('it stops at the ends of the text, and keeps a last word', () => {
  expect(nudge(text, at('finns'), 'end-on')).toEqual(at('finns'))
  expect(nudge(text, at('Vi'), 'start-back')).toEqual(at('Vi'))
  expect(nudge(text, at('bor'), 'end-back')).toEqual(at('bor'))
  expect(nudge(text, at('bor'), 'start-on')).toEqual(at('bor'))
})

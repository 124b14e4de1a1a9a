import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carrier } from '../../src/domain/carry.ts'
import { diffTexts } from '../../src/services/diff-texts.ts'

/** The old text with its changes made, taking what was put in from the new one. */
function remade(old: string, now: string): string {
  let made = ''
  let at = 0
  for (const { start, end, size } of diffTexts(old, now)) {
    expect(start).toBeGreaterThanOrEqual(at)
    made += old.slice(at, start)
    made += now.slice(made.length, made.length + size)
    at = end
  }
  return made + old.slice(at)
}

/** What lies in the new text where these words of the old lay; undefined where that is unsure. */
function carriedWords(old: string, now: string, words: string): string | undefined {
  const start = old.indexOf(words)
  const carried = carrier(diffTexts(old, now))({ start, end: start + words.length })
  return carried.kind === 'carried' ? now.slice(carried.span.start, carried.span.end) : undefined
}

const word = fc.constantFrom('vi', 'flyttade', 'hit', 'i', 'maj', '😴', 'tåg', 'å\u0308', ',', '.', '\n', ' ', '  ', 'X1')
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''))

test('the changes made give the new text', () => {
  fc.assert(
    fc.property(text, text, (old, now) => void expect(remade(old, now)).toBe(now)),
    { numRuns: 1000 },
  )
})

test('what is carried with certainty begins and ends with the same words, or one for one', () => {
  const old = 'Anna: Vi flyttade hit i maj, och tåget går ofta. Det är bra.'
  expect(carriedWords(old, old.replace('tåget', 'bussen'), 'Vi flyttade hit i maj, och tåget går ofta.')).toBe('Vi flyttade hit i maj, och bussen går ofta.')
  expect(carriedWords(old, old.replace('flyttade', 'flyttad e'), 'flyttade hit')).toBe('flyttad e hit')
  expect(carriedWords(old, old.replace('Vi', 'vi'), 'Vi flyttade')).toBe('vi flyttade')
  expect(carriedWords(old, old.replace('Anna', 'Berit'), 'Anna: Vi flyttade')).toBe('Berit: Vi flyttade')
  expect(carriedWords(old, old.replace('ofta.', 'ofta nog.'), 'tåget går ofta')).toBe('tåget går ofta')
  expect(carriedWords(old, old.replace('Vi flyttade', 'Jag kom'), 'Vi flyttade hit i maj')).toBeUndefined()
  expect(carriedWords(old, old.replace('Vi flyttade hit i maj, ', ''), 'Vi flyttade hit')).toBeUndefined()
})

test('what is written anew keeps nothing for a letter in common at its ends', () => {
  const old = 'Vi bor här.\nHar ni sökt bidrag? Det har vi gjort två gånger.\nTack.'
  const now = 'Vi bor här.\nHelt andra ord står nu på den här raden.\nTack.'
  const start = old.indexOf('Har ni')
  const carry = carrier(diffTexts(old, now))
  expect(carry({ start, end: old.indexOf(' sökt') })).toEqual({ kind: 'unsure', guess: null })
  const whole = carry({ start, end: old.indexOf('\nTack') })
  const guess = whole.kind === 'unsure' && whole.guess
  expect(guess && now.slice(guess.start, guess.end)).toBe('Helt andra ord står nu på den här raden.')
  expect(carriedWords(old, old.replace('två gånger', 'tvågånger'), 'gjort två gånger.')).toBe('gjort tvågånger.')
})

test('a long text with few changes, and two that have nothing in common, are compared at once', () => {
  const lines = Array.from({ length: 6000 }, (_, n) => `Rad ${n}: vi talade om bygden och om tågen som aldrig kom i tid.`)
  const old = lines.join('\n')
  const now = lines.map((line, n) => (n % 500 === 7 ? line.replace('bygden', 'trakten') : line)).join('\n')
  const began = performance.now()
  expect(diffTexts(old, now)).toHaveLength(12)
  const other = Array.from({ length: 40_000 }, (_, n) => `x${(n * 7919) % 10_007}y`).join(' ')
  expect(diffTexts(old, other)).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(3000)
})

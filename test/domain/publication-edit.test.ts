import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, publishedWords, readPublicationEdits } from '../../src/domain/publication-edit.ts'

const said = 'Jo, det är ju så att han, alltså, aldrig har svarat på det vi skickade.'
const publish = (written: string, words = said) => publishedWords(words, readPublicationEdits(words, written))

test.each([
  ['what is left as it was has no edit', said, said],
  ['words are left out', 'Jo, … han, alltså, aldrig har svarat på det vi skickade.', 'Jo, … han, alltså, aldrig har svarat på det vi skickade.'],
  ['three dots are the same', 'Jo, ... han, alltså, aldrig har svarat ...', 'Jo, … han, alltså, aldrig har svarat …'],
  ['a word is said for another', '… att [kommunen] … aldrig har svarat …', '… att [kommunen] … aldrig har svarat …'],
  [
    'a word is put in between',
    'Jo, det är ju så att han [chefen], alltså, aldrig har svarat på det vi skickade.',
    'Jo, det är ju så att han [chefen], alltså, aldrig har svarat på det vi skickade.',
  ],
  ['a capital is put for a small letter', '[D]et är ju så att han … aldrig har svarat …', '[D]et är ju så att han … aldrig har svarat …'],
  [
    'spaces stay those of the quotation',
    'Jo,  det är ju\nså … aldrig har svarat på det vi skickade.',
    'Jo, det är ju så … aldrig har svarat på det vi skickade.',
  ],
])('%s', (_, written, published) => {
  expect(publish(written)).toBe(published)
})

test('what was transcribed with brackets or dots of its own is not an edit', () => {
  const words = 'Ja [skratt] … alltså [paus] [hostar] nej...'
  expect(readPublicationEdits(words, words)).toEqual([])
  expect(publish('Ja [skratt] … alltså [paus] nej...', 'Ja [skratt] … alltså [paus] nej...')).toBe('Ja [skratt] … alltså [paus] nej...')
  expect(publish('… nej...', words)).toBe('… nej...')
})

test.each(['Jo, det var ju så att han aldrig har svarat på det vi skickade.', `${said} Absolut.`, 'det är ju så', ''])(
  'other words are refused: %s',
  (written) => {
    expect(() => readPublicationEdits(said, written)).toThrow(expect.objectContaining({ key: 'refusal.not-said' }))
  },
)

test('a difference is the words as they were said, and as they are published', () => {
  const edits = readPublicationEdits(said, 'Jo, … [Karl] … aldrig har svarat på det vi skickade.')
  const parts = differenceOf(said, edits)
  const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text)
  expect(without('put').join('')).toBe(said)
  expect(without('cut').join('')).toBe('Jo, … [Karl] … aldrig har svarat på det vi skickade.')
})

test('law: whatever words are left out or put in, it reads back as it was written, and nothing else is altered', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '😴', 'e\u0301', '[', ']', '…', '.', '-'), minLength: 1, maxLength: 4 })
  const spaced = fc.array(word, { minLength: 2, maxLength: 12 })
  const change = fc.array(fc.constantFrom('keep', 'keep', 'cut', 'note', 'before'), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(spaced, change, (words, changes) => {
      const text = words.join(' ')
      const written = words
        .map((one, at) => (changes[at] === 'cut' ? '…' : changes[at] === 'note' ? '[x]' : changes[at] === 'before' ? `[y] ${one}` : one))
        .join(' ')
      const edits = readPublicationEdits(text, written)
      const published = publishedWords(text, edits)
      // Three dots of the speaker's own may be read as the sign for words left out: both say that something is missing.
      const asSigns = (of: string) => of.replace(/\s/g, '').replaceAll('...', '…')
      expect(asSigns(published)).toBe(asSigns(written))
      for (const [at, { start, end, put }] of edits.entries()) {
        expect(put).toMatch(/^ ?(…|\[[^[\]]*\]) ?$/)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(start).toBeGreaterThanOrEqual(edits[at - 1]?.end ?? 0)
      }
      expect(
        differenceOf(text, edits)
          .filter(({ kind }) => kind !== 'put')
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
    { numRuns: 300 },
  )
})

test('fifty thousand characters are read in a moment', () => {
  const long = Array.from({ length: 9000 }, (_, at) => `ord${at % 700}`).join(' ')
  const cut = `${long.slice(0, 20_000)} … ${long.slice(-20_000)}`
  const from = performance.now()
  readPublicationEdits(long, cut)
  expect(performance.now() - from).toBeLessThan(2000)
})

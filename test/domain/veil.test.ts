import { expect, test } from 'vitest'
import { mapWords } from '../../src/domain/document.ts'
import { veilOf, veilParts } from '../../src/domain/veil.ts'

const veil = veilOf([
  { name: 'Lövhamn', replacement: 'Kommun A' },
  { name: 'Anna', replacement: 'Eva' },
  { name: 'Anna Berg', replacement: 'Chef 1' },
  { name: 'Bo', replacement: 'Nils' },
  { name: 'Björn', replacement: 'Karl' },
  { name: 'björn', replacement: null },
])
const veiled = (text: string) => veilParts([text], veil.places(text))[0]

test.each([
  ['I Lövhamn bor Anna.', 'I Kommun A bor Eva.'],
  ['Lövhamns och ANNAS hus', 'Kommun As och Evas hus'.replace('Evas', 'ANNAS')],
  ['Anna  Berg och Anna\nBerg', 'Chef 1 och Chef 1'],
  ['Lövhamn-projektet', 'Kommun A-projektet'],
  ['Annars vill jag bo i Boden, sa Bo.', 'Annars vill jag bo i Boden, sa Nils.'],
])('%s', (text, said) => expect(veiled(text)).toBe(said))

test('a name that would still be read is told: in small letters, in a longer word, not where it was said that it may stay', () => {
  expect(veil.left('i lövhamn, i Lövhamnsbygden')).toEqual(['lövhamn', 'Lövhamnsbygden'])
  expect(veil.left('en björn, annars bo')).toEqual([])
})

test('a name that lies over several runs of a paragraph goes all the same', () => {
  const [block] = mapWords([{ style: 'text', runs: [{ text: 'i Löv' }, { text: 'hamn bor' }, { text: ' Anna' }] }], (parts) =>
    veilParts(parts, veil.places(parts.join(''))),
  )
  expect(block).toMatchObject({ runs: [{ text: 'i Kommun A' }, { text: ' bor' }, { text: ' Eva' }] })
})

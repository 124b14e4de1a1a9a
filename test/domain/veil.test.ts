import { expect, test } from 'vitest'
import { mapWords } from '../../src/domain/document.ts'
import { readNames } from '../../src/domain/likely-names.ts'
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

test('a longer word is never touched by a name that it begins with, though it looks like its genitive', () => {
  const some = veilOf(
    [
      { name: 'Finn', replacement: 'Nils' },
      { name: 'Ros', replacement: 'Eva' },
      { name: 'Tor', replacement: 'Karl' },
      { name: 'Tors', replacement: null },
    ],
    (word) => word === 'Ross',
  )
  const said = (text: string) => veilParts([text], some.places(text))[0]
  expect(said('Finns det? FINNS. Finn, Finn’s och Finnas. Ross, Rosa. Tors hus.')).toBe('Finns det? FINNS. Nils, Nils’s och Finnas. Ross, Rosa. Tors hus.')
})

test('likely names are whole words as they are written; a genitive counts as its name, and what is a word as well comes last', () => {
  const { names, isWord } = readNames([
    'Finns det tid? Det finns det. Finns det mer? Finns inget.',
    'Vi frågade Sofia om Sofias bil, Roslind, en Blomkvist, Blomkvist, Blomkvist, Blomkvist och en blomkvist. Alvins båt är ny.',
  ])
  expect(names.map(({ name, times }) => `${name} ${times}`)).toEqual(['Sofia 2', 'Roslind 1', 'Blomkvist 4'])
  expect([isWord('Finns'), isWord('Roslind')]).toEqual([true, false])
})

test.each([
  ['Umeåborna, umeåborna och UMEÅSIDAN', ['Umeåborna', 'umeåborna', 'UMEÅSIDAN']],
  ['åke kom hem till evas hus', ['åke', 'evas']],
  ['Ume\u200bå, U\u00admeå och A\u030ake', ['Umeå', 'Umeå', 'Åke']],
  ['gun-vald, Gun- vald och G u n v a l d, E.v.a', ['gun-vald', 'Gun- vald', 'G u n v a l d', 'E.v.a']],
  ['Per-Olof, Per Olof, per\nolof', ['Per-Olof', 'Per Olof', 'per\nolof']],
  ['annars och annat, Evakuering, bo, levande, 20-24, omumeå', []],
])('what is left of names is told however it is written: %s', (text, left) => {
  const names = ['Umeå', 'Åke', 'Eva', 'Gunvald', 'PerOlof', 'Per-Olof', 'Anna', 'Bo', '2024']
  expect(veilOf(names.map((name) => ({ name, replacement: 'X' }))).left(text)).toEqual(left)
})

test.each([
  ['Karin_Strömdal, Karin.Strömdal och Karin+Strömdal', 'Chef 1, Chef 1 och Chef 1'],
  ['KarinStrömdal, intervjuKarinStrömdal2 och KarinStrömdals', 'Chef 1, intervjuChef 12 och Chef 1s'],
  ['12Erik kom. Eva2 och Erik_Eva, EVA3.', '12Ole kom. Fia2 och Ole_Fia, FIA3.'.replace('FIA3', 'Fia3')],
  ['BoKlok, Bo2', 'BoKlok, Nils2'],
  ['K 1, K 12 och K1', 'Fall A, K 12 och K1'],
])('what separates words in titles, addresses and names of files separates those of a name: %s', (text, said) => {
  const some = veilOf([
    { name: 'Karin Strömdal', replacement: 'Chef 1' },
    { name: 'Erik', replacement: 'Ole' },
    { name: 'Eva', replacement: 'Fia' },
    { name: 'Bo', replacement: 'Nils' },
    { name: 'K 1', replacement: 'Fall A' },
  ])
  expect(veilParts([text], some.places(text))[0]).toBe(said)
})

test('what is left is told in addresses and names of files too', () => {
  const some = veilOf([
    { name: 'Karin Strömdal', replacement: 'Chef 1' },
    { name: 'Eva', replacement: 'Fia' },
    { name: 'Erik', replacement: 'Ole' },
  ])
  expect(some.left('karin.strömdal@post.se, karin_Strömdal, eva2, intervjuErikstudien, levande')).toEqual([
    'karin.strömdal',
    'karin_Strömdal',
    'eva',
    'Erikstudien',
  ])
})

test('a pseudonym that holds the name covers itself, not other words', () => {
  const some = veilOf([
    { name: 'Lena', replacement: 'Helena' },
    { name: 'Kommun', replacement: 'kommun A' },
  ])
  expect(some.left('Hej lena sa hon till Helena i kommun A, kommun As hus och en kommun.')).toEqual(['lena', 'kommun'])
})

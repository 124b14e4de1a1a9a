import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseName, caseNameOf, fitToKnownCase, titleOfFile } from '../../src/domain/case-name.ts'
import { languageOf } from '../../src/domain/language-of.ts'
import { normaliseText } from '../../src/domain/text.ts'
import { repairText } from '../../src/domain/text-repairs.ts'

test.each([
  ['sv', 'Jag tror inte att det är så, och vi har ju också sagt det till dem från kommunen.'],
  ['nb', 'Jeg tror ikke at det er slik, og vi har jo også sagt det til dem fra kommunen, hvor mye det er.'],
  ['nn', 'Eg trur ikkje at det er slik, og me har jo òg sagt det til dei frå kommunen, kor mykje det er.'],
  ['en', 'I do not think that it is so, and we have also said it to them from the council.'],
] as const)('%s is known by its small words', (language, text) => {
  expect(languageOf(text, language === 'en' ? 'sv' : 'en')).toEqual({ language, sure: true })
})

test('another language is not guessed at: the project’s own stands, unsure', () => {
  expect(languageOf('Я думаю, что это так', 'nb')).toEqual({ language: 'nb', sure: false })
  expect(languageOf('', 'en')).toEqual({ language: 'en', sure: false })
})

test.each([
  ['intervju_älvbro_slutlig.docx', 'Älvbro'],
  ['C:\\intervjuer\\Lövhamn 2.txt', 'Lövhamn 2'],
  ['K4.txt', 'K4'],
  ['Intervju 3.docx', 'Intervju 3'],
  ['2024-03-12 transkribering Anna B.txt', 'Anna B'],
  ['sundna\u0308s.md', 'Sundnäs'],
])('%s is about %s', (name, expected) => {
  expect(caseNameOf(titleOfFile(name))).toBe(expected)
})

test('a guess is bent to a case that is there, never to one that is not', () => {
  expect(fitToKnownCase('lövhamn 2', ['Lövhamn'])).toBe('Lövhamn')
  expect(fitToKnownCase('Kommun 2', ['Kommun 1'])).toBe('Kommun 2')
  expect(fitToKnownCase('Kommun 1', ['Kommun', 'Kommun 1'])).toBe('Kommun 1')
})

test('a file name is never a path, and never empty', () => {
  fc.assert(fc.property(fc.string(), (name) => /^[^/\\]+$/.test(baseName(name))))
})

const raw = fc.string({ unit: fc.constantFrom('a', 'å', 'a\u030a', '\r', '\n', '\r\n', '\0', '\uFEFF', '\u2028', '\ud83d', '😴', ' '), maxLength: 30 })

test('repairs are told exactly where the text was changed, and mending twice changes nothing', () => {
  fc.assert(
    fc.property(raw, (text) => {
      const once = repairText(text)
      expect(once.text).toBe(normaliseText(text))
      expect(once.repairs.length > 0).toBe(once.text !== text)
      expect(repairText(once.text)).toEqual({ text: once.text, repairs: [] })
    }),
    { numRuns: 1000 },
  )
})

test('each repair has its count', () => {
  expect(repairText('\uFEFFa\u030a\r\nb\0\ud83d').repairs).toEqual([
    { kind: 'bom', count: 1 },
    { kind: 'line-ends', count: 1 },
    { kind: 'nuls', count: 1 },
    { kind: 'lone-surrogates', count: 1 },
    { kind: 'nfc', count: 1 },
  ])
})

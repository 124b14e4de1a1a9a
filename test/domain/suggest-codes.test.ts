import { expect, test } from 'vitest'
import { type SuggestWish, suggestCodes } from '../../src/domain/suggest-codes.ts'
import { stem } from '../../src/search/stem.ts'

const nothing: SuggestWish = { words: '', language: 'sv', stem, asked: [], coded: [], near: [], except: new Set() }
const coded = [
  { codeId: 1, words: 'Lokaler som redan finns', own: true },
  { codeId: 2, words: 'kommunen betalade hyran för lokalen första året' },
  { codeId: 2, words: 'de tog hyran och kaffet' },
  { codeId: 3, words: 'kommunen har en plan för skolan' },
]

test('a code whose words are alike is suggested, inflected as they may be', () => {
  expect(suggestCodes({ ...nothing, words: 'Kommuner som betalar.', coded })).toEqual([{ codeId: 2, why: 'words' }])
  expect(suggestCodes({ ...nothing, words: 'En lokal stod tom.', coded })[0]).toEqual({ codeId: 1, why: 'words' })
})

test('one word in common is chance, and so are words that everybody says', () => {
  expect(suggestCodes({ ...nothing, words: 'Det är kommunen som är det, eller hur.', coded })).toEqual([])
})

test('the codes of the question come first, then words, then what lies beside; none twice, none that is there already', () => {
  const all = suggestCodes({ ...nothing, words: 'betalade hyran för lokalen', coded, asked: [3, 2], near: [7, 1, 3, 8, 9], except: new Set([7]) })
  expect(all).toEqual([
    { codeId: 3, why: 'question' },
    { codeId: 2, why: 'question' },
    { codeId: 1, why: 'words' },
    { codeId: 8, why: 'near' },
    { codeId: 9, why: 'near' },
  ])
})

import { expect, test } from 'vitest'
import type { Filter } from '../../src/domain/filter.ts'
import { formatFilter } from '../../src/domain/format-filter.ts'
import { nearestNames, slipsOf } from '../../src/domain/nearest-names.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { termsOf } from '../../src/domain/query.ts'

/** What a filter is kept as; a search is read by the same words. */
const kept = (text: string) => formatFilter(parseFilter(text))
const searched = (text: string) => parseQuery(text).tree

// Each key: as it is in English, and what it is called in Swedish, bokmål and nynorsk.
test.each([
  ['code:Hyra', ['kod:Hyra', 'Kod:Hyra', 'tema:Hyra', 'kode:Hyra']],
  ['-code:"Tema > Kod"', ['-kod:"Tema > Kod"', '-kode:"Tema > Kod"']],
  ['case:"Anna B"', ['fall:"Anna B"', 'informant:"Anna B"', 'kasus:"Anna B"']],
  ['source:"Intervju ”K5”"', ['källa:"Intervju ”K5”"', 'kilde:"Intervju ”K5”"', 'kjelde:"Intervju ”K5”"']],
  ['speaker:Bo', ['talare:Bo', 'taler:Bo', 'talar:Bo']],
  ['question:7', ['fråga:7', 'spørsmål:7', 'FRÅGA:7']],
  ['coder:Anna', ['kodare:Anna', 'koder:Anna', 'kodar:Anna']],
  ['kind:"focus group"', ['slag:fokusgrupp', 'kildetype:fokusgruppe', 'kind:"Focus group"']],
  ['language:nn', ['språk:nynorska', 'språk:nynorsk', 'språk:nn']],
  ['role:interviewer', ['roll:intervjuare', 'rolle:intervjuer', 'rolle:intervjuar', 'role:Interviewer']],
  ['answer:dont_know', ['svar:"vet ej"', 'svar:"vet ikke"', 'answer:"don’t know"', 'answer:dont_know']],
  ['made:rule', ['gjord:regel', 'gjort:regel']],
  ['from:2026-01-31', ['från:2026-01-31', 'fra:2026-01-31', 'frå:2026-01-31']],
  ['to:2026-01-31', ['till:2026-01-31', 'til:2026-01-31']],
  ['memo:"två ord"', ['notat:"två ord"', 'memo:"två ord"']],
  ['state:partly', ['fynd:delvis', 'funn:delvis', 'state:Partly']],
  ['state:"*"', ['fynd:*', 'funn:*']],
  ['review:waiting', ['granskning:väntar', 'gjennomgang:venter']],
  ['set:Unga', ['urval:Unga', 'utvalg:Unga', 'utval:Unga']],
  ['code:a OR role:informant -case:b', ['kod:a OR (roll:informant -fall:b)', 'kode:a OR (rolle:informant -informant:b)']],
])('%s is also written %j', (english, others) => {
  expect(kept(english)).toBe(english)
  for (const other of others) {
    expect(kept(other), other).toBe(english)
    expect(searched(`ord ${other}`), other).not.toBeNull()
    expect(without(searched(`ord ${other} `)), other).toEqual(without(searched(`ord ${english} `)))
  }
})

test('how a hit answers is said in each language, beside words', () => {
  for (const [english, others] of [
    ['match:stem', ['träff:böjning', 'treff:bøyning', 'träff:Böjning']],
    ['match:fuzzy', ['träff:liknande', 'treff:lignende']],
  ] as const)
    for (const other of others) {
      expect(kept(`hyra ${other}`), other).toBe(`hyra ${english}`)
      expect(without(searched(`hyra ${other} `))).toEqual(without(searched(`hyra ${english} `)))
    }
})

test.each([
  ['population>20 000', '>', '20 000'],
  ['population>=20\u00a0000', '>=', '20\u00a0000'],
  ['population<1 234,5', '<', '1 234,5'],
  ['population<=-0,4', '<=', '-0,4'],
  ['population>10000', '>', '10000'],
  ['"population":>10 000 000 hyra', '>', '10 000 000'],
])('%s: the number is whole, however it is written', (text, is, value) => {
  const [first] = allOf(parseFilter(text))
  expect(first).toEqual({ clause: { key: 'attribute', name: 'population', comparison: { is, value } } })
  expect(searched(`ord ${text}`)).toMatchObject({ kind: 'and' })
  expect(kept(kept(text))).toBe(kept(text))
})

test('between two numbers with spaces, and a number beside a word', () => {
  expect(parseFilter('population:10 000..20 000')).toEqual({
    clause: { key: 'attribute', name: 'population', comparison: { is: 'between', low: '10 000', high: '20 000' } },
  })
  expect(allOf(parseFilter('year:2020 100')).length).toBe(2)
  expect(allOf(parseFilter('question:5 100')).length).toBe(2)
})

test('an attribute that is called as a condition is: quoted always, and unquoted where its value is none of the condition’s', () => {
  expect(parseFilter('roll:rektor')).toEqual({ clause: { key: 'attribute', name: 'roll', comparison: { is: '=', value: 'rektor' } } })
  expect(parseFilter('"roll":informant')).toMatchObject({ clause: { key: 'attribute', name: 'roll' } })
  expect(parseFilter('språk:1..5')).toMatchObject({ clause: { key: 'attribute', comparison: { is: 'between' } } })
  expect(parseFilter('från:Norge')).toMatchObject({ clause: { key: 'attribute', name: 'från' } })
  expect(() => parseFilter('role:rektor')).toThrow('refusal.filter-value')
})

test('in a search, what is nearly a condition is told, and what is none is searched for as it stands', () => {
  const problems = (text: string, attributes: string[] = []) => parseQuery(text, { attributes }).problems
  expect(problems('hyra kdo:Hyra')).toMatchObject([{ key: 'search.problem-near-key', place: 6, values: { word: 'kdo' } }])
  expect(problems('kode_:Hyra')[0]!.instead![0]).toEqual({ words: 'kode:Hyra', query: 'kode:Hyra' })
  expect(problems('regoin:Norra', ['region'])).toMatchObject([{ instead: [{ words: 'region:Norra', query: 'region:Norra' }] }])
  expect(problems('landsdel:Norr', ['region'])).toMatchObject([{ key: 'search.problem-no-key', values: { names: 'region' } }])
  expect(problems('landsdel:"Norra Norge"')).toMatchObject([{ key: 'search.problem-no-keys' }])
  for (const words of ['EU:s', 'SKR:are', 'kl:14', '12:30', 'https://example.org', 'Ja: det', 'region:Norra'])
    expect(problems(words, ['region']), words).toEqual([])
  expect(termsOf(parseQuery('landsdel:Norr ').tree!)).toMatchObject([{ kind: 'word', word: 'landsdel:Norr' }])
})

test('the nearest names: what begins so, a word that does, what holds it, what is spelt so', () => {
  const names = ['Intervju K5: Leder', 'Intervju K15', 'K5-bilaga', 'Övrigt', 'Interjvu 9']
  expect(nearestNames('k5', names)).toEqual(['K5-bilaga', 'Intervju K5: Leder'])
  expect(nearestNames('zz', names, 3).length).toBe(3)
  expect(nearestNames('Intervju 9', names, 1)).toEqual(['Interjvu 9'])
  expect(slipsOf('kd', ['kod', 'fall'])).toEqual(['kod'])
  expect(slipsOf('landsdel', ['kod', 'fall'])).toEqual([])
})

function allOf(filter: Filter): readonly Filter[] {
  return 'all' in filter ? filter.all : [filter]
}

/** A search without the places of what is asked. */
function without(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'at' ? undefined : value)))
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceLanguage } from '../../src/domain/source.ts'
import type { SourceText } from '../../src/search/indexed-source.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'
import { TooMuch } from '../../src/search/too-much.ts'

/** Milliseconds of work, whatever else the machine is doing. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
function indexOf(sources: readonly SourceText[]): ParagraphIndex {
  const index = new ParagraphIndex()
  for (const source of sources) index.add(source)
  index.arrange(sources.map(({ id }) => id))
  return index
}
const one = (text: string, language: SourceLanguage = 'sv') => indexOf([{ id: 1, language, text }])
const found = (index: ParagraphIndex, query: string) =>
  index.search(query).hits.map((hit) => `${hit.text.slice(hit.best.start - hit.start, hit.best.end - hit.start)}:${hit.best.kind}`)

test.each<[SourceLanguage, string, string, string]>([
  ['sv', 'Kommunerna växer.', 'kommun ', 'Kommunerna:stem'],
  ['sv', 'De flyttade hem.', 'flyttar ', 'flyttade:stem'],
  ['sv', 'En plats till.', 'platsen ', 'plats:stem'],
  ['nb', 'Bedriftene vokser.', 'bedrift ', 'Bedriftene:stem'],
  ['nn', 'Kommunane og bygdene.', 'bygd ', 'bygdene:stem'],
  ['en', 'They were running late.', 'runs ', 'running:stem'],
  ['sv', 'Vi har en coworkingplats.', 'cowo', 'coworkingplats:prefix'],
])('%s: %s is found by %s', (language, text, query, hit) => expect(found(one(text, language), query)).toEqual([hit]))

test('a part of a compound is found where the corpus knows the other part', () => {
  const corpus = one('Arbetsplatsens dörr.\nDet är ett bra arbete.\nEn plats vid sjön.\nSpelplatsbruvlan.')
  expect(found(corpus, 'plats ')).toEqual(['plats:exact', 'Arbetsplatsens:compound'])
  expect(found(one('Bruvlstad.'), 'stad ')).toEqual([])
  expect(found(one('Bruvlplats.'), 'plats '), 'five letters at its end are no chance').toEqual(['Bruvlplats:compound'])
})

test('a function word that is left of a word is no part of others', () => {
  expect(found(one('Förskolan.\nVi försökte.\nEn skola.'), 'föra ')).toEqual([])
  expect(found(one('Överföra pengar.\nÖver allt.'), 'föra ')).toEqual(['Överföra:compound'])
})

test('a word inside another is no part of it', () => expect(found(one('Det var alltid så.\nEn tid.'), 'ltid ')).toEqual([]))

test.each(['co-working', 'co working', 'coworking', 'Co-Working', '"co working"', '"coworking"'])('%s finds every way to write it', (query) => {
  const corpus = one('Om coworking.\nOm co-working.\nOm co working.\nCo och working i var sin ände, co.')
  const texts = corpus.search(`${query} `).hits.map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['Om coworking.', 'Om co-working.', 'Om co working.']))
})

test('coworking-konsept is coworkingkonsept, and has both its parts', () => {
  const corpus = one('Et coworking-konsept.\nEt coworkingkonsept.', 'nb')
  for (const query of ['coworkingkonsept', 'coworking-konsept', 'konsept', 'coworking']) expect(corpus.search(query).total, query).toBe(2)
})

test('hör is not hor', () => {
  const corpus = one('Jag hör dig.\nHor och hordom.\nEn idé.')
  expect(found(corpus, 'hör ')).toEqual(['hör:exact'])
  expect(found(corpus, 'ide ')).toEqual(['idé:exact'])
})

test('all words, either, not, phrases', () => {
  const corpus = one('Vi hyr ett kontor i stan.\nVi hyr en lada.\nEtt kontor, vi hyr inte.\nI alla fall, sa hon.\nAlla i fall.')
  const numbers = (query: string) => corpus.search(query, { order: 'text' }).hits.map(({ paragraph }) => paragraph)
  expect(numbers('hyr kontor ')).toEqual([1, 3])
  expect(numbers('lada OR stan ')).toEqual([1, 2])
  expect(numbers('hyr -kontor')).toEqual([2])
  expect(numbers('"ett kontor"')).toEqual([1, 3])
  expect(numbers('"i alla fall"')).toEqual([4])
  expect(numbers('"i alla fa')).toEqual([4])
  expect(numbers('(lada OR stan) -kontor')).toEqual([2])
  expect(numbers('-"ett kontor" hyr ')).toEqual([2])
})

test('the exact form stands before every other, however often that comes', () => {
  const corpus = one('Platser, platser, platser, platsannonser.\nJag satt där i många långa timmar och letade efter en plats med ljus.\nMötesplats.\nMöte.')
  expect(found(corpus, 'plats ')).toEqual(['plats:exact', 'Platser:stem', 'Mötesplats:compound'])
})

test('the best span is where most of the words stand together', () => {
  expect(found(one('Ett kontor långt bort. Vi vill hyra kontor.'), 'hyra kontor ')).toEqual(['hyra kontor:exact'])
})

test('marks come in the order of the text, whatever their kind', () => {
  const { marks } = one('Arbetsplats, platser, plats. Ett arbete.').search('plats ').hits[0]!
  expect(marks.map(({ kind }) => kind)).toEqual(['compound', 'stem', 'exact'])
})

test('a whole interview on one line is marked in no time', () => {
  const index = one('Ord om ord. '.repeat(50_000))
  const began = cpu()
  expect(index.search('ord').hits[0]!.marks).toHaveLength(100_000)
  expect(cpu() - began).toBeLessThan(3000)
})

test('labels and times are not searched', () => {
  const text = 'Informant: Jag är informant nu.\nInformant: Nej.'
  const index = indexOf([
    {
      id: 1,
      language: 'sv',
      text,
      apart: [
        { start: 0, end: 10 },
        { start: 32, end: 42 },
      ],
    },
  ])
  const { total, hits } = index.search('informant ')
  expect(total).toBe(1)
  expect(text.slice(hits[0]!.best.start, hits[0]!.best.end)).toBe('informant')
  expect(text.slice(hits[0]!.saidFrom, hits[0]!.end)).toBe('Jag är informant nu.')
})

test('total and the count of each source tell all, the hits only so many', () => {
  const text = Array.from({ length: 120 }, (_, nth) => `Rad ${nth}.`).join('\n')
  const index = indexOf([1, 2].map((id) => ({ id, language: 'sv', text })))
  const { total, hits, sources } = index.search('rad ', { order: 'text', limit: 10, offset: 115 })
  expect([total, hits.length, sources]).toEqual([
    240,
    10,
    [
      { id: 1, hits: 120 },
      { id: 2, hits: 120 },
    ],
  ])
  expect(hits.map(({ sourceId, paragraph }) => `${sourceId}:${paragraph}`).slice(4, 6)).toEqual(['1:120', '2:1'])
})

const word = fc.constantFrom(
  'plats',
  'Platsen',
  'arbetsplats',
  'arbete',
  'co-working',
  'co',
  'working',
  'coworking',
  'hör',
  'hor',
  'runs',
  'running',
  '😴',
  'i',
  'a',
  'EU:s',
  'idé',
  'ide\u0301',
)
const sentence = fc.array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n', ' – ')), { maxLength: 14 }).map((all) => all.flat().join('').normalize('NFC'))
const source = (id: number) => fc.record({ id: fc.constant(id), language: fc.constantFrom<SourceLanguage>('sv', 'nb', 'en'), text: sentence })
const query = fc.oneof(
  word,
  fc.array(fc.oneof(word, fc.constantFrom('OR', '-', '"', '(', ')', '*', '-a')), { maxLength: 6 }).map((all) => all.join(' ')),
  fc.string(),
)
const spread = ({ total, sources, hits }: ReturnType<ParagraphIndex['search']>) => ({
  total,
  sources,
  places: hits.map((hit) => `${hit.sourceId}:${hit.paragraph}:${hit.best.start}-${hit.best.end}`),
})

test('marks lie in their paragraph, apart, and cut out whole words; the best span begins and ends with one', () => {
  fc.assert(
    fc.property(fc.tuple(source(1), source(2)), query, (sources, typed) => {
      for (const { sourceId, start, end, text, marks, best } of indexOf(sources).search(typed).hits) {
        const whole = sources[sourceId - 1]!.text
        expect(whole.slice(start, end)).toBe(text)
        let at = start
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(at)
          expect(mark.end).toBeGreaterThan(mark.start)
          expect(/[\p{L}\p{N}]/u.test(whole[mark.start - 1] ?? ' ') && whole[mark.start - 1] !== '\n').toBe(false)
          expect(/[\p{L}\p{N}]/u.test(whole[mark.end] ?? ' ')).toBe(false)
          at = mark.end
        }
        expect(at).toBeLessThanOrEqual(end)
        expect(marks.some((mark) => mark.start === best.start)).toBe(true)
      }
    }),
  )
})

test('an index after any changes answers as one built afresh', () => {
  const step = fc.oneof(fc.nat(3), fc.tuple(fc.nat(3), fc.constantFrom<SourceLanguage>('sv', 'en'), sentence))
  // Misspelt words too: what stands nowhere any more is no word, and what is like it is guessed.
  const asked = fc.oneof(query, fc.constantFrom('arbetsplatz', 'arbete', 'runing', 'coworkin', 'platsn ', 'Platsen arbte '))
  const told = (found: ReturnType<ParagraphIndex['search']>) => ({
    ...spread(found),
    notes: found.notes.map((note) => ('word' in note ? `${note.kind} ${note.word}` : note.kind)),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), asked, (steps, typed) => {
      const index = new ParagraphIndex()
      const stands = new Map<number, SourceText>()
      for (const one of steps) {
        const id = typeof one === 'number' ? one : one[0]
        index.remove(id)
        stands.delete(id)
        if (typeof one === 'number') continue
        stands.set(id, { id, language: one[1], text: one[2] })
        index.add(stands.get(id)!)
        index.arrange([...stands.keys()])
        index.search(typed)
      }
      const order = [...stands.keys()].sort()
      index.arrange(order)
      expect(told(index.search(typed))).toEqual(told(indexOf(order.map((id) => stands.get(id)!)).search(typed)))
    }),
  )
})

test('ranked and in the order of the text, a search finds the same', () => {
  const typed = fc.oneof(query, fc.constantFrom('plats -(co OR hör)', 'match:stem plats OR hör', '-match:exact arbete', '"co working"~3 OR -plats i'))
  fc.assert(
    fc.property(fc.tuple(source(1), source(2)), typed, (sources, asked) => {
      const index = indexOf(sources)
      const [best, text] = (['best', 'text'] as const).map((order) => index.search(asked, { order }))
      const places = ({ hits }: ReturnType<ParagraphIndex['search']>) => hits.map((hit) => `${hit.sourceId}:${hit.paragraph}`)
      expect(text!.sources).toEqual(best!.sources)
      expect(places(text!)).toEqual(places(best!).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
    }),
  )
})

test('what a word finds is what it finds with another, and without it', () => {
  fc.assert(
    fc.property(fc.tuple(source(1), source(2)), (sources) => {
      const index = indexOf(sources)
      expect(index.search('plats working ').total + index.search('plats -working').total).toBe(index.search('plats ').total)
    }),
  )
})

test.each([
  '',
  ' ',
  '\0',
  '😴',
  '.*+?^${}()|[]\\',
  '((((',
  '-',
  '""',
  'a'.repeat(10_000),
  '" '.repeat(5_000),
  '('.repeat(10_000),
  'OR '.repeat(3_000),
  '\ud83d',
])('hostile text %# is answered at once', (typed) => {
  const index = one(Array.from({ length: 300 }, (_, nth) => `Rad ${nth} om aaaaa och a.*+?^ i en lång lång text.`).join('\n'))
  const began = cpu()
  expect(index.search(typed).total).toBeGreaterThanOrEqual(0)
  expect(cpu() - began).toBeLessThan(200)
})

test('one letter finds every word that begins so, whole words first', () => {
  expect(found(one('Alla andra.\nÖ i sjön.\nI en å.\nEtt a.'), 'a')).toEqual(['a:exact', 'Alla:prefix'])
})

test('of many words that nothing has six are taken for misspelt, and the others are told', () => {
  const words = ['kommunen', 'skolan', 'bussen', 'huset', 'jobbet', 'vägen', 'båten', 'torget']
  const misspelt = words.map((word) => word.replace(/(.)$/, 'x$1'))
  const { notes } = one(words.join('.\n')).search(`${misspelt.join(' OR ')} `)
  expect(notes.filter(({ kind }) => kind === 'alike')).toHaveLength(6)
  expect(notes.at(-1)).toEqual({ kind: 'unguessed', words: misspelt.slice(6), most: 6 })
})

test('a search is given up once it is late', () => {
  let asked = 0
  const search = (isLate: () => boolean) => one('Alla andra.\nÖ i sjön.').search('alla OR sjön ', { isLate })
  expect(() => search(() => ++asked > 1)).toThrow(TooMuch)
  expect(search(() => false).total).toBe(2)
})

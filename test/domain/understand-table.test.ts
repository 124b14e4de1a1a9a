import { expect, test } from 'vitest'
import type { RawTable } from '../../src/domain/raw-text.ts'
import { asGuessed, type ReadOptions } from '../../src/domain/read-options.ts'
import { columnsOf } from '../../src/domain/table-columns.ts'
import { understandTable } from '../../src/domain/understand-table.ts'
import { unfitValues } from '../../src/domain/unfit-values.ts'

const sheet = (head: string[], ...rows: string[][]): RawTable => ({ head, rows, repairs: [{ kind: 'bom', count: 1 }], losses: [], warnings: [] })
const understand = (table: RawTable, how: ReadOptions['table'] = null) =>
  understandTable(table, { name: 'mapp/enkät.csv', otherwise: 'sv', options: { ...asGuessed, table: how }, evidence: () => 0 })

const survey = sheet(
  ['Tidstämpel', 'Ort', 'Ålder', 'Vad är bra med orten?', 'Vad saknas?'],
  ['2026-01-05 10:31', 'Alvik', '34', 'Att man känner alla och att det är nära till vattnet.', ''],
  ['2026-01-05 10:32', 'Berg', '51', 'Inget särskilt, men det är lugnt och skönt här.', 'En mack\noch en affär som har öppet även på kvällen.'],
  ['2026-01-05 10:40', 'Alvik', '28', '', 'Bussar som går oftare än var fjärde timme hade varit bra.'],
  ['2026-01-05 10:41', 'Alvik', '28', '', ''],
)

test('what each column is for', () => {
  expect(columnsOf(survey).map((column) => (column.use === 'attribute' ? column.type : column.use))).toEqual(['text', 'category', 'number', 'open', 'open'])
  const named = sheet(['Ålder', 'Kommun', 'Befolkning'], ['3', 'Alvik', '100'], ['4', 'Berg', '200'])
  expect(columnsOf(named).find((column) => column.use === 'case')?.name).toBe('Kommun')
  const first = sheet(['Område', 'Hus'], ['Norr', '10'], ['Söder', '11'])
  expect(columnsOf(first).find((column) => column.use === 'case')?.name).toBe('Område')
  const choices = sheet(
    ['id', 'Hur nöjd är du?'],
    ...Array.from({ length: 20 }, (_, at) => [`${at}`, at % 2 ? 'Jag är ganska nöjd med det mesta' : 'Jag är inte alls nöjd med det']),
  )
  expect(columnsOf(choices).map((column) => column.use)).toEqual(['case', 'attribute'])
  const seldom = sheet(
    ['id', 'Övrigt'],
    ...Array.from({ length: 60 }, (_, at) => [`${at}`, at < 12 ? `Jag vill gärna tillägga en sak till, nämligen ${at}` : 'nej']),
  )
  expect(columnsOf(seldom).map((column) => column.use)).toEqual(['case', 'open'])
})

test('a survey as rows: the answers under their questions, the rest as attributes', () => {
  const [first, second, third, fourth] = understand(survey)
  expect(first).toMatchObject({ title: 'enkät 1', caseName: 'enkät 1', originalName: 'enkät.csv', kind: 'survey', language: 'sv', repairs: survey.repairs })
  expect(first!.text).toBe('Vad är bra med orten?\nAtt man känner alla och att det är nära till vattnet.')
  expect(second!.text).toBe(
    'Vad är bra med orten?\nInget särskilt, men det är lugnt och skönt här.\n\nVad saknas?\nEn mack\noch en affär som har öppet även på kvällen.',
  )
  expect(second!.spans.map(({ kind, start, end }) => [kind, second!.text.slice(start, end)])).toEqual([
    ['question', 'Vad är bra med orten?'],
    ['question', 'Vad saknas?'],
  ])
  expect(third!.attributes).toEqual([
    { name: 'Tidstämpel', type: 'text', value: '2026-01-05 10:40' },
    { name: 'Ort', type: 'category', value: 'Alvik' },
    { name: 'Ålder', type: 'number', value: '28' },
  ])
  expect([fourth!.text, fourth!.attributes!.length, second!.repairs]).toEqual(['', 3, []])
})

test('a survey as questions: each answer is a turn of the case that gave it, and no answer is lost', () => {
  const sources = understand(survey, 'questions')
  const texts = sources.filter((source) => source.text !== '')
  expect(texts.map((source) => [source.title, source.caseName])).toEqual([
    ['Vad är bra med orten?', null],
    ['Vad saknas?', null],
  ])
  const { text, spans, speakers } = texts[1]!
  expect(spans.map(({ kind, start, end, speaker }) => [kind, speaker, text.slice(start, end)])).toEqual([
    ['question', null, 'Vad saknas?'],
    ['turn', 'enkät 2', 'En mack\noch en affär som har öppet även på kvällen.'],
    ['turn', 'enkät 3', 'Bussar som går oftare än var fjärde timme hade varit bra.'],
  ])
  expect(speakers).toEqual([
    { label: 'enkät 2', role: 'informant', caseName: 'enkät 2' },
    { label: 'enkät 3', role: 'informant', caseName: 'enkät 3' },
  ])
  expect(sources.filter((source) => source.text === '').map((source) => source.caseName)).toEqual(['enkät 1', 'enkät 2', 'enkät 3', 'enkät 4'])
})

test('numbers with a sign between their thousands are read by all of their column', () => {
  const numbers = (...written: string[]) =>
    understand(sheet(['Kommun', 'Befolkning'], ...written.map((one, at) => [`Ort ${at}`, one]))).map((one) =>
      one.attributes!.flatMap(({ type, value }) => [type, value]),
    )
  expect(numbers('20.000', '31.444', '8.900')).toEqual([
    ['number', '20000'],
    ['number', '31444'],
    ['number', '8900'],
  ])
  expect(numbers('1.234', '2,5', '3')[0]).toEqual(['number', '1234'])
  expect(numbers('1.234', '2.5', '3')[0]).toEqual(['number', '1.234'])
})

test('a sheet without open answers is cases, and a survey may be wanted so', () => {
  const cases = understand(sheet(['Kommun', 'Region', 'Befolkning', 'Start'], ['Alvik', 'Norr', '46 800', '2026-01-05'], ['Berg', 'Norr', '', '2026-02-01']))
  expect(cases.map((one) => [one.text, one.caseName, one.attributes!.map(({ type, value }) => [type, value])])).toEqual([
    [
      '',
      'Alvik',
      [
        ['category', 'Norr'],
        ['number', '46 800'],
        ['date', '2026-01-05'],
      ],
    ],
    [
      '',
      'Berg',
      [
        ['category', 'Norr'],
        ['date', '2026-02-01'],
      ],
    ],
  ])
  expect(cases[0]!.warnings).toEqual([])
  expect(understand(survey, 'cases').every((one) => one.text === '')).toBe(true)
  expect(understand(survey, 'cases')[1]!.attributes).toContainEqual({
    name: 'Vad saknas?',
    type: 'text',
    value: 'En mack och en affär som har öppet även på kvällen.',
  })
})

test('a sheet that looks like cases may be wanted as sources: its plain text is then the answers', () => {
  const short = sheet(['id', 'Ålder', 'Hund'], ['a', '3', 'Ja, en'], ['b', '4', 'Nej'], ['c', '5', 'Två katter'])
  expect(understand(short).every((one) => one.text === '')).toBe(true)
  expect(understand(short, 'rows').map((one) => one.text)).toEqual(['Hund\nJa, en', 'Hund\nNej', 'Hund\nTvå katter'])
})

test('a case that answers in several rows has several sources, each with a title of its own', () => {
  const rows = [
    ['K1', 'Vi har nog aldrig tänkt på det förut.'],
    ['K2', 'Det är klart att vi har märkt av det.'],
    ['K1', 'Nu har vi tänkt på det en gång till.'],
    ['K1 (2)', 'Det här är någon annan som heter så.'],
  ]
  const sources = understand(sheet(['Informant', 'Svar'], ...rows))
  expect(sources.map((source) => [source.caseName, source.title])).toEqual([
    ['K1', 'K1'],
    ['K2', 'K2'],
    ['K1', 'K1 (2)'],
    ['K1 (2)', 'K1 (2) (2)'],
  ])
})

test('short answers have the language of the whole sheet, long ones their own', () => {
  const english = 'I have always lived here and I think that it is a very good place for children to grow up in.'
  const rows = [
    ['Nja, det är väl så att man trivs ganska bra ändå.'],
    ['Bra.'],
    [english],
    ['Det finns inte så mycket att göra här på kvällarna.'],
    ['Vi har det bra.'],
    ['Jag tycker att det är för långt till allt och att man måste ha bil.'],
  ]
  expect(understand(sheet(['Svar'], ...rows)).map((source) => source.language)).toEqual(['sv', 'sv', 'en', 'sv', 'sv', 'sv'])
})

test('a question asked with choices that is longer than a name can be keeps its values', () => {
  const long = `Hur ${'mycket '.repeat(40)}instämmer du?`
  const attributes = understand(sheet(['id', long, `${long} `], ['a', '1', '2'], ['b', '2', '2'])).flatMap((one) => one.attributes!)
  expect(attributes.every((one) => one.name.length <= 200)).toBe(true)
  expect(new Set(attributes.map((one) => one.name)).size).toBe(2)
})

test('values that the project’s own attributes can’t take are told beforehand', () => {
  const known = [
    { name: 'Ålder', type: 'number' },
    { name: 'ort', type: 'date' },
  ] as const
  expect(unfitValues(known, understand(survey))).toEqual([{ kind: 'unfit-values', count: 4, example: 'ort: Alvik' }])
  expect(unfitValues([], understand(survey))).toEqual([])
})

test('a column that asks is open where its answers neither recur nor are numbers, however short; who answered nothing is told by name', () => {
  const asked = sheet(
    ['id', 'Vad saknas?', 'Hur många är ni?', 'Finns det ett tåg?'],
    ['R1', 'Tåg', '3', 'ja'],
    ['R2', '', '14', 'nej'],
    ['R3', 'Tid', '8', 'ja'],
    ['R4', 'Pengar', '21', 'ja'],
  )
  expect(columnsOf(asked).map((column) => column.use)).toEqual(['case', 'open', 'attribute', 'attribute'])
  const [first, second] = understand(asked)
  expect(first!.warnings).toContainEqual({ kind: 'no-answers', count: 1, example: 'R2' })
  expect(second!.text).toBe('')
  expect(understand(asked, 'cases')[0]!.warnings).toEqual([])
})

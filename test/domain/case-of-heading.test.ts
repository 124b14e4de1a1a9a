import { expect, test } from 'vitest'
import { caseNameOf } from '../../src/domain/case-name.ts'
import { caseOfHeading, caseOfSource } from '../../src/domain/case-of-heading.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'

const read = (heading: string, language: SourceLanguage = 'sv') => {
  const { caseName, attributes } = caseOfHeading(heading, language)
  return [caseName, ...attributes.map(({ name, value }) => `${name}=${value}`)]
}

test.each<[string, SourceLanguage, string[]]>([
  ['Intervju K2: Næringssjef i Lauvnes kommune', 'nb', ['K2', 'rolle=Næringssjef', 'sted=Lauvnes kommune']],
  ['Intervju K2: Næringssjef i Lauvnes kommune', 'nn', ['K2', 'rolle=Næringssjef', 'stad=Lauvnes kommune']],
  ['Intervju K10: Leder for vann og veier i Granmo', 'nb', ['K10', 'rolle=Leder for vann og veier', 'sted=Granmo']],
  ['Intervju K9: Vevlærer på Tverrelv (over telefon)', 'nb', ['K9', 'rolle=Vevlærer', 'sted=Tverrelv']],
  ['Intervju K3: Ansvarlig for bedrifter i banken', 'nb', ['K3', 'rolle=Ansvarlig for bedrifter i banken']],
  ['Intervju med kommunchef, Lövnäs', 'sv', ['Kommunchef, Lövnäs', 'roll=kommunchef', 'plats=Lövnäs']],
  ['Bilaga 2: Intervju med en rektor i Lövnäs', 'sv', ['Rektor i Lövnäs', 'roll=rektor', 'plats=Lövnäs']],
  ['Interview 3 – Teacher at Oakham School', 'en', ['Interview 3', 'role=Teacher', 'place=Oakham School']],
  ['Informant 4', 'sv', ['Informant 4']],
  ['Intervju 5: Lövnäs kommun', 'sv', ['Intervju 5', 'plats=Lövnäs kommun']],
  ['Intervju 5: Asta', 'sv', ['Intervju 5']],
  ['Respondent B: vaktmästare', 'sv', ['Respondent B', 'roll=vaktmästare']],
])('%s (%s)', (heading, language, expected) => expect(read(heading, language)).toEqual(expected))

test("a file's name is read as before", () => {
  for (const name of ['intervju_älvbro_slutlig', 'Lövnäs', 'K1', 'Transkript 2024-05-06', 'Intervju Åmot', 'Kommun 3 Lövnäs'])
    expect(read(name)).toEqual([caseNameOf(name)])
})

test('two interviews of one place are two cases', () => {
  expect(read('Intervju K1: Rektor i Lövnäs')[0]).not.toBe(read('Intervju K5: Byråd i Lövnäs')[0])
})

test("a heading in a text's first line adds to a file's name that names the same case, and to no other", () => {
  const text = 'Intervju K1: Rektor i Lövnäs\n\nVad gör du?'
  expect(caseOfSource('K1', text, 'sv')).toEqual(caseOfHeading('Intervju K1: Rektor i Lövnäs', 'sv'))
  expect(caseOfSource('Lövnäs', text, 'sv')).toEqual({ caseName: 'Lövnäs', attributes: [] })
})

test.each([
  ['Interview A: Fern Hill, community manager', 'Fern Hill', ['community manager']],
  ['Interview 3: Astrid Lund', 'Astrid Lund', []],
  ['Intervju K2: Astrid Lund, næringssjef i Ringstad', 'K2', ['næringssjef', 'Ringstad']],
  ['Interview 4: Community Manager', 'Interview 4', ['Community Manager']],
] as const)('a name in a heading is nobody’s role: %s', (heading, caseName, values) => {
  const read = caseOfHeading(heading, 'en')
  expect([read.caseName, read.attributes.map(({ value }) => value)]).toEqual([caseName, values])
})

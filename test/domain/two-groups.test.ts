import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGuide } from '../../src/domain/read-guide.ts'
import { asGuessed } from '../../src/domain/read-options.ts'
import { understand } from '../../src/domain/understand.ts'

const text = readFileSync('test/fixtures/two-groups-damaged.txt', 'utf8')
const guide = readGuide(readFileSync('test/fixtures/two-groups-guide.md', 'utf8'))
const sources = understand(
  { text, layout: 'unknown', marks: [], repairs: [], losses: [], warnings: [] },
  { name: 'two-groups.txt', otherwise: 'nb', options: asGuessed, evidence: () => 0 },
)

test('six interviews of two groups come out of one damaged file', () => {
  expect(sources.map(({ caseName, attributes, language }) => [caseName, language, ...attributes!.map((one) => one.value)])).toEqual([
    ['V1', 'nb', 'Rådgiver', 'Lauvnes kommune'],
    ['V2', 'nb', 'Kultursjef', 'Granmo kommune'],
    ['V3', 'nb', 'Driver av verkstedet', 'Tverrelv'],
    ['V4', 'nb', 'Næringsrådgiver', 'Sørholm kommune'],
    ['V5', 'nb', 'Gårdeier', 'Birkeid'],
    ['V6', 'nb', 'Styreleder for det nye fellesverkstedet og lageret ved kaia', 'Ulvestad'],
  ])
})

test('with whole paragraphs: a heading, a section or a question with its answer each', () => {
  const questions = guide.sections.flatMap((section) => section.questions.map((question) => question.text.split(/[[?]/)[0]!.replace(/^Tror dere/, 'Tror')))
  for (const source of sources) {
    const paragraphs = source.text.trim().split('\n')
    for (const paragraph of paragraphs) {
      expect(paragraph).not.toMatch(/^\p{Ll}|\s{2}|\s$/u)
      expect(paragraph).toMatch(/[.?:)]$|^\d\. \p{Lu}|^Intervju V/u)
    }
    const asked = paragraphs.filter((paragraph) =>
      questions.some((question) => paragraph.replace('Tror dere', 'Tror').replace('Tror du', 'Tror').startsWith(question)),
    )
    expect(asked).toHaveLength(6)
  }
})

test('with the hyphens that were written', () => {
  const all = sources.map((source) => source.text).join('\n')
  for (const words of ['gjør-det-selv-kvelder', 'verktøy-, maling- og symaskinutlån', 'bo- og verkstedsmiljøet', 'nord-sør-avtale', 'hobby-båter'])
    expect(all).toContain(words)
})

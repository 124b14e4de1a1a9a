import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inNaturalOrder } from '../../src/domain/case-name.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { undo } from '../../src/services/undo.ts'
import { listSourceSpans } from '../../src/storage/source-spans.ts'
import { textsOf } from '../../src/storage/source-versions.ts'
import { listSources } from '../../src/storage/sources.ts'
import { listSpeakers } from '../../src/storage/speakers.ts'
import { listAttributes, listSourceCases, listStudyCases } from '../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const studies = new URL('../fixtures/studies/', import.meta.url)

/** A project with a small study's files in it, all but its guides: what was read, as one act. */
async function openStudy(name: string) {
  const folder = new URL(`${name}/`, studies)
  const { house } = await openTestHouse()
  const { elsewhereId: projectId } = await seedSmallStudy(house)
  const names = readdirSync(folder).filter((file) => !file.startsWith('guide'))
  const files = names.map((file) => ({ name: file.normalize('NFC'), bytes: readFileSync(new URL(encodeURIComponent(file), folder)) }))
  const read = await Promise.all(
    files.sort((a, b) => inNaturalOrder(a.name, b.name)).map(async ({ name, bytes }) => ({ bytes, sources: await readSourceFile(bytes, name, 'sv') })),
  )
  const sources = read.flatMap(({ bytes, sources }) => sources.map((source) => ({ ...source, bytes })))
  const { misfits } = await importSources(house, { projectId, coderId: 1, sources })
  const stored = await listSources(house.read, projectId)
  const cases = (await listSourceCases(house.read, projectId)).map((link) => [link.caseName, stored.find((one) => one.id === link.sourceId)!.title])
  const speakers = await Promise.all(
    stored.map(async (one) => (await listSpeakers(house.read, one.id)).map(({ label, role, turns }) => `${label} ${role} ${turns}`)),
  )
  const told = async () => (await listStudyCases(house.read, projectId)).map((one) => [one.name, one.kind, ...one.values.values()].join(', '))
  const types = (await listAttributes(house.read, projectId)).map(({ name, type }) => `${name}: ${type}`)
  return { house, projectId, stored, cases, speakers, told, types, misfits }
}

test('five themes: three interviews in three notations, each its municipality, with the attributes of a sheet', async () => {
  const { house, projectId, stored, cases, speakers, told, types, misfits } = await openStudy('five-themes')
  expect(stored.map(({ title, kind, language }) => [title, kind, language])).toEqual([
    ['intervju_granudden', 'interview', 'sv'],
    ['intervju_humleby', 'interview', 'sv'],
    ['intervju_stensvik', 'interview', 'sv'],
  ])
  expect(speakers).toEqual([
    ['Intervjuare interviewer 6', 'Informant informant 6'],
    ['Eva interviewer 4', 'Per-Olof informant 4'],
    ['I interviewer 6', 'R informant 6'],
  ])
  expect(cases.sort()).toEqual([
    ['Granudden', 'intervju_granudden'],
    ['Humleby', 'intervju_humleby'],
    ['Stensvik', 'intervju_stensvik'],
  ])
  expect((await told()).sort()).toEqual([
    'Granudden, kommun, Norra, 8412, -1.2, 2026-02-03',
    'Humleby, kommun, Södra, 12077, 0.1, 2026-02-11',
    'Stensvik, kommun, Södra, 31950, 0.8, 2026-02-05',
  ])
  expect([types, misfits]).toEqual([['region: category', 'befolkning: number', 'befolkningsförändring: number', 'besökt: date'], []])
  const spans = await listSourceSpans(house.read, [stored[2]!.id])
  expect(['timestamp', 'label', 'preamble'].map((kind) => spans.filter((span) => span.kind === kind).length)).toEqual([12, 12, 1])
  await undo(house, { projectId, actorId: 1 })
  expect([await listSources(house.read, projectId), await told()]).toEqual([[], []])
})

test('three groups: six interviews, each its informant and group, whatever way their speakers are marked', async () => {
  const { stored, cases, speakers, told, types } = await openStudy('three-guides')
  expect(stored.map(({ title, kind }) => [title, kind])).toEqual(['GE1', 'GE2', 'KO1', 'KO2', 'RA1', 'RA2'].map((title) => [title, 'interview']))
  expect(cases.map(([name]) => name).sort()).toEqual(['GE1', 'GE2', 'KO1', 'KO2', 'RA1', 'RA2'])
  expect(speakers).toEqual([
    ['Intervjuare interviewer 3', 'Informant informant 3'],
    ['Frågeställare interviewer 3', 'Maj-Britt Ed informant 3'],
    ['Intervjuare interviewer 3', 'Näringslivschef informant 3'],
    ['– 1 interviewer 3', '– 2 informant 3'],
    ['I interviewer 3', 'RA1 informant 3'],
    ['I interviewer 3', 'RA2 informant 3'],
  ])
  expect(await told()).toContain('KO2, informant, kommun, 7')
  expect(types).toEqual(['grupp: category', 'år i rollen: number'])
})

test('four towns: an interview and a workshop each, in which nobody is marked as speaking; a town has both its sources', async () => {
  const { house, stored, cases, speakers, told } = await openStudy('four-towns')
  expect(stored.map(({ title, kind }) => `${title}: ${kind}`)).toEqual([
    ...['Ekudden', 'Rönnvik', 'Tallmo', 'Vassnäs'].map((town) => `Intervju ${town}: interview`),
    ...['Ekudden', 'Rönnvik', 'Tallmo', 'Vassnäs'].map((town) => `Workshop ${town}: workshop`),
  ])
  expect(speakers.flat()).toEqual([])
  expect(cases.sort()).toEqual(
    ['Ekudden', 'Rönnvik', 'Tallmo', 'Vassnäs'].flatMap((town) => [
      [town, `Intervju ${town}`],
      [town, `Workshop ${town}`],
    ]),
  )
  expect((await told()).sort()).toEqual(['Ekudden, ort, kust, 3120', 'Rönnvik, ort, kust, 18400', 'Tallmo, ort, inland, 2085', 'Vassnäs, ort, inland, 5760'])
  const texts = await textsOf(
    house.read,
    stored.map((one) => one.id),
  )
  for (const text of texts.values()) for (const heading of ['Näringslivets behov', 'Lokaler', 'Engagemang', 'Tidplan']) expect(text).toContain(`\n${heading}\n`)
})

import { readdirSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Refusal } from '../../../src/domain/refusal.ts'
import { gather, writeZip } from '../../../src/exchange/write-zip.ts'
import { draftSources, findExchange, makeExchangeDraft } from '../../../src/services/exchange/exchange-drafts.ts'
import { importExchange } from '../../../src/services/exchange/import-exchange.ts'
import { openSharedPool, openTestHouse } from '../../support/house.ts'

const shared = await openSharedPool()
const CODE = '11111111-1111-1111-1111-111111111111'
const TEXT = '22222222-2222-2222-2222-222222222222'
const qde = (inside: string, attributes = '') =>
  `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="Odd" ${attributes}><CodeBook><Codes><Code guid="${CODE}" name="Rent" isCodable="true"/></Codes></CodeBook>${inside}</Project>`
const source = (inside: string, path = `internal://${TEXT}.txt`) =>
  qde(`<Sources><TextSource guid="${TEXT}" name="One" plainTextPath="${path}">${inside}</TextSource></Sources>`)
const selection = (start: number | string, end: number | string, code = CODE, name = '') =>
  `<PlainTextSelection guid="${crypto.randomUUID()}" name="${name}" startPosition="${start}" endPosition="${end}"><Coding guid="${crypto.randomUUID()}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`

type Parts = Record<string, string | Uint8Array>
async function read(parts: Parts | Uint8Array) {
  const { house, folder } = await openTestHouse({ pool: shared })
  const zipped = parts instanceof Uint8Array ? parts : await gather(writeZip(Object.entries(parts).map(([name, content]) => ({ name, content }))))
  writeFileSync(join(folder, 'file'), zipped)
  const id = await makeExchangeDraft(house, shared, (path) => copyFile(join(folder, 'file'), path)).catch((error: Refusal) => {
    expect(readdirSync(join(folder, 'imports'))).toEqual([])
    throw error
  })
  const draft = await findExchange(house, id)
  const sources = []
  for await (const one of draftSources(join(folder, 'imports', id)).sources) sources.push(one)
  return { house, id, draft, sources, losses: Object.fromEntries(draft.losses.map(({ kind, count }) => [kind, count])) }
}
const refused = async (parts: Parts | Uint8Array) => (await read(parts).catch((error: Refusal) => error)) as Refusal
const texts = { [`sources/${TEXT}.txt`]: 'The rent is 😴 high.' }

test.each([
  ['no project in it', { 'a.txt': 'a' }, 'refusal.refi-no-project'],
  ['ten of them', Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`p${n}.qde`, qde('')])), 'refusal.refi-many-projects'],
  ['cut off', { 'project.qde': qde('').slice(0, -5) }, 'refusal.refi-broken'],
  ['entities', { 'project.qde': qde('').replace('?>', '?><!DOCTYPE Project [<!ENTITY a "b">]>') }, 'refusal.import-doctype'],
  ['not a project', { 'project.qde': '<Other/>' }, 'refusal.refi-no-project'],
  ['elements without end', { 'project.qde': qde('<Sets>'.repeat(300) + '</Sets>'.repeat(300)) }, 'refusal.refi-broken'],
  ['a bomb', { 'project.qde': qde(''), 'sources/a.txt': new Uint8Array(60 * 1024 * 1024) }, 'refusal.import-zip-bomb'],
] as [string, Parts, string][])('a file with %s is refused in a sentence, and leaves nothing', async (_what, parts, key) => {
  expect(await refused(parts)).toMatchObject({ name: 'Refusal', key })
})

test('what is neither a zip nor XML is refused', async () => {
  expect((await refused(new TextEncoder().encode('PK\u0003\u0004 and no more'))).key).toBe('refusal.import-broken-zip')
  expect((await refused(new TextEncoder().encode('hello'))).key).toBe('refusal.refi-broken')
})

test('one project among other files is found, whatever its name and capitals', async () => {
  const { draft } = await read({
    'My Study.QDE': source(selection(4, 8)),
    [`Sources/${TEXT.toUpperCase()}.TXT`]: 'The rent is high.',
    '__MACOSX/._My Study.qde': 'x',
  })
  expect(draft.sources).toMatchObject([{ title: 'One', selections: 1, codings: 1 }])
})

test('names that lead outside are only looked up, never opened', async () => {
  const { sources, losses } = await read({ 'project.qde': source(selection(0, 3), 'internal://../../../etc/passwd') })
  expect(sources).toEqual([])
  expect(losses).toEqual({ 'no-text': 1, 'selections-without-text': 1, 'codings-lost': 1 })
})

test('selections that lie nowhere, hold nothing or have no code are told of, and the rest is kept', async () => {
  const odd = [selection(4, 8, CODE, 'rent'), selection(9, 900), selection(-4, 3), selection('x', 3), selection(8, 4), selection(5, 5), selection(12, 13, TEXT)]
  const { sources, losses } = await read({ 'project.qde': source(odd.join('')), ...texts })
  expect(sources[0]!.selections.map(({ start, end }) => sources[0]!.text.slice(start, end))).toEqual(['rent', '😴'])
  expect(losses).toEqual({ 'selections-out-of-range': 4, 'selections-empty': 1, 'codings-lost': 5, 'codings-without-code': 1 })
})

test('guids that are none, or the same for everything, do no harm', async () => {
  const twice = `<Sources>${`<TextSource guid="${CODE}" name="Same"><PlainTextContent>The rent.</PlainTextContent></TextSource>`.repeat(2)}</Sources>`
  const { house, id, draft } = await read({ 'project.qde': qde(twice).replace(`guid="${CODE}" name="Rent"`, `guid="{${CODE}}" name="Rent"`) })
  expect(draft.sources).toHaveLength(2)
  const { report } = await importExchange(house, { draftId: id, coderId: 1, into: { name: 'Odd', language: 'en' } })
  expect(report!.sources).toBe(2)
})

test('sets of sets, links in a ring and notes of nothing are told of', async () => {
  const set = `<Sets><Set guid="${TEXT}" name="Ring"><MemberCode targetGUID="${TEXT}"/></Set></Sets>`
  const links = `<Links><Link guid="${CODE}" originGUID="${TEXT}" targetGUID="${CODE}"/><Link guid="${TEXT}" originGUID="${CODE}" targetGUID="${TEXT}"/></Links>`
  const { losses } = await read({ 'project.qde': qde(links + set) })
  expect(losses).toEqual({ links: 2, 'set-members': 2 })
})

test('codes of one name beside each other are one, and deep ones move up', async () => {
  const deep = '<Code guid="x" name="d" isCodable="true">'.repeat(30) + '</Code>'.repeat(30)
  const doubled = `<Code guid="${TEXT}" name="rent" isCodable="true"/>`
  const { draft, losses } = await read({ 'project.qde': qde('').replace('</Codes>', `${doubled}${deep}</Codes>`) })
  expect(draft.project.codes.filter((code) => code.label.toLowerCase() === 'rent')).toHaveLength(1)
  expect(losses['codes-deep']).toBe(10)
})

test('an import that fails half-way leaves the study as it was, and the draft to try again', async () => {
  const { house, id } = await read({ 'project.qde': source(selection(4, 8)), ...texts })
  const into = { projectId: 4711, slug: 'gone' }
  await expect(importExchange(house, { draftId: id, coderId: 1, into })).rejects.toThrow()
  for (const table of ['source', 'code', 'quotation', 'act', 'source_version'] as const)
    expect(await house.read.selectFrom(table).select('id').execute()).toEqual([])
  await importExchange(house, { draftId: id, coderId: 1, into: { name: 'Odd', language: 'en' } })
  expect(await house.read.selectFrom('coding').select('id').execute()).toHaveLength(1)
})

import { writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DraftSource } from '../../../src/domain/exchange-draft.ts'
import { gather, writeZip } from '../../../src/exchange/write-zip.ts'
import { draftSources, findExchange, makeExchangeDraft } from '../../../src/services/exchange/exchange-drafts.ts'
import { importExchange } from '../../../src/services/exchange/import-exchange.ts'
import { readReviews } from '../../../src/services/read-reviews.ts'
import { settleReview } from '../../../src/services/settle-review.ts'
import { undo } from '../../../src/services/undo.ts'
import { openSharedPool, openTestHouse } from '../../support/house.ts'

const shared = await openSharedPool()
const guid = (n: number) => `${n.toString(16).padStart(8, '0')}-1111-4222-8333-0123456789AB`
const CODE = guid(1)
let made = 1000
const next = () => guid(made++)
const codingOf = (code = CODE, by = '') => `<Coding guid="${next()}"${by && ` creatingUser="${by}"`}><CodeRef targetGUID="${code}"/></Coding>`
const selected = (name: string, start: number, end: number, inside = codingOf()) =>
  `<PlainTextSelection guid="${next()}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`
const codes = `<CodeBook><Codes><Code guid="${CODE}" name="Rent" isCodable="true"/></Codes></CodeBook>`
const qde = (inside: string, head = 'name="Housing" origin="Other 1"', book = codes) =>
  `\ufeff<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" ${head}>${book}${inside}</Project>`
const count = (xml: string, name: string) => xml.split(`<${name} `).length - 1

type Parts = Record<string, string | Uint8Array>
async function read(parts: Parts) {
  const { house, folder } = await openTestHouse({ pool: shared })
  const zipped = await gather(writeZip(Object.entries(parts).map(([name, content]) => ({ name, content }))))
  writeFileSync(join(folder, 'file'), zipped)
  const again = () => makeExchangeDraft(house, shared, (path) => copyFile(join(folder, 'file'), path))
  const id = await again()
  const draft = await findExchange(house, id)
  const sources: DraftSource[] = []
  for await (const one of draftSources(join(folder, 'imports', id)).sources) sources.push(one)
  const wordsOf = (at: number) => sources[at]!.selections.map(({ start, end, unplaced }) => unplaced ?? sources[at]!.text.slice(start, end))
  return { house, id, again, draft, sources, wordsOf, losses: Object.fromEntries(draft.losses.map(({ kind, count }) => [kind, count])) }
}

const TEXT = 'Hello 😴 there.\r\nThe rent is high.\r\nThe light is low.'
const RENT = TEXT.indexOf('rent')

test('every selection and every coding of a file is kept, waits for its place, or is told of', async () => {
  const media = (name: string, extra: string) => `<${name}Source guid="${next()}" name="${name}">${extra}</${name}Source>`
  const shot = (name: string) => `<${name}Selection guid="${next()}">${codingOf()}${codingOf()}</${name}Selection>`
  const point = [next(), next(), next()]
  const transcript = `<Transcript guid="${next()}" plainTextPath="internal://t.txt"><SyncPoint guid="${point[0]}" position="0"/><SyncPoint guid="${point[1]}" position="5"/><SyncPoint guid="${point[2]}"/>
    <TranscriptSelection guid="${next()}" fromSyncPoint="${point[0]}" toSyncPoint="${point[1]}">${codingOf()}</TranscriptSelection><TranscriptSelection guid="${next()}" fromSyncPoint="${point[0]}" toSyncPoint="${point[2]}">${codingOf()}</TranscriptSelection>${codingOf()}</Transcript>`
  const text = (path: string, inside: string) => `<TextSource guid="${next()}" name="${path}" plainTextPath="${path}">${inside}</TextSource>`
  const xml = qde(`<Sources>
    ${text('internal://a.txt', `${selected('rent', RENT, RENT + 4, codingOf() + codingOf())}${selected('', 3, 3)}${selected('light', 900, 905)}${selected('', 9, 900)}${selected('', 0, 5, '')}${selected('', TEXT.length - 4, TEXT.length + 1)}${selected('', 0, 5, codingOf(next()))}${codingOf()}`)}
    ${text('relative://../gone.txt', selected('gone', 0, 4))}
    ${media('Picture', `<TextDescription guid="${next()}" plainTextPath="internal://p.txt">${selected('', 0, 3)}</TextDescription>${shot('Picture')}`)}
    ${media('Audio', `${transcript}${shot('Audio')}`)}${media('Video', shot('Video'))}
    <PDFSource guid="${next()}" name="Report">${shot('PDF')}<Representation guid="${next()}" plainTextPath="INTERNAL://R.TXT">${selected('', 0, 6)}</Representation></PDFSource></Sources>`)
  const { sources, losses } = await read({
    'Some.qde': xml,
    'Sources/a.txt': `\ufeff${TEXT}`,
    'Sources/p.txt': 'sun',
    'Sources/t.txt': 'hello you',
    'Sources/r.txt': 'Report',
  })
  const kept = sources.flatMap(({ selections }) => selections)
  const told = (...kinds: string[]) => kinds.reduce((sum, kind) => sum + ((losses as Record<string, number>)[kind] ?? 0), 0)
  const elements = ['PlainTextSelection', 'TranscriptSelection', 'PictureSelection', 'AudioSelection', 'VideoSelection', 'PDFSelection']
  const all = elements.reduce((sum, name) => sum + count(xml, name), 0)
  expect(kept.length + told('selections-empty', 'selections-out-of-range', 'selections-without-text', 'media-selections', 'pdf-selections')).toBe(all)
  const codings = kept.reduce((sum, { codings: its }) => sum + its.length, 0)
  expect(codings + told('codings-lost', 'codings-without-code', 'source-codings')).toBe(count(xml, 'Coding'))
  expect(kept.filter(({ unplaced }) => unplaced !== undefined)).toMatchObject([{ unplaced: 'light', codings: [{}] }])
  expect(losses).toMatchObject({ 'to-place': 1, 'selections-cut': 1, media: 3, 'no-text': 1 })
})

test('what has words but no place waits with them, once, and is laid as any passage that waits', async () => {
  const note = guid(7)
  const lost = selected('The light is low.', 900, 917, `${codingOf()}<NoteRef targetGUID="${note}"/>`)
  const xml = qde(
    `<Sources><TextSource guid="${guid(3)}" name="One" plainTextPath="internal://a.txt">${selected('rent', RENT, RENT + 4)}${lost}${selected('never said', 800, 810)}</TextSource></Sources><Notes><Note guid="${note}" name="n"><PlainTextContent>Think of this</PlainTextContent></Note></Notes>`,
  )
  const { house, id, again } = await read({ 'project.qde': xml, 'Sources/a.txt': TEXT })
  const { slug, report } = await importExchange(house, { draftId: id, coderId: 1, into: { name: 'Housing', language: 'en' } })
  expect(report).toMatchObject({ sources: 1, codings: 1, quotations: 1, waiting: 2, memos: 1 })
  const projectId = (await house.read.selectFrom('project').select('id').executeTakeFirstOrThrow()).id
  const sourceId = (await house.read.selectFrom('source').select('id').executeTakeFirstOrThrow()).id
  const waiting = async () => (await readReviews(house, projectId, sourceId)).reviews
  const [first, second] = await waiting()
  expect(first).toMatchObject({
    told: true,
    old: { words: 'The light is low.' },
    now: { words: 'The light is low.' },
    codings: [{ label: 'Rent', coder: 'Housing' }],
  })
  expect(second).toMatchObject({ told: true, old: { words: 'never said' }, guess: null })
  const acts = async () => (await house.read.selectFrom('act').select('id').execute()).length
  const takeAgain = async () => importExchange(house, { draftId: await again(), coderId: 1, into: { projectId, slug } })
  const before = await acts()
  await takeAgain()
  expect([await acts(), (await waiting()).length]).toEqual([before, 2])
  await settleReview(house, { projectId, coderId: 1, reviewId: first!.id, placing: { at: 'guess' } })
  const laid = await house.read.selectFrom('memo').innerJoin('quotation', 'quotation.id', 'target_id').select(['target_kind', 'start_offset']).execute()
  expect(laid).toEqual([{ target_kind: 'quotation', start_offset: TEXT.replaceAll('\r', '').indexOf('The light') }])
  await takeAgain()
  expect([await acts(), (await waiting()).length]).toEqual([before + 1, 1])
  await undo(house, { projectId, actorId: 1 })
  expect(await waiting()).toHaveLength(2)
  await undo(house, { projectId: null, actorId: 1 })
  for (const table of ['project', 'quotation', 'coding', 'carry_review', 'memo'] as const)
    expect(await house.read.selectFrom(table).select('id').execute()).toEqual([])
})

test('where the text is missing the document beside it is read, and codings wait with the words that the file has for them', async () => {
  const source = `<Sources><TextSource guid="${guid(3)}" name="One" plainTextPath="internal://gone.txt" richTextPath="internal://a.html">${selected('is high', 8, 15)}</TextSource></Sources>`
  const { wordsOf, losses } = await read({ 'project.qde': qde(source), 'sources/a.html': '<p>The rent is high.</p>' })
  expect(wordsOf(0)).toEqual(['is high'])
  expect(losses).toEqual({ 'to-place': 1, 'text-from-document': 1 })
})

test('a coder keeps the name of the file: who made the project, the only one, or one called after the file', async () => {
  const by = async (users: string, head = '', coding = codingOf()) => {
    const source = `<Sources><TextSource guid="${guid(3)}" name="One"><PlainTextContent>The rent</PlainTextContent>${selected('', 4, 8, coding)}</TextSource></Sources>`
    const { draft, sources } = await read({ 'project.qde': qde(source, `name="Housing" ${head}`, `${users}${codes}`) })
    return draft.project.users[sources[0]!.selections[0]!.codings[0]!.user!]!.name
  }
  const two = `<Users><User guid="${guid(5)}" name="Karin"/><User guid="${guid(6)}" name="" id="LE"/></Users>`
  expect(await by(two, '', codingOf(CODE, `{${guid(6).toLowerCase()}}`))).toBe('LE')
  expect(await by(two, `creatingUserGUID="${guid(5)}"`)).toBe('Karin')
  expect(await by(`<Users><User guid="${guid(5)}" name="Karin"/></Users>`, '', codingOf(CODE, guid(99)))).toBe('Karin')
  expect(await by('<Users/>')).toBe('Housing')
  expect(await by(two)).toBe('Housing')
})

test('a root of a program’s own is no theme, colours are read as they are written, and sets of codes are found where they stand', async () => {
  const below = ['FF0000', '#f00', '#ffff0000', '#E0000080', 'rgb(255, 0, 0)', 'red'].map(
    (color, n) => `<Code guid="${guid(20 + n)}" name="C${n}" isCodable="true" color="${color}"/>`,
  )
  const sets = `<Sets><Set guid="${guid(8)}" name="Both"><Description>why</Description><MemberCode targetGUID="${guid(20)}"/></Set></Sets>`
  const book = (used: string) =>
    `<CodeBook><Codes><Code guid="${CODE}" name="Nodes" isCodable="false">${below.join('')}</Code></Codes>${sets}</CodeBook>${used}`
  const { draft, losses } = await read({ 'project.qde': qde('', undefined, book('')) })
  const [red] = draft.project.codes
  expect(draft.project.codes.map(({ parent, color }) => [parent, color])).toEqual([...Array(5).fill([null, red!.color]), [null, null]])
  expect(red!.color).not.toBe(null)
  expect(draft.project.sets).toMatchObject([{ name: 'Both', codes: [0] }])
  expect(losses).toEqual({ 'codes-lifted': 1, colors: 1, descriptions: 1 })
  const used = `<Sources><TextSource guid="${guid(3)}" name="One"><PlainTextContent>The rent</PlainTextContent>${selected('', 4, 8)}</TextSource></Sources>`
  expect((await read({ 'project.qde': qde('', undefined, book(used)) })).draft.project.codes[0]!.label).toBe('Nodes')
})

test('cases find the text of a recording, and links to sources without text are told of', async () => {
  const audio = `<Sources><AudioSource guid="${guid(3)}" name="Talk"><Transcript guid="${guid(4)}"><PlainTextContent>Some words</PlainTextContent></Transcript><VariableValue><VariableRef targetGUID="${guid(9)}"/><IntegerValue>3</IntegerValue></VariableValue></AudioSource><PictureSource guid="${guid(5)}" name="Pic"/></Sources>`
  const cases = `<Variables><Variable guid="${guid(9)}" name="Age" typeOfVariable="Integer"/></Variables><Cases><Case guid="${guid(6)}" name="Anna"><SourceRef targetGUID="${guid(3)}"/><SourceRef targetGUID="${guid(5)}"/></Case></Cases>`
  const { draft, losses } = await read({ 'project.qde': qde(cases + audio) })
  expect(draft.project.cases).toMatchObject([{ name: 'Anna', sources: [0], values: [{ variable: 0, value: '3' }] }])
  expect(losses).toEqual({ media: 2, 'case-sources': 1 })
})

test('nobody waits long while a file of many things is taken in, one after another', async () => {
  const many = (n: number, make: (nth: number) => string) => Array.from({ length: n }, (_, nth) => make(nth)).join('')
  const sets = `<Sets>${many(1500, (n) => `<Set guid="${next()}" name="S${n}"><MemberCode targetGUID="${CODE}"/></Set>`)}</Sets>`
  const lost = many(600, (n) => selected(`word ${n}`, 900_000, 900_010))
  const source = `<Sources><TextSource guid="${guid(3)}" name="One"><PlainTextContent>${'Some words. '.repeat(4000)}</PlainTextContent>${lost}</TextSource></Sources>`
  const { house, id } = await read({ 'project.qde': qde(source + sets) })
  let turns = 0
  const clock = setInterval(() => turns++, 1)
  const { report } = await importExchange(house, { draftId: id, coderId: 1, into: { name: 'Many', language: 'en' } })
  clearInterval(clock)
  expect(report).toMatchObject({ sets: 1500, waiting: 600 })
  // A turn for every hundred rows at least: 1,500 sets, 600 quotations and codings that come and go, 600 that wait.
  expect(turns).toBeGreaterThan(15)
})

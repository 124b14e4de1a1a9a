import { expect, test } from 'vitest'
import { readOdt } from '../../src/exchange/read-odt.ts'
import { zipOf } from '../support/docx.ts'
import { odtEdges, odtOf } from '../support/packed.ts'

const p = (words: string) => `<text:p>${words}</text:p>`

test('paragraphs, headings, spaces, tabs and line breaks are read as they are seen', async () => {
  const body = `<text:h text:outline-level="2">Kvarnen</text:h>\n  ${p('  En\n rad <text:span text:style-name="b">fet<text:s text:c="2"/>text</text:span> <text:span>så</text:span><text:tab/>x<text:line-break/>ny ')}${p('')}${p('<text:title>Titel</text:title>')}`
  const raw = await readOdt(await odtOf(body))
  expect(raw.text).toBe('Kvarnen\nEn rad fet  text så\tx\nny\n\nTitel')
  expect(raw.marks.map((mark) => [mark.kind, raw.text.slice(mark.start, mark.end)])).toEqual([
    ['heading', 'Kvarnen'],
    ['bold', 'fet  text'],
  ])
})

test('lists go by their style and run on where they say so; tables and notes are written out', async () => {
  const item = (words: string, more = '') => `<text:list-item>${p(words)}${more}</text:list-item>`
  const inner = `<text:list>${item('a')}${item('b')}</text:list>`
  const note = '<text:note><text:note-citation>*</text:note-citation><text:note-body><text:p>vid ån</text:p></text:note-body></text:note>'
  const cell = (words: string) => `<table:table-cell>${p(words)}</table:table-cell>`
  const body = `<text:list text:style-name="n">${item('ett')}${item('två', inner)}</text:list>${p(`mellan${note}`)}<text:list text:style-name="n" text:continue-numbering="true">${item('tre')}</text:list><text:list text:style-name="okänd">${item('prick')}</text:list><table:table><table:table-row>${cell('År')}<table:table-cell table:number-columns-repeated="2"/>${cell('Antal')}</table:table-row></table:table>`
  const raw = await readOdt(await odtOf(body))
  expect(raw.text).toBe('1. ett\n2. två\na) a\nb) b\nmellan[1]\n3. tre\n• prick\nÅr\t\t\tAntal\n[1] vid ån')
  expect(raw.repairs).toEqual([
    { kind: 'lists', count: 6 },
    { kind: 'tables', count: 1 },
    { kind: 'notes', count: 1 },
  ])
})

test('what a text can’t hold is told', async () => {
  const changes =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>borta</text:p></text:deletion></text:changed-region></text:tracked-changes>'
  const frame = `<draw:frame><draw:image xlink:href="a.png"/><svg:title>En bild</svg:title></draw:frame><draw:frame><draw:text-box>${p('i rutan')}</draw:text-box></draw:frame>`
  const body = `${changes}${p(`Kvar<office:annotation><text:p>anm</text:p></office:annotation>${frame} än`)}`
  const raw = await readOdt(await odtOf(body, { 'styles.xml': odtEdges('Sidhuvud') }))
  expect(raw.text).toBe('Kvar än\ni rutan')
  expect(raw.losses).toEqual([
    { kind: 'pictures', count: 1 },
    { kind: 'comments', count: 1 },
    { kind: 'deleted-text', count: 1 },
    { kind: 'headers', count: 1 },
  ])
})

test.each([
  [
    'one with a password',
    () => odtOf('', { 'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>' }),
    'refusal.import-password',
  ],
  ['a sheet', () => zipOf({ 'a.txt': 'hej' }), 'refusal.import-not-odt'],
  ['one that breaks off', () => zipOf({ 'content.xml': '<office:text><text:p>' }), 'refusal.import-broken-odt'],
  ['one with entities', () => zipOf({ 'content.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><text>&b;</text>' }), 'refusal.import-doctype'],
])('%s is refused', async (_, make, key) => {
  await expect(readOdt(await make())).rejects.toThrow(key)
})

test('a manifest of an old program, which declares itself, is let be', async () => {
  const manifest = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest/>'
  expect((await readOdt(await odtOf(p('Hej'), { 'META-INF/manifest.xml': manifest }))).text).toBe('Hej')
})

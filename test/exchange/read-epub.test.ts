import { expect, test } from 'vitest'
import { readEpub } from '../../src/exchange/read-epub.ts'
import { zipOf } from '../support/docx.ts'
import { epubOf } from '../support/packed.ts'

test('chapters come in the order of the book, each once however often it is named', async () => {
  const raw = await readEpub(await epubOf(['<p>ett</p>', '<h1>två</h1><p>&nbsp;mer&aring;</p>', '<p>aldrig</p>'], { spine: [1, 0, 1, 0, 1] }))
  expect(raw.text).toBe('två\n\u00a0merå\nett')
  expect(raw.marks).toEqual([{ kind: 'heading', level: 1, start: 0, end: 3 }])
})

test('the book’s own table of contents and parts that are missing are told', async () => {
  const items = '<item id="n" href="nav.xhtml" properties="nav"/><item id="m" href="borta.xhtml"/>'
  const book = await epubOf(['<p>ett</p><img src="a.png"/>'], { parts: { 'bok/bok.opf': opf(items) } })
  expect((await readEpub(book)).losses).toEqual([
    { kind: 'pictures', count: 1 },
    { kind: 'scripts', count: 1 },
    { kind: 'navigation', count: 1 },
    { kind: 'unknown-parts', count: 1, example: 'bok/borta.xhtml' },
  ])
})

test('what a style sheet of the book makes bold is known', async () => {
  const raw = await readEpub(await epubOf(['<p class="q">Vad då?</p>'], { parts: { 'bok/stil.css': '.q { font-weight: bold }' } }))
  expect(raw.marks).toEqual([{ kind: 'bold', start: 0, end: 7 }])
})

const lock = (path: string) => ({ 'META-INF/encryption.xml': `<encryption><EncryptedData><CipherReference URI="${path}"/></EncryptedData></encryption>` })

test.each([
  ['one that its seller locked', () => epubOf(['<p>x</p>'], { parts: lock('bok/text/kapitel%200.xhtml') }), 'refusal.import-locked-book'],
  ['a zip that is no book', () => zipOf({ 'a.txt': 'hej' }), 'refusal.import-broken-epub'],
  ['one without chapters', () => epubOf([]), 'refusal.import-broken-epub'],
  [
    'a chapter that defines entities',
    () => epubOf([''], { parts: { 'bok/text/kapitel 0.xhtml': '<!DOCTYPE html [<!ENTITY a "b">]><p>&a;</p>' } }),
    'refusal.import-doctype',
  ],
])('%s is refused', async (_, make, key) => {
  await expect(readEpub(await make())).rejects.toThrow(key)
})

test('a book with scrambled fonts is read', async () => {
  expect((await readEpub(await epubOf(['<p>Hej</p>'], { parts: lock('fonts/a.otf') }))).text).toBe('Hej')
})

function opf(items: string): string {
  return `<package><manifest><item id="c0" href="text/kapitel%200.xhtml"/>${items}</manifest><spine><itemref idref="n"/><itemref idref="c0"/><itemref idref="m"/><itemref idref="ingen"/></spine></package>`
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawText } from '../../src/domain/raw-text.ts'
import { normaliseText } from '../../src/domain/text.ts'
import { readRaw } from '../../src/exchange/read-raw.ts'
import { docxOf } from '../support/docx.ts'
import { epubOf, escaped, odtOf } from '../support/packed.ts'
import { linesAt, pdfOf } from '../support/pdf.ts'

type Run = { words: string; bold: boolean; italic: boolean }
type Written = readonly (readonly Run[])[]

const word = fc.string({ unit: fc.constantFrom('a', 'å', 'é', 'a\u030a', '<', '&', '"', '😴', '–', '.', 'ﬁ', '?'), minLength: 1, maxLength: 7 })
const run = fc.record({ words: word, bold: fc.boolean(), italic: fc.boolean() })
const documents = fc.array(fc.array(run, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
const spaced = (runs: readonly Run[]) => runs.map((one, at) => ({ ...one, words: at > 0 ? ` ${one.words}` : one.words }))

const docx = (paragraphs: Written) => {
  const toggles = (one: Run) => `${one.bold ? '<w:b/>' : ''}${one.italic ? '<w:i w:val="true"/>' : '<w:i w:val="0"/>'}`
  const runs = (some: readonly Run[]) => some.map((one) => `<w:r><w:rPr>${toggles(one)}</w:rPr><w:t xml:space="preserve">${escaped(one.words)}</w:t></w:r>`)
  return docxOf(paragraphs.map((some) => `<w:p>${runs(some).join('')}</w:p>`).join(''))
}
const odt = (paragraphs: Written) => {
  const spans = (one: Run) => `${one.bold ? '<text:span text:style-name="b">' : ''}${one.italic ? '<text:span text:style-name="i">' : ''}`
  const runs = (some: readonly Run[]) => some.map((one) => `${spans(one)}${escaped(one.words)}${spans(one).replace(/<text:span[^>]*>/g, '</text:span>')}`)
  return odtOf(paragraphs.map((some) => `<text:p>${runs(some).join('')}</text:p>`).join('\n  '))
}
const html = (paragraphs: Written) => {
  const one = ({ words, bold, italic }: Run) => `${bold ? '<b>' : ''}${italic ? '<em>' : ''}${escaped(words)}${italic ? '</em>' : ''}${bold ? '</b>' : ''}`
  return paragraphs.map((runs) => `<p>${runs.map(one).join('')}</p>`).join('\n')
}
const makers: [string, (paragraphs: Written) => Promise<Buffer> | Buffer][] = [
  ['docx', docx],
  ['odt', odt],
  ['html', (paragraphs) => Buffer.from(`<!doctype html><meta charset="utf-8">${html(paragraphs)}`)],
  ['epub', (paragraphs) => epubOf([html(paragraphs.slice(0, 2)), html(paragraphs.slice(2))])],
]

test.each(makers)('a %s gives back its paragraphs, and what was bold or italic', async (extension, make) => {
  await fc.assert(
    fc.asyncProperty(documents, async (written) => {
      const paragraphs = written.map(spaced)
      const raw = await rawOf(await make(paragraphs), `a.${extension}`)
      expect(raw.text).toBe(paragraphs.map((runs) => normaliseText(runs.map((one) => one.words).join(''))).join('\n'))
      expect(raw.layout).toBe('paragraphs')
      for (const look of ['bold', 'italic'] as const) expect(lettersOf(raw, look)).toBe(wantedLetters(paragraphs, look))
    }),
    { numRuns: 40 },
  )
})

test('a PDF gives back its lines', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'å', 'Ö', 'é', '–', '.', '(', '\\', '?'), minLength: 1, maxLength: 8 })
  const line = fc.array(letters, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(line, { minLength: 2, maxLength: 40 }), { minLength: 1, maxLength: 4 }), async (pages) => {
      const raw = await rawOf(pdfOf(pages.map((lines) => linesAt(lines))), 'a.pdf')
      expect(raw.text).toBe(pages.map((lines) => lines.join('\n')).join('\f'))
      expect(raw.layout).toBe('lines')
    }),
    { numRuns: 30 },
  )
})

async function rawOf(bytes: Buffer, name: string): Promise<RawText> {
  const extracted = await readRaw(bytes, name)
  if (extracted.kind !== 'text') throw new Error('a table')
  return extracted.raw
}

/** The letters under marks of a kind, without white space: marks may join over spaces. */
function lettersOf({ text, marks }: RawText, kind: string): string {
  const marked = marks.filter((mark) => mark.kind === kind).map((mark) => text.slice(mark.start, mark.end))
  return marked.join('').replace(/\s/g, '')
}

function wantedLetters(paragraphs: Written, kind: 'bold' | 'italic'): string {
  const marked = paragraphs.flat().filter((one) => one[kind])
  return normaliseText(marked.map((one) => one.words).join('')).replace(/\s/g, '')
}

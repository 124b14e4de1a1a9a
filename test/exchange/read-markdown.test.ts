import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown } from '../../src/exchange/read-markdown.ts'
import { readPlain } from '../../src/exchange/read-raw.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'

const read = (text: string) => readMarkdown(readPlain(Buffer.from(text), null))
const text = (markdown: string) => read(markdown).text
const marked = (markdown: string) => {
  const { text, marks } = read(markdown)
  return marks.map((mark) => [text.slice(mark.start, mark.end), mark.kind === 'heading' ? mark.level : mark.kind])
}

test('headings, emphasis, links and code read as their words, with marks', () => {
  const markdown =
    '# Intervju i *Älvbro*\n\nVi **gick _hem_** till [ån](http://a.example "t").\n\nUnder\n-----\n\n`kod &amp; *så*` &amp; \\*inte\\* &aring; snake_case_ord 2 * 3 * 4'
  expect(text(markdown)).toBe('Intervju i Älvbro\nVi gick hem till ån.\nUnder\nkod &amp; *så* & *inte* å snake_case_ord 2 * 3 * 4')
  expect(marked(markdown)).toEqual([
    ['Intervju i Älvbro', 1],
    ['Älvbro', 'italic'],
    ['gick hem', 'bold'],
    ['hem', 'italic'],
    ['Under', 2],
  ])
})

test('soft breaks are joined, hard ones stay', () => {
  expect(text('en rad\nsom går vidare  \nny rad\\\nen till\n\nnytt stycke')).toBe('en rad som går vidare\nny rad\nen till\nnytt stycke')
})

test.each([
  ['**Anna:** Hej?\n**Bo:** Jo.\nOch mer.\n**Anna:** Ja.\n\n**Bo:** Nej.', 'Anna: Hej?\nBo: Jo. Och mer.\nAnna: Ja.\nBo: Nej.'],
  ['I: Hej?\nR: Jo,\ndet är så här: bra.\nI: Ja.', 'I: Hej?\nR: Jo, det är så här: bra.\nI: Ja.'],
  ['[Anna]: Ja.\n[Bo]: Nej.\n[Anna]: Jo då.', '[Anna]: Ja.\n[Bo]: Nej.\n[Anna]: Jo då.'],
  ['[00:01:02] Vi kom hit.\n[00:01:09] Sen gick vi.', '[00:01:02] Vi kom hit.\n[00:01:09] Sen gick vi.'],
])('who speaks still begins a line: %s', (markdown, expected) => {
  expect(text(markdown)).toBe(expected)
})

test('bold names are found as speakers', async () => {
  const markdown = '**Intervjuare:** Hur är det?\n\n**Berit Ås:** *Bra*, tack.\n\n**Intervjuare:** Jaha?\n\n**Berit Ås:** Ja.'
  const [source] = await readSourceFile(Buffer.from(markdown), 'a.md', 'sv')
  expect(source!.speakers.map(({ label, role }) => [label, role])).toEqual([
    ['Intervjuare', 'interviewer'],
    ['Berit Ås', 'informant'],
  ])
  expect(source!.text).toBe('Intervjuare: Hur är det?\nBerit Ås: Bra, tack.\nIntervjuare: Jaha?\nBerit Ås: Ja.')
  expect(marked(markdown)[0]).toEqual(['Intervjuare:', 'bold'])
})

test('lists, tables, quotes and code are readable, and told', () => {
  const markdown =
    '1. ett\n1. två\n   - tre\n   - [x] klar\n\n     mer\n\n- a\n\n> citat\n> mer\n\n| År | *N* |\n|---|---|\n| 1 | 2 |\n| | 3 |\n\n    indragen\n\n```\nkod\n```\n\n***\n\n7) sju\n9) nio'
  const { text, repairs } = read(markdown)
  expect(text).toBe('1. ett\n2. två\n• tre\n• ☒ klar\nmer\n• a\ncitat mer\nÅr\tN\n1\t2\n\t3\nindragen\nkod\n7) sju\n9) nio')
  expect(repairs).toEqual([
    { kind: 'lists', count: 7 },
    { kind: 'tables', count: 1 },
  ])
})

test('what is no text is left out, and told; asides stay', () => {
  const markdown =
    '---\ntitle: Samtal\ntags:\n  - a\n---\n\nHej <b>du</b> <skratt> <!-- hemligt -->![bild](x.png)\n\n<div onclick="alert(1)">\nInne\n</div>\n\n<script>\nalert(1)\n</script>\n\n[a]: http://a.example\n\nSe [a] och <http://b.example>.'
  const { text, losses } = read(markdown)
  expect(text).toBe('Hej du <skratt> \nInne\nSe a och http://b.example.')
  expect(losses).toEqual([
    { kind: 'front-matter', count: 3, example: 'title: Samtal, tags:,   - a' },
    { kind: 'pictures', count: 1 },
    { kind: 'comments', count: 1 },
    { kind: 'unknown-parts', count: 2, example: 'div, script' },
  ])
  expect(text).not.toContain('alert')
})

test('lines between rules that are somebody’s words are no front matter', () => {
  expect(text('---\nDet var en gång.\n\n---\n\nSlut')).toBe('Det var en gång.\nSlut')
})

const words = fc.array(fc.constantFrom('ja', 'nej', 'på', 'Ön', '😴', '3 < 4', 'A&B', 'så…', '50 %', 'x*y', 'a_b', '[sic]', '(…)', '#1', 'är:'), {
  minLength: 1,
  maxLength: 8,
})
const escaped = (line: string) => line.replace(/[\\`*_{}[\]<>()#+\-.!|&~:]/g, '\\$&')
const block = fc.record({ kind: fc.constantFrom('plain', 'heading', 'item', 'bold', 'quote'), words })
const before = { plain: '', heading: '## ', item: '- ', bold: '**', quote: '> ' } as const

test('any paragraphs come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const markdown = blocks
        .map(({ kind, words }) => `${before[kind as keyof typeof before]}${escaped(words.join(' '))}${kind === 'bold' ? '**' : ''}`)
        .join('\n\n')
      const expected = blocks.map(({ kind, words }) => `${kind === 'item' ? '• ' : ''}${words.join(' ')}`)
      expect(text(markdown)).toBe(expected.join('\n'))
      expect(marked(markdown).filter(([, kind]) => kind === 2)).toHaveLength(blocks.filter(({ kind }) => kind === 'heading').length)
    }),
    { numRuns: 200 },
  )
})

test('nothing takes long, and nesting has an end', () => {
  expect(() => read('>'.repeat(100_000))).toThrow('refusal.import-too-nested')
  expect(() => read(`${'- '.repeat(10_000)}x`)).toThrow('refusal.import-too-nested')
  const began = performance.now()
  for (const piece of ['*a **b ', '[', '`', '<a', '![a](', '_a', '| a ', '\\'])
    expect(read(`x${piece.repeat(1_000_000 / piece.length)}`).text.length).toBeGreaterThan(100_000)
  expect(read('Anna: Hej då.\n\n'.repeat(30_000)).text.split('\n')).toHaveLength(30_000)
  expect(performance.now() - began).toBeLessThan(20_000)
}, 30_000)

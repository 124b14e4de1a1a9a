import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Block } from '../../src/domain/document.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { writeDocx } from '../../src/exchange/write-docx.ts'
import { htmlPieces } from '../../src/exchange/write-html.ts'
import { inLatex, latexPieces } from '../../src/exchange/write-latex.ts'
import { markdownPieces } from '../../src/exchange/write-markdown.ts'
import { xlsxOf } from '../../src/exchange/xlsx.ts'

import { unzip } from '../support/unzip.ts'

const hard = 'a \\ { } $ & # % _ ^ ~ < > | " \' ` -- *b* [c](d) ! + = @ 1. <script>alert(1)</script> å 😴 é &amp; \u202eرحبا'
const blocks: Block[] = [
  { style: 'title', text: 'Citat: <b>Natt</b>' },
  { contents: 'Innehåll' },
  { style: 'heading1', text: '1 Sömn & vila' },
  { style: 'heading2', text: '1.1 *Trött*' },
  { style: 'quote', runs: [{ text: 'Först. ', look: 'context' }, { text: `”${hard}”` }, { text: ' (Informant 4, natt)', look: 'cite' }] },
  { style: 'quote', text: '1. Först\n- så\n# och sist' },
  { heads: [{ text: 'kod' }, { text: 'def|inition' }], rows: [[{ text: 'a' }, { text: 'rad 1\nrad 2' }]], widths: [1, 3] },
]

test('a Word document has real headings, a table of contents that leads to them, and the words sign for sign', async () => {
  const bytes = Buffer.from(await writeDocx(blocks))
  expect(Buffer.from(await writeDocx(blocks)).equals(bytes)).toBe(true)
  const [read] = await readSourceFile(bytes, 'citat.docx', 'sv')
  for (const words of ['Citat: <b>Natt</b>', '1 Sömn & vila', hard, 'Först. ”', '(Informant 4, natt)', 'rad 1']) expect(read!.text).toContain(words)
  expect(read!.text.match(/1\.1 \*Trött\*/g)).toHaveLength(2)
})

test('a web page is whole in itself, refers to nothing outside, and runs nothing', async () => {
  const page = [...htmlPieces(blocks, { title: 'Citat', language: 'sv' })].join('')
  expect(page).not.toMatch(/<script|src=|@import|url\(|https?:|<link/)
  expect(page).toContain('<h2 id="h0">1 Sömn &amp; vila</h2>')
  expect(page).toContain('<a href="#h1">1.1 *Trött*</a>')
  const [read] = await readSourceFile(Buffer.from(page), 'citat.html', 'sv')
  expect(read!.text).toContain(hard)
})

test('Markdown shows the words as they are', async () => {
  const text = [...markdownPieces(blocks)].join('')
  const [read] = await readSourceFile(Buffer.from(text), 'citat.md', 'sv')
  for (const words of [
    'a \\ { } $ & # % _ ^ ~ < > | " \' ` -- *b* [c](d) ! + = @ 1. <script>alert(1)</script> å 😴',
    '&amp;',
    '1. Först',
    '# och sist',
    '- så',
  ])
    expect(read!.text).toContain(words)
})

test.each([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['"', '\\textquotedbl{}'],
  ["'", '\\textquotesingle{}'],
  ['`', '\\textasciigrave{}'],
  ['--', '-{}-'],
  ['---', '-{}-{}-'],
  [',,', ',{},'],
  ['”å😴…', '”å😴…'],
])('LaTeX sets %s as it is', (sign, written) => expect(inLatex(sign)).toBe(written))

test('LaTeX has its parts in balance, and no break that would take a bracket for its own', () => {
  const text = [...latexPieces([...blocks, { style: 'quote', text: 'rad\n[skratt]' }], { language: 'sv' })].join('')
  expect(text.match(/\\begin\{/g)).toHaveLength(text.match(/\\end\{/g)!.length)
  expect(text).toContain('\\section{1 Sömn \\& vila}')
  expect(text).not.toMatch(/\\\\\s*\[/)
})

const hasTex = spawnSync('pdflatex', ['--version']).status === 0
test.skipIf(!hasTex)('LaTeX compiles, whatever has been said', () => {
  const hostile = [
    ...'\\{}$&#%_^~<>|"\'`-,;:!?*[]()=@/+',
    ...['\\input{/etc/passwd}', '\\end{document}', '\\write18{ls}', '^^41 ^^M', '%', '?` !` << >> -- --- ,,', '\\\\[2ex]', '$x', '{', '}'],
    ...['😴 👩‍🏫', 'שלום مرحبا', 'Привет 你好 Ελλ', 'e\u0301 \u00ad \u00a0 \u2002 \u200b \u2212 \u2028', 'ñ ø ß “q” ”q” «q» … – — × ½ € °', 'x'.repeat(500)],
  ]
  const noted = { style: 'text', runs: [{ text: hostile.join(' '), notes: [0, 1] }] } as const
  const said = hostile.flatMap((text): Block[] => [
    { style: 'heading1', text },
    { style: 'quote', runs: [{ text: `${text}\n[${text}` }, { text, look: 'context' }, { text, look: 'cite' }] },
  ])
  const table = { heads: hostile.slice(0, 4).map((text) => ({ text })), rows: [hostile.slice(4, 8).map((text) => ({ text }))] }
  const notes = hostile.slice(-2).map((text) => ({ by: text, at: '2026-01-01', text }))
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-tex-'))
  try {
    for (const language of ['sv', 'nb', 'en']) {
      writeFileSync(
        join(folder, 'a.tex'),
        [...latexPieces([{ style: 'title', text: hostile.join(' ') }, { contents: 'All' }, ...said, noted, table], { language, notes })].join(''),
      )
      const run = () => spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'a.tex'], { cwd: folder, encoding: 'utf8' })
      // The second time with its table of contents.
      for (const { status, stdout } of [run(), run()]) expect(status, stdout.match(/^!.*$/m)?.[0]).toBe(0)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a workbook opens with columns as wide as their words, and long words on lines of their own', async () => {
  const rows = [
    ['short', 'words '.repeat(40), 7],
    ['another', 'few', 8],
  ]
  const files = await unzip(Buffer.from(await xlsxOf({ name: 'a', columns: ['first column', 'b', 'n'], rows })))
  const sheet = files.get('xl/worksheets/sheet1.xml')!.toString()
  expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([15, 60, 4])
  expect(sheet).toMatch(/<row r="2" ht="60" customHeight="1">.*<c r="B2" t="inlineStr" s="2">/)
  expect(sheet).toContain('<row r="3"><c r="A3" t="inlineStr"><is>')
})

test('a workbook runs nothing, and holds what a cell has no room for in parts', async () => {
  const long = `${'x'.repeat(31_999)}😴${'y'.repeat(20_000)}`
  const bytes = await xlsxOf({
    name: 'a/b:c',
    columns: ['=1+1', 'n'],
    rows: [
      ['=HYPERLINK("x")', 3],
      [long, null],
      ['<&> \u0001', 4.5],
    ],
  })
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]!.rows).toMatchObject([
    ['=1+1', 'n'],
    ['=HYPERLINK("x")', 3],
    [expect.stringContaining('[→ long texts, A3]'), null],
    ['<&> ', 4.5],
  ])
  expect(
    sheets[1]!.rows
      .slice(1)
      .map((row) => row[3])
      .join(''),
  ).toBe(long)
})

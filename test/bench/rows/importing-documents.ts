import { setTimeout as wait } from 'node:timers/promises'
import { docxOf, paragraph } from '../../support/docx.ts'
import { importFiles, type NamedFile } from '../../support/import-files.ts'
import { linesAt, pdfOf } from '../../support/pdf.ts'
import { chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import type { Ground } from '../ground.ts'
import { timeOf } from '../measure.ts'
import { makeTranscript } from '../transcript.ts'
import { waited } from './exporting.ts'

/** Two hundred Word documents of 8,000 words in one drop: sent, read, previewed, confirmed and kept. */
export async function importingDocuments(ground: Ground): Promise<Figure[]> {
  const chance = chanceOf(5)
  const files: NamedFile[] = []
  for (let nth = 1; nth <= 200; nth++) {
    const lines = makeTranscript(chance, 8000, 110).text.split('\n')
    files.push({ name: `Word ${nth}.docx`, bytes: await docxOf(lines.map((line) => paragraph(line)).join('')) })
  }
  return measured(ground, 'import 200 Word documents of 8,000 words', files, 200, 60_000)
}

/** A survey of 6,400 rows and 12 columns: a source for each row. */
export async function importingSurvey(ground: Ground): Promise<Figure[]> {
  const chance = chanceOf(7)
  const words = makeTranscript(chance, 60_000, 400)
    .text.replace(/^[^:\n]*:\s*/gm, '')
    .split(/\s+/)
  const answer = (row: number, column: number) =>
    words
      .slice((row * 31 + column * 7) % (words.length - 30))
      .slice(0, 8 + ((row + column) % 14))
      .join(' ')
      .replaceAll(';', ',')
      .replaceAll('"', '')
  const head = ['nr', 'place', 'group', 'age', 'date', 'scale', ...Array.from({ length: 6 }, (_, at) => `What do you think of matter ${at + 1}?`)]
  const rows = Array.from({ length: 6400 }, (_, row) => {
    const facts = [row + 1, `Place ${row % 40}`, `Group ${row % 5}`, 18 + (row % 60), `2026-${String((row % 12) + 1).padStart(2, '0')}-11`, row % 7]
    return [...facts, ...Array.from({ length: 6 }, (_, column) => answer(row, column))].join(';')
  })
  const bytes = Buffer.from(`${head.join(';')}\n${rows.join('\n')}\n`)
  return measured(ground, 'import a survey of 6,400 rows x 12 columns', [{ name: 'survey.csv', bytes }], 6400, 20_000)
}

/** A PDF of 300 pages with a running head and page numbers, its paragraphs broken into lines. */
export async function importingPdf(ground: Ground): Promise<Figure[]> {
  const chance = chanceOf(9)
  const lines = makeTranscript(chance, 120_000, 1600)
    .text.split('\n')
    .flatMap((paragraph) => wrapped(paragraph, 84))
  const each = Math.ceil(lines.length / 300)
  const pages = Array.from({ length: 300 }, (_, nth) => [
    ...linesAt(['A report of many pages'], { y: 40 }),
    ...linesAt(lines.slice(nth * each, (nth + 1) * each)),
    ...linesAt([`${nth + 1}`], { x: 297, y: 815 }),
  ])
  return measured(ground, 'import a PDF of 300 pages', [{ name: 'pages.pdf', bytes: pdfOf(pages) }], 1, 15_000)
}

function wrapped(paragraph: string, width: number): string[] {
  const lines = ['']
  for (const word of paragraph.split(' '))
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(word)
    else lines.push(`${lines.pop()} ${word}`.trim())
  return lines
}

async function measured(ground: Ground, name: string, files: readonly NamedFile[], sources: number, limit: number): Promise<Figure[]> {
  const { client, server } = await ground.over('empty')
  const kept = async () => ((await ground.sqlite('empty')).prepare('select count(*) as n from source').get() as { n: number }).n
  const before = await kept()
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  const took = await timeOf(() => importFiles(client, SLUG, files))
  const delay = await server.delay('read')
  if ((await kept()) - before !== sources) throw new Error(`${(await kept()) - before} of ${sources} sources were kept`)
  const note = `${(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6).toFixed(1)} MB`
  return [
    { name, unit: 'ms', sample: [took], limit: { of: 'p50', at: limit }, note },
    waited(`others wait meanwhile (${files[0]!.name.split(/[ .]/)[0]})`, delay, idle),
  ]
}

import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../src/storage/open.ts'
import { chanceOf } from './chance.ts'
import { AT, CorpusWriter } from './corpus-writer.ts'
import { writeInterview } from './interview.ts'

/** What a benchmark corpus is made of. Words, paragraphs and codings are those of one interview; a long coding spans up to `reach` UTF-16 units. `themes` with so many codes each: five with four, unless told. */
export type CorpusShape = {
  interviews: number
  words: number
  paragraphs: number
  codings: number
  reach: number
  seed: number
  themes?: { count: number; codes: number }
}

const usual: CorpusShape = { interviews: 200, words: 8000, paragraphs: 110, codings: 60, reach: 400, seed: 1 }

/** The corpora that figures are measured on. */
export const corpora = {
  small: { ...usual, interviews: 13 },
  usual,
  large: { ...usual, interviews: 2000 },
  /** A project with nothing in it yet. */
  empty: { ...usual, interviews: 0 },
  /** The same, for interviews in which a guide's questions are put. */
  asked: { ...usual, interviews: 0 },
  /** One transcript of 300,000 characters with 2,000 codings that overlap. */
  long: { ...usual, interviews: 1, words: 48_600, paragraphs: 670, codings: 2000, reach: 3000 },
  /** One interview, in which a figure puts a codebook of a thousand codes. */
  wide: { ...usual, interviews: 1 },
  /** 100,000 codings, for the matrix. */
  coded: { ...usual, codings: 500 },
  /** 100,000 codings of 500 cases with 300 codes, for matrices of anything by anything. */
  broad: { ...usual, interviews: 500, words: 2000, paragraphs: 28, codings: 200, themes: { count: 20, codes: 14 } },
} satisfies Record<string, CorpusShape>

export type CorpusName = keyof typeof corpora

/** The project that a corpus holds. */
export const SLUG = 'bench'

/** A fresh data folder with this corpus in it. Made once, then copied: the figures may change what they measure. */
export async function corpusFolder(name: CorpusName, into: string): Promise<string> {
  const folder = join(into, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  copyFileSync(await corpusFile(corpora[name]), join(folder, 'utsaga.sqlite'))
  return folder
}

async function corpusFile(shape: CorpusShape): Promise<string> {
  const folder = join(tmpdir(), 'utsaga-bench')
  const file = join(folder, `${stampOf(shape)}.sqlite`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const unfinished = `${file}.${crypto.randomUUID()}`
  await (await openHouse(unfinished)).close()
  writeCorpus(unfinished, shape)
  renameSync(unfinished, file)
  return file
}

/** Another shape, another schema or another way of making it is another corpus. */
function stampOf(shape: CorpusShape): string {
  const hash = createHash('sha256').update(JSON.stringify(shape))
  hash.update(readFileSync(new URL('../../migrations/schema.sql', import.meta.url)))
  for (const part of ['corpus', 'corpus-writer', 'interview', 'transcript', 'vocabulary', 'chance'])
    hash.update(readFileSync(new URL(`./${part}.ts`, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

function writeCorpus(file: string, shape: CorpusShape): void {
  const writer = new CorpusWriter(file)
  const chance = chanceOf(shape.seed)
  writer.act(null, 1, 'create-project')
  const coders = [1, writer.insert('coder', { guid: writer.guid(), name: 'Second coder', made_at: AT })]
  const projectId = writer.insert('project', { guid: writer.guid(), slug: SLUG, name: 'Benchmark', language: 'sv', made_at: AT })
  const codes = writeCodebook(writer, projectId, shape.themes)
  const attributes = writeAttributes(writer, projectId)
  const questions = writeGuide(writer, projectId, codes)
  for (let nth = 1; nth <= shape.interviews; nth++) writeInterview(writer, chance, { shape, nth, projectId, coders, codes, attributes, questions })
  writer.close()
}

/** Themes with their codes. @returns the ids of all, a theme before its codes */
function writeCodebook(writer: CorpusWriter, projectId: number, { count, codes } = { count: 5, codes: 4 }): number[] {
  const code = (label: string, parent_id: number | null, position: number, color: number | null) =>
    writer.insert('code', { guid: writer.guid(), project_id: projectId, parent_id, label, color, position, made_at: AT, retired_at: null })
  const numbers = (most: number) => Array.from({ length: most }, (_, at) => at + 1)
  return numbers(count).flatMap((theme) => {
    const themeId = code(`Theme ${theme}`, null, theme, ((theme - 1) % 8) + 1)
    return [themeId, ...numbers(codes).map((nth) => code(`Code ${theme}.${nth}`, themeId, nth, null))]
  })
}

function writeAttributes(writer: CorpusWriter, projectId: number): { region: number; population: number } {
  const attribute = (name: string, type: string, position: number) =>
    writer.insert('attribute', { guid: writer.guid(), project_id: projectId, name, type, position })
  return { region: attribute('Region', 'category', 1), population: attribute('Population', 'number', 2) }
}

/** One guide with a question for each theme. @returns the questions' ids */
function writeGuide(writer: CorpusWriter, projectId: number, codes: number[]): number[] {
  const guide_id = writer.insert('guide', { guid: writer.guid(), project_id: projectId, name: 'Guide' })
  const section_id = writer.insert('guide_section', { guide_id, title: 'Themes', position: 1 })
  return [0, 1, 2, 3, 4].map((theme) => {
    const question_id = writer.insert('question', { guid: writer.guid(), section_id, number: theme + 1, text: `What of theme ${theme + 1}?` })
    writer.insert('question_theme', { question_id, code_id: codes[theme * 5]! })
    return question_id
  })
}

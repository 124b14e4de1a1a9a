import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../../src/storage/open.ts'
import { chanceOf } from '../bench/chance.ts'
import { type CorpusShape, corpora } from '../bench/corpus.ts'
import { AT, CorpusWriter } from '../bench/corpus-writer.ts'
import { writeInterview } from '../bench/interview.ts'

export type TeamShape = { projects: number; people: number; interviews: number; words: number }
/** What many people work in at once: ten studies of five coders each. */
export const team: TeamShape = { projects: 10, people: 50, interviews: 4, words: 3000 }

/** The address part of a study, counted from 1. */
export const slugOf = (nth: number) => `team-${nth}`

/** A fresh data folder with several studies and many coders in it. */
export async function teamFolder(into: string, shape: TeamShape = team): Promise<string> {
  const folder = join(into, 'team')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'utsaga.sqlite')
  await (await openHouse(file)).close()
  const writer = new CorpusWriter(file)
  writer.act(null, 1, 'create-project')
  const coders = Array.from({ length: shape.people }, (_, at) => writer.insert('coder', { guid: writer.guid(), name: `Coder ${at + 1}`, made_at: AT }))
  for (let nth = 1; nth <= shape.projects; nth++) writeStudy(writer, shape, nth, coders)
  writer.close()
  return folder
}

function writeStudy(writer: CorpusWriter, { interviews, words }: TeamShape, nth: number, coders: number[]): void {
  const slug = slugOf(nth)
  writer.act(null, 1, 'create-project')
  const projectId = writer.insert('project', { guid: writer.guid(), slug, name: `Team ${nth}`, language: 'sv', made_at: AT })
  const codes = Array.from({ length: 25 }, (_, at) =>
    writer.insert('code', {
      ...{ guid: writer.guid(), project_id: projectId, parent_id: null, label: `Code ${at + 1}` },
      ...{ color: (at % 8) + 1, position: at + 1, made_at: AT, retired_at: null },
    }),
  )
  const attribute = (name: string, type: string, position: number) =>
    writer.insert('attribute', { guid: writer.guid(), project_id: projectId, name, type, position })
  const attributes = { region: attribute('Region', 'category', 1), population: attribute('Population', 'number', 2) }
  const shape: CorpusShape = { ...corpora.small, words, paragraphs: Math.ceil(words / 70) }
  const chance = chanceOf(nth)
  for (let one = 1; one <= interviews; one++) writeInterview(writer, chance, { shape, nth: one, projectId, coders, codes, attributes, questions: [] })
}

import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { guideText } from '../domain/guide-text.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { type FollowingSource, listFollowing, listGuides, type StoredGuide } from '../storage/guides.ts'
import type { House } from '../storage/open.ts'
import { withNames } from './filter-names.ts'
import { type AnswerGrid, listToCheck, readAnswerGrids } from './read-answers.ts'
import { asGuide } from './stored-guide.ts'

export type GuidesView = { guides: StoredGuide[]; sources: FollowingSource[]; grids: AnswerGrid[]; toCheck: number }

/** The guides of a project, which sources follow them, and what has been found. */
export async function readGuides(house: House, projectId: number): Promise<GuidesView> {
  const grids = await readAnswerGrids(house.read, projectId)
  return { guides: grids.map((grid) => grid.guide), sources: await listFollowing(house.read, projectId), grids, toCheck: grids.flatMap(listToCheck).length }
}

export type GuideView = {
  guide: StoredGuide
  guides: { id: number; name: string }[]
  codes: CodeNode[]
  answers: Map<number, number>
  text: string
  grid: AnswerGrid
  askedOf: string
}

/** One guide to edit: its questions with their themes, how many cases have an answer to each, and whom somebody said that it is for, as people write it. */
export async function readGuideOf(house: House, projectId: number, guideId: number): Promise<GuideView> {
  const grids = await readAnswerGrids(house.read, projectId)
  const grid = grids.find((one) => one.guide.id === guideId)
  if (!grid) throw new Refusal('not-found', 'refusal.no-guide')
  const codes = flatten(treeOf(await listCodes(house.read, projectId)))
  const answers = new Map(grid.rows.map((row) => [row.question.id, row.cells.filter((cell) => cell.parts.length > 0).length]))
  const text = guideText(asGuide(grid.guide, new Map(codes.map(({ id, path }) => [id, path]))))
  const [askedOf = ''] = grid.said ? await withNames(house.read, projectId, [grid.said]) : []
  return { guide: grid.guide, guides: grids.map((one) => one.guide), codes, answers, text, grid, askedOf }
}

/** The guides of a project as texts and values, for the command line. */
export async function readGuideTexts({ read: db }: House, projectId: number) {
  const paths = new Map(flatten(treeOf(await listCodes(db, projectId))).map(({ id, path }) => [id, path]))
  const sources = await listFollowing(db, projectId)
  return (await listGuides(db, projectId)).map((guide) => {
    const value = asGuide(guide, paths)
    return { ...value, sources: sources.filter((source) => source.guideId === guide.id).map((source) => source.title), text: guideText(value) }
  })
}

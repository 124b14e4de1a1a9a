import { findAct } from '../../storage/acts.ts'
import { listFollowing, listGuides } from '../../storage/guides.ts'
import type { House } from '../../storage/open.ts'

/** How many sources an import brought, while it stands: zero where it was taken back, or is no import of this project. */
export async function countImported(house: House, projectId: number, actId: number): Promise<number> {
  const act = await findAct(house.read, actId)
  const stands = act?.projectId === projectId && act.kind === 'import-sources' && act.undoneBy === null
  return stands ? (act.about.count ?? 0) : 0
}

/** Whether any source of a project follows an interview guide, so that there are answers to look at. */
export async function hasAnswers(house: House, projectId: number): Promise<boolean> {
  return (await listFollowing(house.read, projectId)).some(({ guideId }) => guideId !== null)
}

/** Whether a project has a guide with questions and sources that follow none: their answers may be found. */
export async function hasGuideToFollow(house: House, projectId: number): Promise<boolean> {
  const asks = (await listGuides(house.read, projectId)).some(({ sections }) => sections.some(({ questions }) => questions.length > 0))
  return asks && (await listFollowing(house.read, projectId)).some(({ guideId }) => guideId === null)
}

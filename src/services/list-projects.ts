import type { House } from '../storage/open.ts'
import { listProjectProgress, type ProjectProgress } from '../storage/project-list.ts'

/** Every project of the house with how far it has come, the one worked in last first. */
export function listProjectsOf(house: House): Promise<ProjectProgress[]> {
  return listProjectProgress(house.read)
}

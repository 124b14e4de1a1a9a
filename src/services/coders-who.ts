import { listCodersOfProject } from '../storage/coder-codings.ts'
import type { House } from '../storage/open.ts'

/** Who has coded in a project, those who have coded most first. */
export function listCodersWho(house: House, projectId: number) {
  return listCodersOfProject(house.read, projectId)
}

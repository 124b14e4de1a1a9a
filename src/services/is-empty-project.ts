import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { countSources } from '../storage/sources.ts'

/** Does nothing stand in a project yet: no source, no code? */
export async function isEmptyProject(house: House, projectId: number): Promise<boolean> {
  return (await countSources(house.read, projectId)) === 0 && (await listCodes(house.read, projectId)).length === 0
}

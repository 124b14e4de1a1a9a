import { type ProjectRight, roleMay } from '../domain/role.ts'
import { listRolesOf } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { listProjectProgress, type ProjectProgress } from '../storage/project-list.ts'

/** Every project of the house with how far it has come, the one worked in last first. */
export function listProjectsOf(house: House): Promise<ProjectProgress[]> {
  return listProjectProgress(house.read)
}

/** Those in which a person may do what a right allows. */
export async function listProjectsFor(house: House, coderId: number, right: ProjectRight): Promise<ProjectProgress[]> {
  const known = await listRolesOf(house.read, coderId)
  return (await listProjectProgress(house.read)).filter(({ id }) => known.has(id) && roleMay(known.get(id)!, right))
}

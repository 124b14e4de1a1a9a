import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { findProjectBySlug } from '../storage/projects.ts'

export async function findProject(house: House, slug: string) {
  const project = await findProjectBySlug(house.read, slug)
  if (!project) throw new Refusal('not-found', 'refusal.no-project')
  return project
}

import type { House } from '../storage/open.ts'
import { textsOf } from '../storage/source-versions.ts'
import { theSource } from './the-source.ts'

/** A source and its whole text. */
export async function readSourceText(house: House, projectId: number, sourceId: number): Promise<{ title: string; text: string }> {
  const source = await theSource(house.read, projectId, sourceId)
  return { title: source.title, text: (await textsOf(house.read, [sourceId])).get(sourceId)! }
}

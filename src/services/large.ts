import type { House } from '../storage/open.ts'
import { hasMoreCodings } from '../storage/quotations.ts'

const LARGE = 20_000

/** Has the project so many codings that counting them is left to a thread? Below, the answer is quicker than the way there. */
export async function isLarge(house: House, projectId: number): Promise<boolean> {
  return hasMoreCodings(house.read, projectId, LARGE)
}

import { type Coder, listCoders } from '../storage/coders.ts'
import type { House } from '../storage/open.ts'

/** Every coder the house knows. */
export function listCodersOf(house: House): Promise<Coder[]> {
  return listCoders(house.read)
}

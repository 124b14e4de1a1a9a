import { type Coder, findLocalCoder } from '../storage/coders.ts'
import type { House } from '../storage/open.ts'

/** Who codes at this machine: "You" until renamed or another is chosen. */
export async function localCoder(house: House): Promise<Coder> {
  return findLocalCoder(house.read)
}

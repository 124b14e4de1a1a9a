import { type Coder, findCoderByGuid, findLocalCoder } from '../storage/coders.ts'
import type { House } from '../storage/open.ts'

/** Who codes at this machine: "You" until renamed or another is chosen. `inBrowser`: the guid of the coder who was chosen in this browser alone; one who is not there is passed by. */
export async function localCoder(house: House, inBrowser?: string): Promise<Coder & { onlyHere: boolean; shared: boolean }> {
  const local = await findLocalCoder(house.read)
  const chosen = inBrowser && !local.shared ? await findCoderByGuid(house.read, inBrowser) : undefined
  return { ...local, ...chosen, onlyHere: chosen !== undefined }
}

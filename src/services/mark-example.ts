import type { Coding } from '../domain/coding.ts'
import type { House } from '../storage/open.ts'
import { type CodingWish, changeCoding } from './place-coding.ts'

/** Show a coding's words in the codebook as an example of its code, or show them there no more. */
export async function markExample(house: House, wish: CodingWish & { example: boolean }): Promise<Coding> {
  const { example } = wish
  return changeCoding(house, wish, example ? 'mark-example' : 'unmark-example', async (ledger, coding) => {
    await ledger.update('coding', coding.id, { example: example ? 1 : 0 })
    return { ...coding, example }
  })
}

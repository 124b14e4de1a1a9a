import { Refusal } from '../domain/refusal.ts'

/** More than any study has of each; a file with more is made to be in the way. */
const MOST = { codes: 20_000, coders: 1000, variables: 1000, cases: 50_000, sets: 2000 } as const

/** Refuses a file that holds more of something than can be worked with. */
export function refuseMany(what: keyof typeof MOST, count: number): void {
  if (count > MOST[what]) throw new Refusal('invalid', `refusal.refi-many-${what}`, { most: MOST[what] })
}

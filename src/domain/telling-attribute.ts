/** How much an attribute tells of who a case is: how many cases have a value, how many have one that no other case has, and whether that is nearly all. */
export type Telling = { readonly of: number; readonly alone: number; readonly tells: boolean }

/** From such a share of values on that one case alone has, they tell who it is. */
const NEARLY_ALL = 0.5

/** Values that nearly every case has for itself tell who it is: a municipality, an employer, a role, and the number of people there. */
export function tellingOf(values: readonly string[]): Telling {
  const times = new Map<string, number>()
  const folded = values.map((value) => value.toLocaleLowerCase('sv'))
  for (const value of folded) times.set(value, (times.get(value) ?? 0) + 1)
  const alone = folded.filter((value) => times.get(value) === 1).length
  return { of: values.length, alone, tells: alone > 0 && alone >= values.length * NEARLY_ALL }
}

/** How a person wants transcripts set, and whether single keys act. The first of each that is called `usual` is how it is without a choice. */
export const readingChoices = {
  size: ['small', 'usual', 'large', 'larger'],
  measure: ['narrow', 'usual', 'wide'],
  lead: ['tight', 'usual', 'loose'],
  face: ['usual', 'sans'],
  numbers: ['usual', 'fifth', 'hidden'],
  keys: ['usual', 'off'],
} as const
export type ReadingKey = keyof typeof readingChoices
export type Reading = { readonly [K in ReadingKey]: (typeof readingChoices)[K][number] }
export const readingKeys = Object.keys(readingChoices) as ReadingKey[]

/** A choice as it is kept: `size=large&keys=off`. What is unknown in it is as usual. */
export function readReading(kept: string | undefined): Reading {
  const said = new Map((kept ?? '').split('&').map((pair) => pair.split('=') as [string, string]))
  const choose = (key: ReadingKey) => readingChoices[key].find((one) => one === said.get(key)) ?? 'usual'
  return Object.fromEntries(readingKeys.map((key) => [key, choose(key)])) as Reading
}

/** Only what is not as usual. */
export function keepReading(reading: Reading): string {
  return readingKeys
    .filter((key) => reading[key] !== 'usual')
    .map((key) => `${key}=${reading[key]}`)
    .join('&')
}

// A point or a comma in a number stands between thousands in one language and before decimals in another: 20.000 and 20,000. What its sign
// means is told by the numbers beside it.

const signs = ['.', ','] as const
type Sign = (typeof signs)[number]
/** What a sign in a number means where nothing tells: one value, 1.234, may be either. */
export type Unsure = 'thousands' | 'decimals'
type Meaning = Unsure | 'unsure' | 'none'
/** What each sign means in some numbers. */
type Writing = Readonly<Record<Sign, Meaning>>

/** Different values with a sign before just three digits, from which it is no chance that there are three; plain numbers that would have had the sign. */
const CHANCE = { values: 3, plain: 10_000 }

/**
 * How the numbers of a column are written: as any are, with a sign between thousands, or so that nobody can tell. `mayBe`: a value that could
 * be read in another way too. `kept`: a value as a number is kept, or as it is written where it is none.
 */
export type ColumnWriting = {
  readonly is: 'plain' | 'thousands' | 'doubt'
  readonly mayBe: string | undefined
  readonly read: (value: string, unsure?: Unsure) => number | null
  readonly kept: (value: string, unsure?: Unsure) => string
}

/** The numbers of a column, read by all of its values. */
export function columnWriting(values: readonly string[]): ColumnWriting {
  const { is, doubted, writing } = howWritten(values)
  const read = (value: string, unsure: Unsure = 'thousands') => readBy(withoutSpaces(value), writing, unsure)
  const mayBe = values.find((value) => doubted.some((sign) => value.includes(sign)))
  return { is, mayBe, read, kept: (value, unsure) => `${read(value, unsure) ?? value}` }
}

/** What 1.234 is where these values of an attribute stand already: one with decimals has decimals. */
export function unsureBeside(kept: readonly string[]): Unsure {
  return kept.some((value) => value.includes('.')) ? 'decimals' : 'thousands'
}

function howWritten(values: readonly string[]): Pick<ColumnWriting, 'is'> & { doubted: readonly Sign[]; writing: Writing } {
  const plain = values.map(withoutSpaces)
  const writing = writingOf(plain)
  const doubted = signs.filter((sign) => writing[sign] === 'unsure')
  const alike = new Set(plain.filter((value) => doubted.some((sign) => value.includes(sign))))
  const isChance = alike.size < CHANCE.values || plain.some(isLongPlain)
  if (doubted.length > 1 || (doubted.length > 0 && isChance)) return { is: 'doubt', doubted, writing }
  return { is: doubted.length > 0 || signs.some((sign) => writing[sign] === 'thousands') ? 'thousands' : 'plain', doubted, writing }
}

/** Numbers that are read together, the two ends of a stretch or one alone. Null for what is none. `unsure`: what 1.234 is. */
export function numbersWritten(values: readonly string[], unsure: Unsure): (number | null)[] {
  const plain = values.map(withoutSpaces)
  const writing = writingOf(plain)
  return plain.map((value) => readBy(value, writing, unsure))
}

/** A number as it is written in a condition, so that it can't be taken for thousands. */
export function unmistakable(number: number): string {
  const written = `${number}`
  return meaningIn(written, '.') === 'unsure' ? `${written}0` : written
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '').replace(/^[−–]/u, '-')
}

function isLongPlain(value: string): boolean {
  return /^-?\d+$/.test(value) && Math.abs(Number(value)) >= CHANCE.plain
}

/** A sign that other values do not tell of is what the other sign is not. */
function writingOf(values: readonly string[]): Writing {
  const [point, comma] = signs.map((sign) => meaningOf(values, sign)) as [Meaning, Meaning]
  return { '.': point === 'unsure' ? against(comma) : point, ',': comma === 'unsure' ? against(point) : comma }
}

function against(other: Meaning): Meaning {
  return other === 'decimals' ? 'thousands' : other === 'thousands' ? 'decimals' : 'unsure'
}

function meaningOf(values: readonly string[], sign: Sign): Meaning {
  const found = new Set(values.map((value) => meaningIn(value, sign)))
  return (['decimals', 'thousands', 'unsure'] as const).find((meaning) => found.has(meaning)) ?? 'none'
}

/** Of two signs the last is before decimals; one that stands twice, or before other than three digits, tells what it is. */
function meaningIn(value: string, sign: Sign): Meaning {
  if (!value.includes(sign)) return 'none'
  const [, groups, rest] = (sign === '.' ? /^-?[1-9]\d{0,2}((?:\.\d{3})+)(,\d+)?$/ : /^-?[1-9]\d{0,2}((?:,\d{3})+)(\.\d+)?$/).exec(value) ?? []
  if (groups === undefined) return 'decimals'
  return rest === undefined && groups.length === '.000'.length ? 'unsure' : 'thousands'
}

function readBy(value: string, writing: Writing, unsure: Unsure): number | null {
  let plain = value
  for (const sign of signs) {
    const meaning = writing[sign] === 'unsure' ? unsure : writing[sign]
    if (meaning !== 'thousands' || !value.includes(sign)) continue
    if (!['thousands', 'unsure'].includes(meaningIn(value, sign))) return null
    plain = plain.replaceAll(sign, '')
  }
  return /^-?\d{1,15}([.,]\d{1,10})?$/.test(plain) ? Number(plain.replace(',', '.')) + 0 : null
}

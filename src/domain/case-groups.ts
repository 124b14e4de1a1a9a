import type { AttributeType } from './attribute.ts'

/** A case as counting sees it. `values` by attribute id; a number beside its text where the attribute has numbers. */
export type CountedCase = {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly sourceIds: readonly number[]
  readonly values: ReadonlyMap<number, { readonly value: string; readonly number: number | null }>
}
/** Cases that stand in one column. `label` null: those without the attribute. `bounds` where a group holds numbers. */
export type CaseGroup = {
  readonly label: string | null
  readonly bounds?: { readonly low: number; readonly high: number }
  readonly cases: readonly CountedCase[]
}

/** The side of a matrix that an attribute makes, by its name with or without `attribute:` before it. */
export function attributeSide(name: string): string {
  return name.startsWith('attribute:') ? name : `attribute:${name}`
}

/** Every case a group of its own, in their order. */
export function eachCase(cases: readonly CountedCase[]): CaseGroup[] {
  return cases.map((one) => ({ label: one.name, cases: [one] }))
}

/** Cases by their value of an attribute: numbers in thirds, or cut at the given bounds; words and days by value, sorted. Those without come last. */
export function groupsBy(attribute: { id: number; type: AttributeType }, cases: readonly CountedCase[], cuts: readonly number[] = []): CaseGroup[] {
  const known = cases.filter(({ values }) => values.has(attribute.id))
  const without = cases.filter(({ values }) => !values.has(attribute.id))
  const groups = attribute.type === 'number' ? byNumber(attribute.id, known, cuts) : byValue(attribute.id, known)
  return without.length > 0 ? [...groups, { label: null, cases: without }] : groups
}

function byValue(attributeId: number, cases: readonly CountedCase[]): CaseGroup[] {
  const groups = new Map<string, CountedCase[]>()
  for (const one of cases) {
    const { value } = one.values.get(attributeId)!
    groups.set(value, [...(groups.get(value) ?? []), one])
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true })).map(([label, members]) => ({ label, cases: members }))
}

/** Groups of numbers are named by their edges, which are round unless somebody chose them: `<10000`, `10000–14999`, `≥15000`. Empty groups are left out. */
function byNumber(attributeId: number, cases: readonly CountedCase[], cuts: readonly number[]): CaseGroup[] {
  const numberOf = (one: CountedCase) => one.values.get(attributeId)!.number ?? Number.NaN
  const sorted = cases.filter((one) => Number.isFinite(numberOf(one))).sort((a, b) => numberOf(a) - numberOf(b) || a.id - b.id)
  const numbers = sorted.map(numberOf)
  const edges = cuts.length > 0 ? [...new Set(cuts)].sort((a, b) => a - b) : thirds(numbers).map((edge) => roundBetween(lastBelow(numbers, edge), edge))
  const whole = [...numbers, ...edges].every(Number.isInteger)
  const bins = Array.from({ length: edges.length + 1 }, (): CountedCase[] => [])
  for (const one of sorted) bins[edges.filter((edge) => numberOf(one) >= edge).length]!.push(one)
  return bins.flatMap((bin, at) => {
    if (bin.length === 0) return []
    const bounds = { low: numberOf(bin[0]!), high: numberOf(bin.at(-1)!) }
    return [{ label: bounds.low === bounds.high ? `${bounds.low}` : edgesOf(edges[at - 1], edges[at], whole, bounds), bounds, cases: bin }]
  })
}

/** What lies from one edge up to another, in signs of any language. */
function edgesOf(low: number | undefined, high: number | undefined, whole: boolean, bounds: { low: number; high: number }): string {
  if (low === undefined) return high === undefined ? `${bounds.low}–${bounds.high}` : `<${high}`
  if (high === undefined) return `≥${low}`
  return whole ? `${low}–${high - 1}` : `${low}–<${high}`
}

function lastBelow(sorted: readonly number[], edge: number): number {
  return sorted.findLast((number) => number < edge) ?? edge
}

/** The number above `low` and not above `high` that is written with the fewest digits: an edge there parts what `high` would. */
export function roundBetween(low: number, high: number): number {
  if (!(low < high)) return high
  for (let step = 10 ** Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), high - low))); step > (high - low) / 100; step /= 10)
    for (const unit of [step, step / 2]) {
      const round = Number((Math.floor(high / unit) * unit).toPrecision(12))
      if (low < round && round <= high) return round
    }
  return high
}

/** Where the second and the last third begin; equal values are never parted. */
function thirds(sorted: readonly number[]): number[] {
  const edges = [sorted[Math.ceil(sorted.length / 3)], sorted[Math.ceil((2 * sorted.length) / 3)]].filter((edge) => edge !== undefined)
  return [...new Set(edges)].filter((edge) => edge > sorted[0]!)
}

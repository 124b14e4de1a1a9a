import type { AttributeType } from './attribute.ts'

/** A case as counting sees it. `values` by attribute id; a number beside its text where the attribute has numbers. */
export type CountedCase = {
  readonly id: number
  readonly name: string
  readonly sourceIds: readonly number[]
  readonly values: ReadonlyMap<number, { readonly value: string; readonly number: number | null }>
}
/** Cases that stand in one column. `label` null: those without the attribute. `bounds` where a group holds numbers. */
export type CaseGroup = {
  readonly label: string | null
  readonly bounds?: { readonly low: number; readonly high: number }
  readonly cases: readonly CountedCase[]
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

/** Groups of numbers are named by the least and the greatest that is in them, so that nobody need ask where an edge belongs. */
function byNumber(attributeId: number, cases: readonly CountedCase[], cuts: readonly number[]): CaseGroup[] {
  const numberOf = (one: CountedCase) => one.values.get(attributeId)!.number ?? Number.NaN
  const sorted = cases.filter((one) => Number.isFinite(numberOf(one))).sort((a, b) => numberOf(a) - numberOf(b) || a.id - b.id)
  const edges = cuts.length > 0 ? [...cuts].sort((a, b) => a - b) : thirds(sorted.map(numberOf))
  const bins = Array.from({ length: edges.length + 1 }, (): CountedCase[] => [])
  for (const one of sorted) bins[edges.filter((edge) => numberOf(one) >= edge).length]!.push(one)
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => {
      const bounds = { low: numberOf(bin[0]!), high: numberOf(bin.at(-1)!) }
      return { label: bounds.low === bounds.high ? `${bounds.low}` : `${bounds.low}–${bounds.high}`, bounds, cases: bin }
    })
}

/** Where the second and the last third begin; equal values are never parted. */
export function thirds(sorted: readonly number[]): number[] {
  const edges = [sorted[Math.ceil(sorted.length / 3)], sorted[Math.ceil((2 * sorted.length) / 3)]].filter((edge) => edge !== undefined)
  return [...new Set(edges)].filter((edge) => edge > sorted[0]!)
}

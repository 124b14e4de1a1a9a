import type { AttributeType } from './attribute.ts'
import { type CountedCase, groupsBy } from './case-groups.ts'
import { clause } from './filter.ts'
import { formatFilter } from './format-filter.ts'
import { unmistakable } from './written-number.ts'

/** Values at most: an attribute with more of them, such as names, is not told value by value. */
const MOST_VALUES = 24
/** How many cases have each value of an attribute, most first for words; `known`: how many have any, of the `base`. */
export type AttributeShares = {
  readonly name: string
  readonly known: number
  readonly base: number
  readonly values: readonly { readonly label: string; readonly count: number; readonly filter: string }[]
}

/** The closed answers of some cases: attributes that nobody has a value of, or too many different ones, are left out. Numbers in thirds. */
export function attributeShares(attributes: readonly { id: number; name: string; type: AttributeType }[], cases: readonly CountedCase[]): AttributeShares[] {
  return attributes.flatMap((attribute) => {
    const groups = groupsBy(attribute, cases).filter(({ label }) => label !== null)
    const known = groups.reduce((sum, { cases: members }) => sum + members.length, 0)
    if (known === 0 || groups.length > MOST_VALUES) return []
    const values = groups.map(({ label, bounds, cases: members }) => {
      const comparison = bounds
        ? ({ is: 'between', low: unmistakable(bounds.low), high: unmistakable(bounds.high) } as const)
        : ({ is: '=', value: label! } as const)
      return { label: label!, count: members.length, filter: formatFilter(clause({ key: 'attribute', name: attribute.name, comparison })) }
    })
    return [{ name: attribute.name, known, base: cases.length, values: attribute.type === 'number' ? values : values.sort((a, b) => b.count - a.count) }]
  })
}

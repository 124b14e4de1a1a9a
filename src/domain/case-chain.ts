import { clausesOf, type Filter } from './filter.ts'
import { formatFilter } from './format-filter.ts'
import { parseFilter } from './parse-filter.ts'
import { Refusal } from './refusal.ts'

/** A step of a chain: cases of an earlier step (counted from 1; 0 is all of them) that meet a condition. */
export type ChainStep = { readonly of: number; readonly filter: Filter }
export const MOST_STEPS = 30

/**
 * A chain as it is written: steps parted by `;`, each a condition on cases in the filter's language; a step is of the one before
 * it, unless it begins with another's number: `asked:yes; answered:yes; 2/hub:yes; 2/plan:yes`. `0/` begins again from all cases.
 */
export function parseChain(text: string): ChainStep[] {
  const parts = partsOf(text)
  if (parts.length > MOST_STEPS) throw new Refusal('invalid', 'refusal.chain-long', { most: MOST_STEPS })
  return parts.map((part, at) => {
    const [, number, condition] = /^\s*(?:(\d{1,3})\s*\/)?([\s\S]*)$/.exec(part)!
    const of = number === undefined ? at : Number(number)
    if (of > at) throw new Refusal('invalid', 'refusal.chain-order', { step: at + 1, of })
    return { of, filter: onCases(parseFilter(condition!)) }
  })
}

export function formatChain(steps: readonly ChainStep[]): string {
  return steps.map(({ of, filter }, at) => `${of === at ? '' : `${of}/`}${formatFilter(filter)}`).join('; ')
}

/** A filter that says something of cases, not of what is coded. Refuses any other. */
export function onCases(filter: Filter): Filter {
  const other = clausesOf(filter).find(({ key }) => key !== 'attribute' && key !== 'case')
  if (other) throw new Refusal('invalid', 'refusal.chain-cases', { key: other.key })
  return filter
}

/** The chain without one step; those of it become steps of what it was of. */
export function withoutStep(steps: readonly ChainStep[], gone: number): ChainStep[] {
  const parent = steps[gone - 1]!.of
  const numberOf = (of: number): number => (of === gone ? numberOf(parent) : of > gone ? of - 1 : of)
  return steps.filter((_, at) => at !== gone - 1).map(({ of, filter }) => ({ of: numberOf(of), filter }))
}

/** The parts between semicolons that stand outside quotation marks; empty ones are none. */
function partsOf(text: string): string[] {
  return (text.match(/(?:"(?:[^"\\]|\\[\s\S])*"|[^;])+/g) ?? []).filter((part) => part.trim() !== '')
}

/** Where each step of heat begins, from the least number above nothing. At most four. */
export type Heat = readonly number[]

const STEPS = 4

/** Steps of equal width from 1 to the greatest number; fewer where the numbers are few. */
export function stepsFor(numbers: readonly number[]): Heat {
  const most = numbers.reduce((greatest, n) => Math.max(greatest, n), 0)
  const steps = Array.from({ length: STEPS }, (_, index) => Math.floor((index * most) / STEPS) + 1)
  return most === 0 ? [] : [...new Set(steps)]
}

/** 0 for nothing, then the step that a number has reached. */
export function heatOf(n: number, steps: Heat): number {
  return n === 0 ? 0 : steps.filter((low) => n >= low).length
}

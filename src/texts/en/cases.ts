import type { cases as sv } from '../sv/cases.ts'

export const cases: Record<keyof typeof sv, string> = {}

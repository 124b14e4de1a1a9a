import type { analysis as sv } from '../sv/analysis.ts'

export const analysis: Record<keyof typeof sv, string> = {}

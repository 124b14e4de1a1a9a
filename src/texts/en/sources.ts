import type { sources as sv } from '../sv/sources.ts'

export const sources: Record<keyof typeof sv, string> = {}

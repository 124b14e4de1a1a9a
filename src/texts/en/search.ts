import type { search as sv } from '../sv/search.ts'

export const search: Record<keyof typeof sv, string> = {}

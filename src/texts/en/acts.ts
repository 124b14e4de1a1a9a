import type { acts as sv } from '../sv/acts.ts'

export const acts: Record<keyof typeof sv, string> = {}

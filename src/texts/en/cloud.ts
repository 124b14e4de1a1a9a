import type { cloud as sv } from '../sv/cloud.ts'

export const cloud: Record<keyof typeof sv, string> = {}

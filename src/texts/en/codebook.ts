import type { codebook as sv } from '../sv/codebook.ts'

export const codebook: Record<keyof typeof sv, string> = {}

import type { imports as sv } from '../sv/imports.ts'

export const imports: Record<keyof typeof sv, string> = {}

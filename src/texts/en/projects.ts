import type { projects as sv } from '../sv/projects.ts'

export const projects: Record<keyof typeof sv, string> = {}

import { z } from 'zod'
import { caseParts } from '../domain/case-parts.ts'
import type { PartOfCode } from '../domain/chart.ts'
import { listBys } from '../services/group-quotations.ts'

/** How a list of quotations is read, as addresses and forms say it. */
export const listReading = z.object({
  filter: z.string().default(''),
  by: z.enum(listBys).default('none').catch('none'),
  context: z.enum(['sentence', 'paragraph']).default('sentence').catch('sentence'),
  of: z.string().max(40).default(''),
})
const partOfCode = /^(\d{1,9})\.([a-z-]{1,20})$/

/** Which part of a code's cases an address says that it opens: what was counted; undefined where it says nothing. */
export function readPart(of: string): PartOfCode | undefined {
  const [, codeId, name] = partOfCode.exec(of) ?? []
  const part = caseParts.find((one) => one === name)
  return part && { codeId: Number(codeId), part }
}
export type ListReading = z.infer<typeof listReading>

/** The address of a list. */
export function addressOf(slug: string, { filter, by, context, of }: ListReading, page = 1): string {
  const query = {
    ...(filter && { filter }),
    ...(by !== 'none' && { by }),
    ...(context !== 'sentence' && { context }),
    ...(of && { of }),
    ...(page > 1 && { page: `${page}` }),
  }
  return `/projects/${slug}/quotations?${new URLSearchParams(query)}`
}

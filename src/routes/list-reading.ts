import { z } from 'zod'
import { listBys } from '../services/group-quotations.ts'

/** How a list of quotations is read, as addresses and forms say it. */
export const listReading = z.object({
  filter: z.string().default(''),
  by: z.enum(listBys).default('none').catch('none'),
  context: z.enum(['sentence', 'paragraph']).default('sentence').catch('sentence'),
})
export type ListReading = z.infer<typeof listReading>

/** The address of a list. */
export function addressOf(slug: string, { filter, by, context }: ListReading, page = 1): string {
  const query = { ...(filter && { filter }), ...(by !== 'none' && { by }), ...(context !== 'sentence' && { context }), ...(page > 1 && { page: `${page}` }) }
  return `/projects/${slug}/quotations?${new URLSearchParams(query)}`
}

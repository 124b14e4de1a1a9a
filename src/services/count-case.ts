import type { CodeNode } from '../domain/code.ts'
import { CODE, WIDTH } from '../domain/count.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import type { House } from '../storage/open.ts'
import { readCounted } from '../storage/quotations.ts'
import { selectCodings } from './select-codings.ts'

/** Distinct quotations that count for a case under each code with everything below it, by the one engine; a code without any is missing. */
export async function countCase(house: House, projectId: number, caseId: number, codes: readonly CodeNode[]): Promise<Map<number, number>> {
  const selection = await selectCodings(house.read, projectId, parseFilter(`case:#${caseId}`))
  const parentOf = new Map(codes.map((code) => [code.id, code.parentId]))
  const under = new Map<number, Set<number>>()
  const codings = await readCounted(house.read, selection)
  for (let at = 0; at < codings.length; at += WIDTH)
    for (let id: number | null | undefined = codings[at + CODE]; id; id = parentOf.get(id)) {
      const known = under.get(id)
      if (known) known.add(codings[at]!)
      else under.set(id, new Set([codings[at]!]))
    }
  return new Map([...under].map(([id, quotations]) => [id, quotations.size]))
}

import { type AttributeShares, attributeShares } from '../domain/attribute-shares.ts'
import { type ChainStep, onCases, parseChain } from '../domain/case-chain.ts'
import type { CountedCase } from '../domain/case-groups.ts'
import { both } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { listStudyCases } from '../storage/study-cases.ts'

/** `kind`: cases of this kind alone; '' for all. `filter`: of these alone, a condition on cases. `chain` in its text form. `at`: the step whose cases the shares are of; 0 for all, and without it the last. */
export type BasesWish = { projectId: number; kind: string; chain: string; filter?: string; at?: number | undefined }
/** A step: `count` of the `base` cases of step `of` (0: all) meet `own`; `filter` is everything that they meet. */
type BaseStep = { of: number; own: string; filter: string; count: number; base: number }
export type CaseBases = { kinds: string[]; all: number; steps: BaseStep[]; at: number; shares: AttributeShares[] }

/** The chain of bases that a wish builds, and how the cases of one of them answered. */
export async function readCaseBases(db: Db, wish: BasesWish): Promise<CaseBases> {
  const steps = parseChain(wish.chain)
  const known = await listStudyCases(db, wish.projectId)
  const ofKind = new Set(known.filter(({ kind }) => wish.kind === '' || kind === wish.kind).map(({ id }) => id))
  const { holdsCase } = await resolveFilter(db, wish.projectId, onCases(parseFilter(wish.filter ?? '')))
  const cases = (await listCountedCases(db, wish.projectId)).filter(({ id, sourceIds }) => ofKind.has(id) && holdsCase(id, sourceIds))
  const groups = await walk(db, wish.projectId, steps, cases)
  const at = Math.min(wish.at ?? steps.length, steps.length)
  return {
    kinds: [...new Set(known.map(({ kind }) => kind).filter((kind) => kind !== ''))],
    all: cases.length,
    steps: steps.map(({ of, filter }, index) => ({
      of,
      own: formatFilter(filter),
      filter: formatFilter(both(...lineOf(steps, index + 1))),
      count: groups[index + 1]!.length,
      base: groups[of]!.length,
    })),
    at,
    shares: attributeShares(await listCountedAttributes(db, wish.projectId), groups[at]!),
  }
}

/** The cases of each step, those of all first. */
async function walk(db: Db, projectId: number, steps: readonly ChainStep[], cases: readonly CountedCase[]): Promise<CountedCase[][]> {
  const groups = [[...cases]]
  for (const { of, filter } of steps) {
    const { holdsCase } = await resolveFilter(db, projectId, filter)
    groups.push(groups[of]!.filter(({ id, sourceIds }) => holdsCase(id, sourceIds)))
  }
  return groups
}

/** Every condition that the cases of a step meet. */
function lineOf(steps: readonly ChainStep[], step: number): ChainStep['filter'][] {
  return step === 0 ? [] : [...lineOf(steps, steps[step - 1]!.of), steps[step - 1]!.filter]
}

export type ListedCase = { id: number; name: string; kind: string; sources: number }

/** The cases behind a number: those of a kind ('' for any) that meet a condition on cases, in the project's order. */
export async function listCasesBehind(db: Db, { projectId, filter, kind }: { projectId: number; filter: string; kind: string }): Promise<ListedCase[]> {
  const { holdsCase } = await resolveFilter(db, projectId, onCases(parseFilter(filter)))
  const kinds = new Map((await listStudyCases(db, projectId)).map((one) => [one.id, one.kind]))
  return (await listCountedCases(db, projectId))
    .filter(({ id, sourceIds }) => holdsCase(id, sourceIds) && (kind === '' || kinds.get(id) === kind))
    .map(({ id, name, sourceIds }) => ({ id, name, kind: kinds.get(id) ?? '', sources: sourceIds.length }))
}

import { onCases } from '../domain/case-chain.ts'
import type { CountedCase } from '../domain/case-groups.ts'
import { casesOfGuide, type Tie } from '../domain/cases-of-guide.ts'
import { expandSets } from '../domain/expand-sets.ts'
import type { Filter } from '../domain/filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCountedCases } from '../storage/counted-cases.ts'
import { listFilterSets } from '../storage/filter-sets.ts'
import { listAnswering } from '../storage/given-answers.ts'
import { listFollowing, listGuides, type StoredGuide } from '../storage/guides.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'

/** A guide with the cases that it is for. `said`: by whom somebody said that it is; `broken`: that can't be read any longer, and counts for nothing. */
export type GuideCases = { guide: StoredGuide; ties: ReadonlyMap<number, Tie>; said: Filter | null; broken: boolean }

/** Whom each guide of a project is for: the one answer that every count of those who were not asked rests on. `known`: all its cases. */
export async function readGuideCases(db: Db, projectId: number, known?: readonly CountedCase[]): Promise<GuideCases[]> {
  const guides = await listGuides(db, projectId)
  if (guides.length === 0) return []
  const cases = known ?? (await listCountedCases(db, projectId))
  const followed = new Map((await listFollowing(db, projectId)).map(({ id, guideId }) => [id, guideId]))
  const answering = await listAnswering(db, projectId)
  const read: GuideCases[] = []
  for (const guide of guides) {
    const { said, holds } = await readSaid(db, projectId, guide.askedOf)
    const ties = casesOfGuide(guide.id, cases, { followed, answering: answering.get(guide.id) ?? new Set(), said: holds })
    read.push({ guide, ties, said, broken: said !== null && holds === null })
  }
  return read
}

type Holds = (one: { id: number; sourceIds: readonly number[] }) => boolean

async function readSaid(db: Db, projectId: number, text: string): Promise<{ said: Filter | null; holds: Holds | null }> {
  if (text === '') return { said: null, holds: null }
  const said = parseFilter(text)
  try {
    const { holdsCase } = await resolveFilter(db, projectId, await casesAlone(db, projectId, said))
    return { said, holds: ({ id, sourceIds }) => holdsCase(id, sourceIds) }
  } catch (error) {
    if (error instanceof Refusal) return { said, holds: null }
    throw error
  }
}

/** A filter with its sets written out. Refused where it says anything but of cases. */
export async function casesAlone(db: Db, projectId: number, filter: Filter): Promise<Filter> {
  return onCases(expandSets(filter, await listFilterSets(db, projectId)))
}

/** The cases that any guide with one of some questions is for. */
export function casesByQuestion(guides: readonly GuideCases[]): (questionIds: ReadonlySet<number>) => ReadonlySet<number> {
  const guideOf = new Map(guides.flatMap((one) => one.guide.sections.flatMap(({ questions }) => questions.map(({ id }) => [id, one] as const))))
  return (questionIds) => new Set([...new Set([...questionIds].map((id) => guideOf.get(id)))].flatMap((one) => [...(one?.ties.keys() ?? [])]))
}

import { isAsked } from '../domain/answer.ts'
import type { Interview } from '../domain/interview.ts'
import { Refusal } from '../domain/refusal.ts'
import { findAct } from '../storage/acts.ts'
import { breathe } from '../storage/breathe.ts'
import { listFollowing, listGuides, type StoredGuide } from '../storage/guides.ts'
import { readInterviews, type StoredInterview, sourcesWithCases } from '../storage/interviews.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findSource } from '../storage/sources.ts'
import { sourcesBeside } from '../storage/sources-of-cases.ts'
import type { Pool } from '../workers/pool.ts'
import { FOLLOWS } from '../workers/recognise-file-job.ts'
import { type Finding, keepRecognised } from './keep-recognised.ts'
import { listToCheck, readAnswerGrids } from './read-answers.ts'
import { asGuide } from './stored-guide.ts'

/** Sources looked through at once, so that other work in the threads waits for one at most. */
const LANES = 2
const SECONDS = 30

/** `guideId`: the guide that the sources follow; 'best' to choose among all again; else each its own, or the best where it has none. */
export type FindWish = { projectId: number; coderId: number; sourceIds?: readonly number[]; guideId?: number | 'best' }
/** How it goes: told after each source; `isCancelled` is asked before each, and where it says so nothing is kept. */
export type Watch = { onProgress?: (done: number, of: number) => void; isCancelled?: () => boolean }
/** `without`: titles of sources that follow no guide. `caseless`: of those that do, but belong to no case, so that nobody's answers are kept. `late`: of those that took too long and are left as they were. `low`: answers of the project that somebody should look at now. `changed`: whether there is anything to undo. */
export type Found = { sources: number; asked: number; low: number; without: string[]; caseless: string[]; late: string[]; cancelled: boolean; changed: boolean }

type RoomsNeeded = Pick<Pool, 'run'>

/** Look for the questions of the project's guides in its sources, in threads, and keep what is found as one act. */
export async function findAnswers(house: House, pool: RoomsNeeded, wish: FindWish, watch: Watch = {}): Promise<Found> {
  const guides = await askingGuides(house, wish)
  const sources = await chosenSources(house, wish)
  const findings: (Finding & { versionId: number })[] = []
  const late = new Set<number>()
  const none: Found = { sources: 0, asked: 0, low: 0, without: [], caseless: [], late: [], cancelled: true, changed: false }
  const ids = sources.map((source) => source.id)
  let done = 0
  const lane = async () => {
    for (let id = ids.shift(); id !== undefined && !watch.isCancelled?.(); id = ids.shift()) {
      const [interview] = await readInterviews(house.read, [id])
      const looking = interview && lookThrough(pool, interview, guides, wish)
      const found = await (looking && !wish.sourceIds ? unlessLate(looking) : looking)
      if (found) findings.push({ ...found, versionId: interview!.versionId })
      else if (interview) late.add(id)
      watch.onProgress?.(++done, sources.length)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  if (watch.isCancelled?.()) return none
  const { followed, changed } = await keepFindings(house, wish, findings)
  const titles = new Map(sources.map((source) => [source.id, source.title]))
  const followedIds = followed.map((one) => one.sourceId)
  const withCases = await sourcesWithCases(house.read, followedIds)
  return {
    sources: followed.length,
    asked: followed.flatMap((one) => one.recognised?.answers ?? []).filter((answer) => isAsked(answer.status)).length,
    low: (await readAnswerGrids(house.read, wish.projectId)).flatMap(listToCheck).length,
    without: findings.filter((one) => !one.guide).map((one) => titles.get(one.sourceId)!),
    late: sources.filter((source) => late.has(source.id)).map((source) => source.title),
    caseless: followedIds.filter((id) => !withCases.has(id)).map((id) => titles.get(id)!),
    cancelled: false,
    changed,
  }
}

/** What was found, or undefined where the search had to be stopped: one long text must not keep the others from being looked through. */
async function unlessLate<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal && error.key === 'refusal.took-too-long') return undefined
    throw error
  }
}

async function askingGuides(house: House, { projectId, guideId }: FindWish): Promise<StoredGuide[]> {
  const guides = (await listGuides(house.read, projectId)).filter((guide) => guide.sections.some((section) => section.questions.length > 0))
  if (guides.length === 0) throw new Refusal('invalid', 'refusal.no-guides')
  if (typeof guideId === 'number' && !guides.some((guide) => guide.id === guideId)) throw new Refusal('not-found', 'refusal.no-guide')
  return guides
}

/** The sources that are asked for; beside them the other sources of the same cases that follow a guide, whose answers are one with theirs. */
async function chosenSources(house: House, { projectId, sourceIds }: FindWish): Promise<{ id: number; title: string }[]> {
  const all = await listFollowing(house.read, projectId)
  if (!sourceIds) return all
  if (sourceIds.some((id) => !all.some((source) => source.id === id))) throw new Refusal('not-found', 'refusal.no-source')
  const beside = new Set(await sourcesBeside(house.read, sourceIds))
  return all.filter((source) => sourceIds.includes(source.id) || (beside.has(source.id) && source.guideId !== null))
}

async function lookThrough(pool: RoomsNeeded, interview: StoredInterview, guides: readonly StoredGuide[], { guideId, sourceIds }: FindWish): Promise<Finding> {
  const { sourceId, text } = interview
  const chosen = typeof guideId === 'number' && (!sourceIds || sourceIds.includes(sourceId)) ? guideId : guideId === 'best' ? null : interview.guideId
  const found = await recognise(pool, interview, chosen === null ? guides : guides.filter((guide) => guide.id === chosen), chosen !== null)
  return { sourceId, text, ...(found ?? { guide: null, recognised: null }) }
}

/** Look for guides in an interview, in a thread. @returns the best fitting, or null where none fits and none was `chosen` by a person. */
async function recognise(pool: RoomsNeeded, { text, language, speakers, spans }: Interview, guides: readonly StoredGuide[], chosen = false) {
  const input = { interview: { text, language, speakers, spans }, guides: guides.map((guide) => ({ id: guide.id, guide: asGuide(guide) })) }
  const best = await pool.run('recognise', input, { seconds: SECONDS })
  if (!best || (!chosen && best.recognised.fit < FOLLOWS)) return null
  return { guide: guides.find((guide) => guide.id === best.guideId)!, recognised: best.recognised }
}

/** A source that was taken away or whose text was changed meanwhile is left as it is. @returns what was kept */
async function keepFindings(
  house: House,
  { projectId, coderId }: FindWish,
  findings: readonly (Finding & { versionId: number })[],
): Promise<{ followed: Finding[]; changed: boolean }> {
  const followed = findings.filter((one) => one.guide)
  const draft = { projectId, actorId: coderId, kind: 'find-answers', about: { count: followed.length } } as const
  const { actId } = await perform(house.write, draft, async (ledger) => {
    const pending = new Set(findings.map((one) => one.sourceId))
    for (const finding of [...findings].sort((a, b) => a.sourceId - b.sourceId)) {
      pending.delete(finding.sourceId)
      const source = await findSource(ledger.trx, projectId, finding.sourceId)
      if (source?.versionId === finding.versionId) await keepRecognised(ledger, finding, pending)
      await breathe()
    }
  })
  return { followed, changed: (await findAct(house.write, actId)) !== undefined }
}

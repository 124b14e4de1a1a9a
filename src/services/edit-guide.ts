import { sameName, toName } from '../domain/name.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { listAskedSpans } from '../storage/found-answers.ts'
import { findGuide, listFollowing, listGuides, listHangingOnQuestions, type StoredGuide } from '../storage/guides.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import { lastingFilter } from './filter-names.ts'
import { casesAlone } from './guide-cases.ts'

export type GuideWish = { projectId: number; coderId: number; guideId: number }

/** Do something to a guide of the project, as one act that the history tells by the guide's name. */
export async function inGuide<T>(house: House, wish: GuideWish, kind: 'edit-guide' | 'remove-guide', work: (ledger: Ledger, guide: StoredGuide) => Promise<T>) {
  const known = await theGuide(house.write, wish)
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind, about: { label: known.name } }
  return (await perform(house.write, draft, async (ledger) => work(ledger, await theGuide(ledger.trx, wish)))).result
}

async function theGuide(db: Parameters<typeof findGuide>[0], { projectId, guideId }: GuideWish): Promise<StoredGuide> {
  const guide = await findGuide(db, projectId, guideId)
  if (!guide) throw new Refusal('not-found', 'refusal.no-guide')
  return guide
}

/** Give a guide another name. Refused where another guide has it. */
export async function renameGuide(house: House, wish: GuideWish & { name: string }): Promise<void> {
  const name = toName(wish.name)
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const others = (await listGuides(ledger.trx, wish.projectId)).filter((one) => one.id !== guide.id)
    if (others.some((one) => sameName(one.name, name))) throw new Refusal('conflict', 'refusal.guide-taken', { name })
    await ledger.update('guide', guide.id, { name })
  })
}

/** Say whom a guide is for, by a filter on cases; '' takes it back. Refused where the filter says anything else, or names what is not there. */
export async function sayWhomAsked(house: House, wish: GuideWish & { filter: string }): Promise<void> {
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const filter = await lastingFilter(ledger.trx, wish.projectId, wish.filter)
    await resolveFilter(ledger.trx, wish.projectId, await casesAlone(ledger.trx, wish.projectId, parseFilter(filter)))
    await ledger.update('guide', guide.id, { asked_of: filter })
  })
}

/** Take a guide away with its questions and every answer to them; the sources stay. @returns its name */
export async function removeGuide(house: House, wish: GuideWish): Promise<string> {
  return inGuide(house, wish, 'remove-guide', async (ledger, guide) => {
    const following = (await listFollowing(ledger.trx, wish.projectId)).filter((source) => source.guideId === guide.id).map((source) => source.id)
    for (const id of following) await ledger.update('source', id, { guide_id: null })
    const preambles = (await listAskedSpans(ledger.trx, following)).filter((span) => span.madeBy === 'rule' && span.questionId === null)
    await ledger.removeMany(
      'source_span',
      preambles.map((span) => span.id),
    )
    const questions = guide.sections.flatMap((section) => section.questions.map((question) => question.id))
    await removeQuestions(ledger, questions)
    await ledger.removeMany(
      'guide_section',
      guide.sections.map((section) => section.id),
    )
    await ledger.remove('guide', guide.id)
    return guide.name
  })
}

/** Take questions away inside an act, with the answers to them and where they stand in sources. */
export async function removeQuestions(ledger: Ledger, questionIds: readonly number[]): Promise<void> {
  if (questionIds.length === 0) return
  for (const [table, ids] of await listHangingOnQuestions(ledger.trx, questionIds)) await ledger.removeMany(table, ids)
  await ledger.removeMany('question', questionIds)
}

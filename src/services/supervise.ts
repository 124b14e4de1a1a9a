import type { GivenAnswer } from '../domain/asked.ts'
import { type Warning, wordsCovered } from '../domain/coverage.ts'
import { groupBy } from '../domain/group-by.ts'
import { informantSpans } from '../domain/informant-words.ts'
import type { Memo } from '../domain/memo.ts'
import { openQuestions } from '../domain/open-questions.ts'
import { listGivenAnswers } from '../storage/given-answers.ts'
import { listGuides } from '../storage/guides.ts'
import { listMemos } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listThreads, type Thread } from '../storage/threads.ts'
import type { Pool } from '../workers/pool.ts'
import { analyseFrequencies } from './analyse.ts'
import { type ChangesSince, readChangesSince } from './changes-since.ts'
import type { Frequencies } from './frequencies.ts'
import { isLarge } from './large.ts'
import { type ContrastOfTheme, type ContrastWish, readContrast } from './read-contrast.ts'
import { tellMemos } from './read-memos.ts'
import { readSourceRows } from './read-study.ts'
import { showTarget } from './thread-targets.ts'

type Rooms = { house: House; pool: Pool }
export type SuperviseWish = { projectId: number; coderId: number; themeId: number | undefined; sinceAct: number | undefined }
/** A question that some who were reached were never asked. */
export type PartlyAsked = { id: number; guideId: number; number: number; text: string; asked: number; of: number }

/** Everything on the supervisor's page; its numbers are those of the frequencies. `changes` null: too much to tell piece by piece. */
export async function supervise(rooms: Rooms, { projectId, coderId, themeId, sinceAct }: SuperviseWish) {
  const { house } = rooms
  const [counts, { themeId: shown, quotations }, { rows, coders }, memos, threads, answers, actId] = await Promise.all([
    analyseFrequencies(rooms, { projectId, filter: '', split: '' }),
    analyseContrast(rooms, { projectId, themeId }),
    readSourceRows(house, projectId),
    listMemos(house.read, projectId),
    listThreads(house.read, projectId),
    listGivenAnswers(house.read, projectId),
    newestActId(house.read),
  ])
  const changes = await changesFor(house.read, { projectId, coderId, sinceAct, actId })
  return {
    counts,
    theme: counts.themes.find(({ code }) => code.id === shown),
    contrast: quotations,
    changes,
    actId,
    rows,
    coders,
    warnings: [...(await uncodedSources(house.read, rows)), ...warningsOf(counts)],
    partlyAsked: await readPartlyAsked(house.read, projectId, answers),
    questions: await readQuestions(house.read, projectId, memos, threads),
  }
}

async function analyseContrast({ house, pool }: Rooms, wish: ContrastWish): Promise<ContrastOfTheme> {
  return (await isLarge(house, wish.projectId)) ? pool.run('contrast', wish) : readContrast(house.read, wish)
}

async function changesFor(
  db: Db,
  { projectId, coderId, sinceAct, actId }: { projectId: number; coderId: number; sinceAct: number | undefined; actId: number },
): Promise<ChangesSince | null | undefined> {
  return sinceAct === undefined || sinceAct > actId ? undefined : readChangesSince(db, { projectId, coderId, actId: sinceAct })
}

/** More are never shown. */
const MOST_UNCODED = 12

/** The first sources that nobody coded, with the informant's words in them as the page of coverage counts them. */
async function uncodedSources(db: Db, rows: Awaited<ReturnType<typeof readSourceRows>>['rows']): Promise<Warning[]> {
  const uncoded = rows.filter(({ progress }) => progress.coded === 0)
  const ids = uncoded.slice(0, MOST_UNCODED).map(({ source }) => source.id)
  const texts = await textsOf(db, ids)
  const spans = groupBy(await listSourceSpans(db, ids), ({ sourceId }) => sourceId)
  return uncoded.flatMap(({ source: { id, title: name, words } }): Warning[] => {
    const text = texts.get(id)
    const n = text === undefined ? words : wordsCovered(text, informantSpans(text, spans.get(id) ?? []), []).words
    return n > 0 ? [{ gap: 'uncoded-source', id, name, n }] : []
  })
}

/** What the counts alone tell: cases never quoted, themes resting on one. The page of coverage has the rest, which reads every text. */
function warningsOf({ themes, withSource }: Frequencies): Warning[] {
  const onOne = themes.flatMap(({ code, whole }): Warning[] => {
    const quoted = whole.units.filter((unit) => unit.quoted)
    if (quoted.length !== 1 || withSource < 2) return []
    return [{ gap: 'one-informant', id: code.id, name: code.label, other: quoted[0]!.name, n: whole.quotations }]
  })
  const units = themes[0]?.whole.units ?? []
  const quoted = new Set(themes.flatMap(({ whole }) => whole.units.filter((unit) => unit.quoted).map(({ caseId }) => caseId)))
  const silent = units.filter(({ caseId, sources }) => sources > 0 && !quoted.has(caseId))
  return [...onOne, ...silent.map(({ caseId, name, sources }): Warning => ({ gap: 'unquoted-case', id: caseId, name, n: sources }))]
}

/** Questions put to some of those who were asked by their guide but not to all: nothing can be said of all by their answers. */
async function readPartlyAsked(db: Db, projectId: number, answers: readonly GivenAnswer[]): Promise<PartlyAsked[]> {
  const asked = new Map<number, Set<number>>()
  for (const { questionId, caseId, status } of answers)
    if (status !== 'not_asked' && status !== 'no_source' && status !== 'waiting')
      asked.set(questionId, (asked.get(questionId) ?? new Set<number>()).add(caseId))
  return (await listGuides(db, projectId)).flatMap((guide) => {
    const questions = guide.sections.flatMap((section) => section.questions)
    const of = new Set(questions.flatMap(({ id }) => [...(asked.get(id) ?? [])])).size
    return questions
      .map(({ id, number, text }) => ({ id, guideId: guide.id, number, text, asked: asked.get(id)?.size ?? 0, of }))
      .filter((question) => question.asked > 0 && question.asked < of)
  })
}

const SHOWN = 8
/** A question with where it is answered, and where it is settled (paths after the project's). */
export type ToldQuestion = { text: string; about: string; path: string; settleAt: string; coder: string; answer: { coder: string; madeAt: string } | null }

/** The first questions with where they stand, and how many there are besides: discussions that nobody has settled, then memos that ask something. */
async function readQuestions(db: Db, projectId: number, every: readonly Memo[], all: readonly Thread[]): Promise<{ shown: ToldQuestion[]; rest: number }> {
  const talkedAbout = all.filter(({ target, resolvedAt, comments }) => target.kind === 'memo' && (resolvedAt !== null || comments.length > 0))
  const memos = openQuestions(every, new Set(talkedAbout.map(({ target }) => target.id)))
  const threads = all.filter(({ resolvedAt, comments }) => resolvedAt === null && comments.length > 0)
  const first = memos.slice(0, Math.max(0, SHOWN - threads.length))
  const told = await tellMemos(
    db,
    projectId,
    first.map(({ memo }) => memo),
  )
  const asked = told.map(({ id, text, about, coder }, at) => ({
    text,
    about,
    path: `/memos/${id}`,
    settleAt: `/discussion/memos/${id}/resolution`,
    coder,
    answer: first[at]!.answer,
  }))
  const discussed = await Promise.all(threads.slice(0, SHOWN).map((thread) => questionOf(db, projectId, thread)))
  return { shown: [...discussed, ...asked], rest: threads.length + memos.length - discussed.length - asked.length }
}

async function questionOf(db: Db, projectId: number, { id, target, comments }: Thread): Promise<ToldQuestion> {
  const about = (await showTarget(db, projectId, target))?.title ?? ''
  const { text, coder, coderId } = comments[0]!
  const answer = comments.findLast((one) => one.coderId !== coderId) ?? null
  return { text, about, path: `/discussion/${target.kind}/${target.id}`, settleAt: `/discussion/threads/${id}/resolution`, coder, answer }
}

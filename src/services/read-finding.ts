import { both } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { casesOf, type Framework, type FrameworkPlace, type FrameworkTopic, synthesisKey } from '../domain/framework.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { findFindingOf } from '../storage/finding-cells.ts'
import { listStoredAnswers } from '../storage/found-answers.ts'
import type { House } from '../storage/open.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import type { Pool } from '../workers/pool.ts'
import { analyseMatrix, analyseQuotations } from './analyse.ts'
import { type FrameworkWish, matrixOfFramework, readFramework } from './read-framework.ts'
import { readMemosOn } from './read-memos.ts'
import { markOf } from './write-finding.ts'

type Rooms = { house: House; pool: Pool }

/** The framework, its quotations counted in a thread where the project is large. */
export async function analyseFramework(rooms: Rooms, wish: FrameworkWish): Promise<Framework> {
  return readFramework(rooms.house.read, wish, await analyseMatrix(rooms, matrixOfFramework(wish)))
}

/** What stands beside an open cell: what was written, and the words to write it from. Refuses a cell that the framework lacks. */
export async function readOpenFinding(rooms: Rooms, { projectId, filter }: FrameworkWish, framework: Framework, place: FrameworkPlace & { caseId: number }) {
  const topic = topicAt(framework, place)
  const at = framework.cases.findIndex((one) => one.id === place.caseId)
  const one = framework.cases[at]
  if (!one) throw new Refusal('not-found', 'refusal.no-cell')
  const own = formatFilter(both(parseFilter(filter), parseFilter(topic.filter), parseFilter(one.filter)))
  const target = { kind: 'finding', caseId: one.id, codeId: topic.codeId, questionId: topic.questionId } as const
  const cell = topic.cells[at]!
  return {
    topic,
    case: one,
    cell,
    seen: markOf(cell.summary),
    filter: own,
    list: await analyseQuotations(rooms, { projectId, filter: own }),
    answers: topic.questionId === null ? [] : await readAnswerWords(rooms.house.read, projectId, one.id, topic.questionId),
    findingId: await findFindingOf(rooms.house.read, target),
    memos: { place: target, memos: await readMemosOn(rooms.house, projectId, target) },
  }
}

/** What stands beside an open synthesis: what was written, and the findings that it is drawn from. Refuses one that the framework lacks. */
export function readOpenSynthesis(framework: Framework, place: FrameworkPlace & { group: number }) {
  const topic = topicAt(framework, place)
  const group = place.group === 0 ? null : framework.groups[place.group - 1]
  if (group === undefined) throw new Refusal('not-found', 'refusal.no-cell')
  const target = { codeId: topic.codeId, questionId: topic.questionId, attributeId: group?.attributeId ?? null, group: group?.value ?? '' }
  const synthesis = framework.syntheses.get(synthesisKey(target))
  return { topic, group, target, synthesis, seen: markOf(synthesis?.text ?? ''), cells: casesOf(framework, topic, group) }
}

function topicAt({ topics }: Framework, { topic: key }: FrameworkPlace): FrameworkTopic {
  const topic = topics.find((one) => one.key === key)
  if (!topic) throw new Refusal('not-found', 'refusal.no-cell')
  return topic
}

/** What a case answered to a question, part by part, coded or not. */
async function readAnswerWords(db: Db, projectId: number, caseId: number, questionId: number) {
  const answer = (await listStoredAnswers(db, { caseIds: [caseId] })).find((one) => one.questionId === questionId)
  const parts = answer?.parts ?? []
  const texts = await textsOf(db, [...new Set(parts.map((part) => part.sourceId))])
  const titles = new Map((await listSources(db, projectId)).map(({ id, title }) => [id, title]))
  return parts.map(({ sourceId, start, end }) => {
    const text = texts.get(sourceId)!
    const paragraph = paragraphsUnder(paragraphsOf(text), { start, end }).find(({ number }) => number !== null)?.number ?? 1
    return { source: { id: sourceId, title: titles.get(sourceId) ?? '' }, start, end, paragraph, words: text.slice(start, end) }
  })
}

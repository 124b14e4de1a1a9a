import { type Base, baseOf, type Standing } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import { type CountedCase, groupsBy } from '../domain/case-groups.ts'
import { treeOf } from '../domain/code.ts'
import { statesOf } from '../domain/finding.ts'
import { countTopic, type Framework, type FrameworkCell, type FrameworkGroup, isTopicJudged, synthesisKey, type Topic, topicKey } from '../domain/framework.ts'
import type { Matrix, MatrixMember } from '../domain/matrix.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listPicked } from '../storage/evidence.ts'
import { listFindings, listNotedCells } from '../storage/findings.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { listJudgedCells } from '../storage/judged-cells.ts'
import type { Db } from '../storage/schema.ts'
import { listSyntheses } from '../storage/syntheses.ts'
import { casesByQuestion, readGuideCases } from './guide-cases.ts'

/** `topics`: `themes`, `code:#ID` (a code and those below it) or `guide:ID` (its questions). `by`: the id of an attribute that groups the cases. */
export type FrameworkWish = { projectId: number; filter: string; topics: string; by?: number | undefined }
/** The matrix that a framework's quotations are counted by: the one engine's. */
export function matrixOfFramework({ projectId, filter, topics }: FrameworkWish) {
  return { projectId, filter, rows: topics.startsWith('guide:') ? 'questions' : topics, columns: 'cases' }
}

/** The framework matrix: cases by topics, with what was found in each cell. `counted` is `matrixOfFramework` of the same wish. */
export async function readFramework(db: Db, wish: FrameworkWish, counted: Matrix): Promise<Framework> {
  const all = new Map((await listCountedCases(db, wish.projectId)).map((one) => [one.id, one]))
  const room = await readRoom(db, wish, all)
  const heads = counted.rows.map((head, row) => ({ head, row, topic: topicIn(wish, head) })).filter(({ head, topic }) => isShown(room, head, topic))
  const columns = counted.columns.map((head, column) => ({ head, column, id: head.caseIds![0]! }))
  const quotationsAt = (row: number, column: number) => counted.cells.quotations[row * counted.columns.length + column]!
  const has = (id: number, column: number) => heads.some(({ row, topic }) => quotationsAt(row, column) > 0 || room.isWritten(topic, id))
  const asked = columns.filter(({ id, column }) => room.isFor(id) || has(id, column))
  const cases = inGroups(room.groups, asked)
  const topics = heads.map(({ head, row, topic }) => {
    const base = room.baseOf(topic)
    const cells = cases.map(({ id, column }) => room.cellOf(topic, id, base.standingOf(id), quotationsAt(row, column)))
    return { ...topic, ...headOf(head, topic, room), filter: head.filter, ...countTopic({ basis: base.basis, judged: isTopicJudged(cells) }, cells), cells }
  })
  const groups = room.groups.map((group) => ({ ...group, caseIds: cases.filter(({ id }) => group.caseIds.includes(id)).map(({ id }) => id) }))
  const shown = new Set(topics.map((topic) => topic.key))
  return {
    topics,
    cases: cases.map(({ id, head }) => ({ id, name: head.label ?? '', filter: head.filter })),
    groups: groups.filter(({ caseIds }) => caseIds.length > 0),
    syntheses: new Map(room.syntheses.map((one) => [synthesisKey(one), one])),
    stray: room.syntheses.filter(
      (one) => shown.has(topicKey(one)) && one.attributeId !== null && one.attributeId === wish.by && !room.groups.some((group) => group.value === one.group),
    ),
  }
}

function topicIn({ topics }: FrameworkWish, head: MatrixMember): Topic {
  const id = Number(head.key)
  return topics.startsWith('guide:') ? { codeId: null, questionId: id } : { codeId: id, questionId: null }
}

/** Questions of the guide chosen; codes that are in use or that somebody has written of. */
function isShown(room: Room, head: MatrixMember, topic: Topic): boolean {
  if (topic.questionId !== null) return room.ownQuestions.has(topic.questionId)
  return head.code?.retired === false || head.quotations > 0
}

function headOf(head: MatrixMember, topic: Topic, room: Room) {
  const questions = topic.codeId === null ? [] : (room.questionsOf.get(topic.codeId) ?? [])
  return { key: topicKey(topic), label: head.label ?? '', detail: head.detail, code: head.code, questions }
}

/** Cases stand by their groups, where they are grouped. */
function inGroups<C extends { id: number }>(groups: readonly { caseIds: readonly number[] }[], cases: readonly C[]): C[] {
  if (groups.length === 0) return [...cases]
  return groups.flatMap(({ caseIds }) => cases.filter(({ id }) => caseIds.includes(id)))
}

type Room = Awaited<ReturnType<typeof readRoom>>

async function readRoom(db: Db, wish: FrameworkWish, all: ReadonlyMap<number, CountedCase>) {
  const { projectId } = wish
  const answers = await listGivenAnswers(db, projectId)
  const withSource = new Set([...all.values()].filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const linked = await listLinkedQuestions(db, projectId)
  const tree = treeOf(await listCodes(db, projectId))
  const guides = await readGuideCases(db, projectId, [...all.values()])
  const casesFor = casesByQuestion(guides)
  const bases = basesOf(tree, linked, answers, withSource, casesFor)
  const questions = guides.flatMap(({ guide, ties }) => {
    const of = { guide: guides.length > 1 ? guide.name : null, caseIds: new Set(ties.keys()) }
    return guide.sections.flatMap((section) => section.questions.map(({ id, number, text }) => ({ id, number, text, ...of })))
  })
  const chosen = wish.topics.startsWith('guide:') ? guides.find(({ guide }) => guide.id === Number(wish.topics.slice('guide:'.length))) : undefined
  if (wish.topics.startsWith('guide:') && !chosen) throw new Refusal('not-found', 'refusal.no-guide')
  const questionsOf = new Map([...linked].map(([codeId, ids]) => [codeId, questions.filter(({ id }) => ids.has(id))]))
  return {
    baseOf: ({ codeId, questionId }: Topic): Base => (codeId === null ? baseOf(new Set([questionId!]), answers, withSource, casesFor) : bases.get(codeId)!),
    questionsOf,
    ownQuestions: new Set(chosen?.guide.sections.flatMap((section) => section.questions.map(({ id }) => id))),
    isFor: (id: number) => chosen === undefined || chosen.ties.has(id),
    groups: await readGroups(db, wish, [...all.values()]),
    syntheses: await listSyntheses(db, projectId),
    isWritten: chosen ? await writtenReader(db, projectId) : () => false,
    cellOf: await cellReader(db, projectId, statesOf(tree, linked, await listJudgedCells(db, projectId))),
  }
}

async function writtenReader(db: Db, projectId: number) {
  const written = new Set((await listFindings(db, projectId)).map((one) => `${topicKey(one)} ${one.caseId}`))
  return (topic: Topic, caseId: number) => written.has(`${topicKey(topic)} ${caseId}`)
}

async function cellReader(db: Db, projectId: number, states: ReturnType<typeof statesOf>) {
  const keyOf = (topic: Topic, caseId: number) => `${topicKey(topic)} ${caseId}`
  const findings = new Map((await listFindings(db, projectId)).map((one) => [keyOf(one, one.caseId), one]))
  const picked = await listPicked(db, projectId)
  const noted = new Set((await listNotedCells(db, projectId)).map((one) => keyOf(one, one.caseId)))
  return (topic: Topic, caseId: number, standing: Standing, quotations: number): FrameworkCell => {
    const { id = 0, state = null, summary = '', writtenBy = null, writtenAt = null } = findings.get(keyOf(topic, caseId)) ?? {}
    const own = [...(picked.get(id) ?? [])]
    const derived = state === null && topic.codeId !== null ? (states.get(topic.codeId)?.get(caseId) ?? null) : null
    return { standing, quotations, derived, state, summary, writtenBy, writtenAt, picked: own, evidence: own.length, noted: noted.has(keyOf(topic, caseId)) }
  }
}

async function readGroups(db: Db, { projectId, by }: FrameworkWish, cases: readonly CountedCase[]): Promise<FrameworkGroup[]> {
  if (by === undefined) return []
  const attribute = (await listCountedAttributes(db, projectId)).find((one) => one.id === by)
  if (!attribute) throw new Refusal('not-found', 'refusal.no-attribute')
  return groupsBy(attribute, cases).map(({ label, cases: members }) => ({
    label,
    attributeId: attribute.id,
    value: label ?? '',
    caseIds: members.map(({ id }) => id),
  }))
}

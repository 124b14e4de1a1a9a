import type { CountedCase } from '../domain/case-groups.ts'
import type { CloudChoices, GroupChoice } from '../domain/cloud-count.ts'
import { type CaseGroup, type CloudRequest, roundBetween } from '../domain/cloud-request.ts'
import { flatten, treeOf } from '../domain/code.ts'
import { listCodersOfProject } from '../storage/coder-codings.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listGuides } from '../storage/guides.ts'
import type { Db } from '../storage/schema.ts'
import { countSources } from '../storage/sources.ts'
import type { Say } from '../texts/catalogue.ts'
import { readStopWords } from './stop-words.ts'

const MOST_VALUES = 12

export async function readCloudChoices(db: Db, projectId: number): Promise<CloudChoices> {
  const codes = flatten(treeOf(await listCodes(db, projectId)))
  const cases = await listCountedCases(db, projectId)
  const attributes = await listCountedAttributes(db, projectId)
  return {
    codes: codes.map(({ id, key, label, path, depth }) => ({ id, key, label, path, depth })),
    cases: cases.map(({ id, name }) => ({ id, name })),
    coders: await listCodersOfProject(db, projectId),
    questions: (await listGuides(db, projectId)).flatMap(({ sections }) =>
      sections.flatMap(({ questions }) => questions.map(({ id, number, text }) => ({ id, number, text }))),
    ),
    stopWords: await readStopWords(db, projectId),
    attributes,
    groups: attributes.flatMap((one) => groupsOf(one, cases).map((group) => ({ group, attribute: one.name }))),
    sources: await countSources(db, projectId),
  }
}

/** Few values: a group each. A number that differs: those under and those over a round number that parts the cases most evenly. */
function groupsOf(attribute: { id: number; type: string }, cases: readonly CountedCase[]): CaseGroup[] {
  const values = cases.map((one) => one.values.get(attribute.id)).filter((value) => value !== undefined)
  if (attribute.type === 'number')
    return halves(
      attribute.id,
      values.map(({ number }) => number).filter((number) => number !== null),
    )
  const distinct = [...new Set(values.map(({ value }) => value))].sort((a, b) => a.localeCompare(b, 'sv'))
  return distinct.length > MOST_VALUES ? [] : distinct.map((value) => ({ attributeId: attribute.id, is: '=', value }))
}

function halves(attributeId: number, numbers: readonly number[]): CaseGroup[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const gaps = sorted.slice(1).flatMap((high, at) => (high > sorted[at]! ? [{ low: sorted[at]!, high, away: Math.abs(2 * (at + 1) - sorted.length) }] : []))
  const middle = gaps.sort((a, b) => a.away - b.away)[0]
  if (!middle) return []
  const value = `${roundBetween(middle.low, middle.high)}`
  return [
    { attributeId, is: '<', value },
    { attributeId, is: '>', value },
  ]
}

/** A group as people name it: "Region: Norra", "Population under 10,000". */
export function nameGroup(say: Say, { group, attribute }: GroupChoice): string {
  if (group.is === '=') return say('cloud.group-is', { attribute, value: group.value })
  return say(group.is === '<' ? 'cloud.group-under' : 'cloud.group-over', { attribute, value: Number(group.value) })
}

/** Of two clouds beside each other: what tells one from the other, and what they share. */
export function nameTwo(say: Say, choices: CloudChoices, request: CloudRequest): { heads: string[]; shared: string } {
  const head = (group: CaseGroup | null) =>
    nameCloud(say, choices, { ...request, themeId: null, questionId: null, caseId: null, coderId: null, filter: '' }, group)
  return { heads: [head(request.group), head(request.beside)], shared: nameCloud(say, choices, request, null) }
}

/** What a cloud is of, in words: its theme, case, group and coder, else the whole project. */
export function nameCloud(say: Say, choices: CloudChoices, request: CloudRequest, group: CaseGroup | null): string {
  const named = <T extends { id: number }>(list: readonly T[], id: number | null) => list.find((one) => one.id === id)
  const coder = named(choices.coders, request.coderId)
  const question = named(choices.questions, request.questionId)
  const attribute = group && named(choices.attributes, group.attributeId)
  const parts = [
    named(choices.codes, request.themeId)?.path,
    question && say('cloud.by-question', { number: `${question.number}`, text: question.text }),
    named(choices.cases, request.caseId)?.name,
    group && attribute ? nameGroup(say, { group, attribute: attribute.name }) : undefined,
    coder && say('cloud.by-coder', { name: coder.name }),
    request.filter ? say('cloud.by-filter', { filter: request.filter }) : undefined,
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : say('cloud.whole')
}

import { type CountedCase, roundBetween } from '../domain/case-groups.ts'
import type { CloudChoices, GroupChoice } from '../domain/cloud-count.ts'
import { type CaseGroup, type CloudRequest, endsOf, formatGroup } from '../domain/cloud-request.ts'
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
const sides = { '<': 'cloud.group-under', '>': 'cloud.group-over', '>=': 'cloud.group-from' } as const

/** What a cloud can be made of. `cuts`: where somebody wants groups of numbers to begin. */
export async function readCloudChoices(db: Db, projectId: number, cuts: readonly number[] = []): Promise<CloudChoices> {
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
    groups: attributes.flatMap((one) => groupsOf(one, cases, cuts).map((group) => ({ group, attribute: one.name }))),
    sources: await countSources(db, projectId),
  }
}

/** Few values: a group each. Numbers that differ: cut where somebody said, else those under and those from a round number that parts the cases most evenly. */
function groupsOf(attribute: { id: number; type: string }, cases: readonly CountedCase[], cuts: readonly number[]): CaseGroup[] {
  const values = cases.map((one) => one.values.get(attribute.id)).filter((value) => value !== undefined)
  const numbers = values.map(({ number }) => number).filter((number) => number !== null)
  if (attribute.type === 'number') return cutAt(attribute.id, cutsOf(numbers, cuts))
  const distinct = [...new Set(values.map(({ value }) => value))].sort((a, b) => a.localeCompare(b, 'sv'))
  return distinct.length > MOST_VALUES ? [] : distinct.map((value) => ({ attributeId: attribute.id, is: '=', value }))
}

/** The cuts that part some numbers: those given, where any does; else one. */
function cutsOf(numbers: readonly number[], given: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const own = [...new Set(given)].filter((cut) => sorted[0]! < cut && cut <= sorted.at(-1)!).sort((a, b) => a - b)
  return own.length > 0 ? own : halves(sorted)
}

/** Where numbers are parted in two: at the number with the fewest digits that leaves a third on either side, else as near the middle as they let. */
function halves(sorted: readonly number[]): number[] {
  const cuts = sorted.slice(1).flatMap((high, at) => {
    if (high <= sorted[at]!) return []
    const cut = roundBetween(sorted[at]!, high)
    const away = Math.abs(2 * (at + 1) - sorted.length)
    return [{ cut, away, digits: 3 * away <= sorted.length ? digitsOf(cut) : Number.POSITIVE_INFINITY }]
  })
  const [first] = cuts.sort((a, b) => (a.digits === b.digits ? a.away - b.away : a.digits - b.digits))
  return first ? [first.cut] : []
}

function digitsOf(number: number): number {
  return `${Math.abs(number)}`.replace('.', '').replace(/^0+|0+$/g, '').length
}

function cutAt(attributeId: number, cuts: readonly number[]): CaseGroup[] {
  if (cuts.length === 0) return []
  const between = cuts.slice(1).map((high, at): CaseGroup => ({ attributeId, is: '..', value: `${cuts[at]}..${high}` }))
  return [{ attributeId, is: '<', value: `${cuts[0]}` }, ...between, { attributeId, is: '>=', value: `${cuts.at(-1)}` }]
}

/** The groups to choose among, and those that are asked for though they are none of them. */
export function groupsToChoose({ groups, attributes }: CloudChoices, { group, beside }: CloudRequest): GroupChoice[] {
  const known = new Set(groups.map((one) => formatGroup(one.group)))
  const asked = [group, beside].flatMap((one) => {
    const attribute = one && !known.has(formatGroup(one)) ? attributes.find(({ id }) => id === one.attributeId) : undefined
    return one && attribute ? [{ group: one, attribute: attribute.name }] : []
  })
  return [...groups, ...asked]
}

/** A group as people name it: "Region: Norra", "Population under 10,000". */
export function nameGroup(say: Say, { group, attribute }: GroupChoice): string {
  if (group.is === '=') return say('cloud.group-is', { attribute, value: group.value })
  if (group.is === '..') {
    const [low = 0, high = 0] = endsOf(group.value).map(Number)
    return say('cloud.group-between', { attribute, low, high })
  }
  return say(sides[group.is], { attribute, value: Number(group.value) })
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

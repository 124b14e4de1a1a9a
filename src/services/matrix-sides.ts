import type { Base } from '../domain/asked.ts'
import type { Axis } from '../domain/axis.ts'
import { type CountedCase, eachCase, groupsBy } from '../domain/case-groups.ts'
import { type CodeNode, flatten, membersOfCodes, withDescendants } from '../domain/code.ts'
import { clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import type { MatrixMember } from '../domain/matrix.ts'
import { namedBy } from '../domain/named.ts'
import { Refusal } from '../domain/refusal.ts'
import { noAttribute } from '../domain/unknown-in-filter.ts'
import { type CountedAttribute, listCountedAttributes } from '../storage/counted-cases.ts'
import { codersOfProject, listPlacesOfQuestions, listPlacesOfSpeakers, sourceNames } from '../storage/matrix-members.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Db } from '../storage/schema.ts'

/** One side of a matrix: what stands there, and what it is called. `base`: how cases stand to a member that can be asked for. */
export type Side = {
  readonly axis: Axis
  readonly heads: readonly Head[]
  readonly base: ((member: number) => Base) | null
}
type Head = Pick<MatrixMember, 'key' | 'label' | 'detail' | 'code' | 'caseIds' | 'filter'>

/** What sides are made from. */
export type SideRoom = {
  readonly projectId: number
  readonly tree: readonly CodeNode[]
  readonly cases: readonly CountedCase[]
  readonly bases: ReadonlyMap<number, Base>
  readonly baseOfQuestion: (questionId: number) => Base
}

/**
 * A side by its name: `codes`, `themes`, `code:NAME` (a code and those below it), `cases`, `attribute:NAME`, `sources`,
 * `questions`, `coders` or `speakers`. `cuts`: where groups of numbers begin. Refuses any other.
 */
export async function readSide(db: Db, room: SideRoom, name: string, cuts: readonly number[]): Promise<Side> {
  if (name === 'codes' || name === 'themes' || name.startsWith('code:')) return codeSide(room, nodesOf(room.tree, name))
  if (name === 'cases') return caseSide(room, null, [])
  if (name.startsWith('attribute:')) return caseSide(room, attributeOf(await listCountedAttributes(db, room.projectId), name), cuts)
  if (name === 'sources') return sourceSide(db, room)
  if (name === 'questions') return questionSide(db, room)
  if (name === 'coders') return coderSide(db, room)
  if (name === 'speakers') return speakerSide(db, room)
  throw new Refusal('invalid', 'refusal.matrix-side', { side: name })
}

const plain = { detail: '', code: null, caseIds: null }

function nodesOf(tree: readonly CodeNode[], name: string): CodeNode[] {
  const nodes = name === 'themes' ? [...tree] : flatten(tree)
  if (!name.startsWith('code:')) return nodes
  const things = nodes.map(({ id, path, label, key }) => ({ id, names: [path, label, key] }))
  const wanted = name.slice('code:'.length)
  const named = /^#\d{1,15}$/.test(wanted) ? { id: Number(wanted.slice(1)) } : { name: wanted }
  const [id] = namedBy(things, { key: 'code', named }, true)
  return withDescendants(nodes.find((node) => node.id === id)!)
}

/** Every code counts in its own member and in those above it. */
function codeSide({ tree, bases }: SideRoom, nodes: readonly CodeNode[]): Side {
  const heads = nodes.map(({ id, key, tone, depth, label, path, retiredAt, parentId, themeId }) => ({
    ...plain,
    key: `${id}`,
    label,
    detail: path,
    code: { id, key, tone, depth: depth - nodes[0]!.depth, path, retired: retiredAt !== null, parentId, themeId },
    filter: formatFilter(clause({ key: 'code', named: { id } })),
  }))
  return { axis: { by: 'code', size: nodes.length, membersOf: membersOfCodes(tree, nodes) }, heads, base: (member) => bases.get(nodes[member]!.id)! }
}

function attributeOf(attributes: readonly CountedAttribute[], name: string): CountedAttribute {
  const wanted = name.slice('attribute:'.length)
  const attribute = attributes.find((one) => one.name === wanted)
  if (!attribute)
    throw noAttribute(
      wanted,
      attributes.map((one) => one.name),
    )
  return attribute
}

/** Each case, or the groups that an attribute makes of them. */
function caseSide({ cases }: SideRoom, attribute: CountedAttribute | null, cuts: readonly number[]): Side {
  const groups = attribute ? groupsBy(attribute, cases, cuts) : eachCase(cases)
  const memberOf = new Map(groups.flatMap((group, member) => group.cases.map(({ id }) => [id, member] as const)))
  const heads = groups.map(({ label, cases: members }, member) => {
    const caseIds = members.map(({ id }) => id)
    return { ...plain, key: attribute ? `g${member + 1}` : `${caseIds[0]}`, label, caseIds, filter: formatFilter(anyOf(caseIds)) }
  })
  return { axis: { by: 'case', size: groups.length, memberOf }, heads, base: null }
}

/** What counts for any of these cases. */
export function anyOf(caseIds: readonly number[]): Filter {
  const any = caseIds.map((id) => clause({ key: 'case', named: { id } }))
  return any.length === 1 ? any[0]! : { any }
}

async function sourceSide(db: Db, { projectId, cases }: SideRoom): Promise<Side> {
  const sources = await sourceNames(db, projectId)
  const membersOf = new Map(sources.map(({ id }, member) => [id, [member]]))
  const heads = sources.map(({ id, name }) => ({ ...plain, key: `${id}`, label: name, filter: formatFilter(clause({ key: 'source', named: { id } })) }))
  const casesOf = sources.map(({ id }) => new Set(cases.filter(({ sourceIds }) => sourceIds.includes(id)).map((one) => one.id)))
  const base = (member: number): Base => ({ basis: 'source', standingOf: (caseId) => (casesOf[member]!.has(caseId) ? 'with_source' : 'no_source') })
  return { axis: { by: 'source', size: sources.length, membersOf }, heads, base }
}

async function questionSide(db: Db, { projectId, baseOfQuestion }: SideRoom): Promise<Side> {
  const { questions, placesIn } = await listPlacesOfQuestions(db, projectId)
  const severalGuides = new Set(questions.map(({ guide }) => guide)).size > 1
  const heads = questions.map(({ id, number, text, guide }) => ({
    ...plain,
    key: `${id}`,
    label: `${number}. ${text}`,
    detail: severalGuides ? guide : '',
    filter: formatFilter(clause({ key: 'question', named: { id } })),
  }))
  return { axis: { by: 'place', size: questions.length, placesIn }, heads, base: (member) => baseOfQuestion(questions[member]!.id) }
}

async function coderSide(db: Db, { projectId }: SideRoom): Promise<Side> {
  const coders = await codersOfProject(db, projectId)
  const membersOf = new Map(coders.map(({ id }, member) => [id, [member]]))
  const heads = coders.map(({ id, name }) => ({ ...plain, key: `${id}`, label: name, filter: formatFilter(clause({ key: 'coder', named: { id } })) }))
  return { axis: { by: 'coder', size: coders.length, membersOf }, heads, base: null }
}

/** Speakers of one name in several sources are one member: all who are called that. */
async function speakerSide(db: Db, { projectId }: SideRoom): Promise<Side> {
  const { speakers, placesIn } = await listPlacesOfSpeakers(db, await listNameables(db, projectId, 'speaker'))
  const heads = speakers.map(({ name, ids }) => {
    const any = ids.map((id) => clause({ key: 'speaker', named: { id } }))
    // A name of spaces alone can't be written in a filter.
    const filter = name.trim() === '' ? { any } : clause({ key: 'speaker', named: { name } })
    return { ...plain, key: `${ids[0]}`, label: name, filter: formatFilter(filter) }
  })
  return { axis: { by: 'place', size: speakers.length, placesIn }, heads, base: null }
}

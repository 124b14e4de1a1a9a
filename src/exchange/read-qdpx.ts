import type { Exchanged, ExchangedSource, ExchangeLoss, FoundHabit } from '../domain/exchanged.ts'
import { LossCounter } from '../domain/exchanged.ts'
import { Refusal } from '../domain/refusal.ts'
import { openArchive } from './open-archive.ts'
import { QdeSources } from './qde-sources.ts'
import { readCases } from './read-qde-cases.ts'
import { nameOr, readCodes } from './read-qde-codes.ts'
import { Notes } from './read-qde-notes.ts'
import { readSets } from './read-qde-sets.ts'
import { readTextHeads } from './read-qde-texts.ts'
import { guidOf, keyOfGuid } from './refi-guid.ts'
import { refuseMany } from './refi-limits.ts'
import { childOf, childrenOf, readTree, wordsOf, type XmlNode } from './xml-tree.ts'

const MEGABYTE = 1024 * 1024
const LARGEST_QDE = 50 * MEGABYTE

export type ReadQdpx = { project: Exchanged; habit: FoundHabit; losses: ExchangeLoss[] }

/**
 * Read a REFI-QDA project on disk, leniently: what can't be kept is counted, and only what is no project at all is refused.
 * `take` gets the sources one after another, so that many large texts are never in memory together; `progress` is told how many of them are read.
 */
export async function readQdpx(
  path: string,
  take: (source: ExchangedSource) => Promise<void>,
  progress: (done: number, of: number) => void = () => {},
): Promise<ReadQdpx> {
  const archive = await openArchive(path)
  try {
    const root = readTree((await archive.read(qdeOf(archive.names), LARGEST_QDE))!)
    if (root.name !== 'Project') throw new Refusal('invalid', 'refusal.refi-no-project')
    const losses = new LossCounter()
    const origin = root.attributes['origin'] ?? ''
    const name = nameOr(root.attributes['name'], 'REFI-QDA', losses)
    const users = readUsers(root, name)
    const used = guidsOf(root, 'CodeRef')
    const codes = readCodes(childOf(root, 'CodeBook'), losses, (guid) => used.has(guid))
    const sources = new QdeSources(archive, { heads: readTextHeads(root, losses), origin, whose: users.whose, codes: codes.byGuid, losses })
    const notes = await Notes.read(root, users.whose, losses, (at) => sources.textAt(at))
    const habit = await sources.findHabit()
    await sources.readAll(notes, take, progress)
    const cases = readCases(root, sources.byGuid, sources.nodes, losses)
    const sets = readSets(root, { codes: codes.byGuid, sources: sources.byGuid }, losses)
    for (const [at, nodes] of codes.nodes.entries()) for (const node of nodes) notes.take(node, { kind: 'code', at }, false)
    for (const [at, node] of cases.nodes.entries()) notes.take(node, { kind: 'case', at })
    for (const node of [root]) notes.take(node, { kind: 'project' }, false)
    for (const [at, node] of cases.nodes.entries()) sources.places.set(keyOfGuid(node.attributes['guid']), { kind: 'case', at })
    for (const [key, at] of codes.byGuid) sources.places.set(key, { kind: 'code', at })
    notes.link(root, sources.places)
    notes.rest()
    losses.add('graphs', childrenOf(childOf(root, 'Graphs'), 'Graph').length)
    const list = codes.codes.map((code, at) => ({ ...code, retired: sets.retired.has(at) }))
    const head = { name, origin, description: wordsOf(root, 'Description').trim() }
    const { variables } = cases
    const project = { ...head, users: users.users, codes: list, variables, cases: cases.cases, memos: notes.memos, sets: sets.sets }
    return { project, habit, losses: losses.list() }
  } finally {
    archive.close()
  }
}

/** The one qde at the root: whatever its name, but `project.qde` goes before others. */
function qdeOf(names: readonly string[]): string {
  const all = names.filter((name) => /\.qde$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name))
  const root = all.filter((name) => !name.includes('/'))
  const found = root.length > 0 ? root : all
  const [named, ...more] = found.filter((name) => /(^|\/)project\.qde$/i.test(name))
  if (found.length === 0) throw new Refusal('invalid', 'refusal.refi-no-project')
  if (more.length > 0 || (!named && found.length > 1)) throw new Refusal('invalid', 'refusal.refi-many-projects', { n: found.length })
  return named ?? found[0]!
}

/** The coders, and whose something is by the identifier that an element gives: nobody's is whoever made the project, the only one there is, or one more who bears the file's name. */
function readUsers(root: XmlNode, name: string): { users: Exchanged['users']; whose: (creatingUser: string | undefined) => number } {
  const users: { guid: string; name: string }[] = []
  const byGuid = new Map<string, number>()
  const nodes = childrenOf(childOf(root, 'Users'), 'User')
  refuseMany('coders', nodes.length)
  for (const { attributes } of nodes) {
    const key = keyOfGuid(attributes['guid'])
    if (byGuid.has(key)) continue
    byGuid.set(key, users.length)
    users.push({ guid: guidOf(key), name: nameOr(attributes['name']?.trim() || attributes['id'], `${users.length + 1}`, new LossCounter()) })
  }
  let usual = byGuid.get(keyOfGuid(root.attributes['creatingUserGUID'])) ?? (users.length === 1 ? 0 : undefined)
  const whose = (creatingUser: string | undefined) => {
    const known = byGuid.get(keyOfGuid(creatingUser))
    if (known !== undefined) return known
    usual ??= users.push({ guid: '', name }) - 1
    return usual
  }
  return { users, whose }
}

/** The identifiers that elements of a name refer to, wherever they stand. */
function guidsOf(node: XmlNode, name: string, into = new Set<string>()): Set<string> {
  if (node.name === name) into.add(keyOfGuid(node.attributes['targetGUID']))
  for (const child of node.children) guidsOf(child, name, into)
  return into
}

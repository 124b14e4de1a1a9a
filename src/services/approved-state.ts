import { createHash } from 'node:crypto'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { type CodedPlace, listCodedPlaces } from '../storage/coder-codings.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'
import type { SignedTarget } from '../storage/sign-offs.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

/**
 * What is approved, each as a number: what the codes say, or the text of the source; and every coding's code, coder and words. Where a text is edited elsewhere its
 * codings move and stand as they were. Undefined where it is gone. The project is read once, however many are asked for.
 */
export async function approvedStates(db: Db, projectId: number, targets: readonly SignedTarget[]): Promise<(string | undefined)[]> {
  if (targets.length === 0) return []
  const nodes = flatten(treeOf(await listCodes(db, projectId)))
  const said = await Promise.all(targets.map((target) => (target.kind === 'code' ? codesOf(nodes, target.id) : sourceOf(db, projectId, target.id))))
  const only = targets.length === 1 && said[0] ? said[0].only : {}
  const places = await listCodedPlaces(db, projectId, only)
  const wanted = places.filter((place) => said.some((one) => one?.has(place)))
  const texts = await textsOf(
    db,
    wanted.map(({ sourceId }) => sourceId),
  )
  return said.map((one) => one && numberOf(one.words, wanted.filter(one.has), texts))
}

function numberOf(words: unknown, places: readonly CodedPlace[], texts: ReadonlyMap<number, string>): string {
  const codings = places.map(({ sourceId, codeId, coderId, start, end }) => JSON.stringify([sourceId, codeId, coderId, texts.get(sourceId)!.slice(start, end)]))
  return createHash('sha256')
    .update(JSON.stringify([words, codings.sort()]))
    .digest('hex')
}

function codesOf(nodes: readonly CodeNode[], codeId: number) {
  const node = nodes.find(({ id }) => id === codeId)
  if (!node) return undefined
  const codes = withDescendants(node)
  const ids = new Set(codes.map(({ id }) => id))
  const words = codes.map(({ id, parentId, label, definition, whenToUse, whenNot, example, retiredAt }) => [
    id,
    parentId,
    label,
    definition,
    whenToUse,
    whenNot,
    example,
    retiredAt,
  ])
  return { words, only: { codeIds: [...ids] }, has: (place: CodedPlace) => ids.has(place.codeId) }
}

async function sourceOf(db: Db, projectId: number, sourceId: number) {
  const source = await findSource(db, projectId, sourceId)
  if (!source) return undefined
  return { words: [source.title, (await textsOf(db, [sourceId])).get(sourceId)], only: { sourceId }, has: (place: CodedPlace) => place.sourceId === sourceId }
}

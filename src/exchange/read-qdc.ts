import { type ExchangedCode, type ExchangedSet, LossCounter } from '../domain/exchanged.ts'
import { Refusal } from '../domain/refusal.ts'
import { readCodes } from './read-qde-codes.ts'
import { readSets } from './read-qde-sets.ts'
import { readTree } from './xml-tree.ts'

/** A REFI-QDA codebook, of whatever version: elements are known by their local names. */
export function readQdc(bytes: Uint8Array): { origin: string; codes: ExchangedCode[]; sets: ExchangedSet[]; losses: LossCounter } {
  const root = readTree(bytes)
  if (root.name !== 'CodeBook') throw new Refusal('invalid', 'refusal.refi-no-codebook')
  const losses = new LossCounter()
  const { codes, byGuid } = readCodes(root, losses)
  const sets = readSets(root, { codes: byGuid, sources: new Map() }, losses)
  return { origin: root.attributes['origin'] ?? '', codes: codes.map((code, at) => ({ ...code, retired: sets.retired.has(at) })), sets: sets.sets, losses }
}

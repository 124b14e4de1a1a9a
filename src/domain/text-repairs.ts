import type { Repair } from './read-notes.ts'
import { normaliseText } from './text.ts'

/** A text as it is stored, with what `normaliseText` had to change in it, each kind with its count of places. */
export function repairText(raw: string): { text: string; repairs: Repair[] } {
  const text = normaliseText(raw)
  if (text === raw) return { text, repairs: [] }
  const repairs: Repair[] = []
  const note = (kind: Repair['kind'], count: number) => void (count > 0 && repairs.push({ kind, count }))
  note('bom', raw.replaceAll('\0', '').startsWith('\uFEFF') ? 1 : 0)
  note('line-ends', countOf(raw, /\r\n?|[\u2028\u2029\u0085]/g))
  note('nuls', countOf(raw, /\0/g))
  note('lone-surrogates', raw.isWellFormed() ? 0 : countOf(raw, /\p{Surrogate}/gu))
  note('nfc', countDecomposed(raw))
  return { text, repairs }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count++
  return count
}

/** Letters that were written in pieces: a line is looked at closely only where composing changes it. */
function countDecomposed(raw: string): number {
  if (raw.normalize('NFC') === raw) return 0
  let count = 0
  for (const line of raw.split('\n')) {
    if (line.normalize('NFC') === line) continue
    const pieces = line.match(/\P{M}\p{M}+/gu) ?? []
    count += Math.max(pieces.filter((piece) => piece.normalize('NFC') !== piece).length, 1)
  }
  return count
}

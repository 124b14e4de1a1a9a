import { foldWord } from '../domain/fold-word.ts'
import type { QueryNode, QueryTerm, QueryWord } from '../domain/query.ts'
import { linkedOf } from './compound.ts'
import { fewest } from './fewest.ts'
import { otherEndingsOf, stem, unevenFormsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { wordsApartWith } from './uneven/apart.ts'
import { lettersOfAll } from './with-synonyms.ts'

const SHORTEST = 3

/** What a paragraph must hold, once all but letters and digits is taken out of it: of each list one. */
export type Needs = readonly (readonly string[])[]

/** What every paragraph that answers holds; null where nothing short of an index can tell: very short words, likeness, and conditions alone. */
export function needsOf(node: QueryNode, stemmings: readonly Stemming[]): Needs | null {
  if (node.kind === 'not' || node.kind === 'filter' || node.kind === 'match') return null
  if (node.kind === 'near') return allOf(node.words.map((word) => needsOf(word, stemmings)))
  if (node.kind === 'word' || node.kind === 'phrase') return clause(needlesOfTerm(node, stemmings))
  const each = node.nodes.map((one) => needsOf(one, stemmings))
  if (node.kind === 'or') return each.some((needs) => needs === null) ? null : clause(each.flatMap((needs) => surest(needs!)))
  const together = neighboursOf(node.nodes).flatMap((word) => needlesOfTerm(word, stemmings))
  return allOf(each)?.map((needles) => fewest([...needles, ...together])) ?? null
}

function clause(needles: readonly string[]): Needs | null {
  return needles.some((one) => one.length < SHORTEST) ? null : [fewest(needles)]
}

function allOf(each: readonly (Needs | null)[]): Needs | null {
  const known = each.flatMap((needs) => needs ?? [])
  return known.length === 0 ? null : known
}

/** Two words side by side may be written as one. */
function neighboursOf(nodes: readonly QueryNode[]): QueryWord[] {
  return nodes.flatMap((one, at) => {
    const next = nodes[at + 1]
    return one.kind === 'word' && next?.kind === 'word' && one.fuzzy === null ? [{ ...next, letters: one.letters + next.letters }] : []
  })
}

/** The list whose shortest needle is longest. */
function surest(needs: Needs): readonly string[] {
  const shortest = (needles: readonly string[]) => Math.min(...needles.map(({ length }) => length))
  return needs.reduce((best, one) => (shortest(best) >= shortest(one) ? best : one))
}

function needlesOfTerm(term: Exclude<QueryTerm, { kind: 'near' }>, stemmings: readonly Stemming[]): string[] {
  const also = (term.also ?? []).map(lettersOfAll)
  if (term.kind === 'phrase') return [term.letters, ...also]
  if (term.fuzzy !== null) return ['']
  return [term.letters, ...also].flatMap((word) => [
    word,
    ...stemmings.flatMap((one) => [
      stem(word, one).replace('·', ''),
      ...wordsApartWith(word, one),
      ...unevenFormsOf(word, one),
      ...otherEndingsOf(word, one),
      ...linkedOf(word, one),
    ]),
  ])
}

/** Whether a paragraph holds all that it must. */
export function mayAnswer(paragraph: string, needs: Needs): boolean {
  const letters = lettersIn(paragraph)
  return needs.every((needles) => needles.some((one) => letters.includes(one)))
}

const UNKNOWN = 0xffff
const LATE = 0xfffe
const folded = new Uint16Array(0x10000).fill(UNKNOWN)
let room = Buffer.alloc(4096)

/** A text's letters and digits, folded as words are: letter by letter by a table, for a study is nine million of them. */
export function lettersIn(text: string): string {
  if (room.length < text.length) room = Buffer.alloc(text.length * 2)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const letter = folded[code] === UNKNOWN ? learn(code) : folded[code]!
    if (letter === LATE) return slowly(text)
    if (letter !== 0) room[length++] = letter
  }
  return room.toString('latin1', 0, length)
}

/** The letter that a character is folded to, 0 where it is none; LATE where it is more than one, or beyond Latin. */
function learn(code: number): number {
  const letters = slowly(String.fromCharCode(code))
  const one = code >= 0xd800 && code < 0xe000 ? LATE : letters === '' ? 0 : letters.length === 1 && letters.charCodeAt(0) < 256 ? letters.charCodeAt(0) : LATE
  folded[code] = one
  return one
}

function slowly(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

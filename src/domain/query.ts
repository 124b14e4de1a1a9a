import { wordsOf } from './word.ts'

/**
 * A search as it was meant. `letters`: the words folded and joined, as the index compares them. `prefix`: longer words
 * that begin so are meant too, however short it is (a star, or the last word while it is being written). `open`: the
 * phrase is still being written, and its last word may go on.
 */
export type QueryNode =
  | QueryWord
  | QueryPhrase
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }

export type QueryWord = { readonly kind: 'word'; readonly word: string; readonly letters: string; readonly prefix: 'star' | 'last' | null }
export type QueryPhrase = { readonly kind: 'phrase'; readonly words: string; readonly letters: string; readonly open: boolean }

/** What could not be taken as written. The search goes on with the rest, if there is any. */
export type QueryProblem = 'unclosed-quote' | 'only-not' | 'no-words' | 'too-long'
export type Query = { readonly tree: QueryNode | null; readonly problems: readonly QueryProblem[] }

const LONGEST = 400
const PIECE = /(-?)"([^"]*)("?)|([()])|([^\s()"]+)/gu

type Piece = { kind: 'term'; node: QueryNode } | { kind: 'or' } | { kind: 'open' } | { kind: 'close' }

/**
 * Read what somebody typed: words (all of them), `OR`, `-not`, `"a phrase"`, `begins*`, parentheses. Takes any text,
 * never refuses: an empty one gives no tree and no problem.
 */
export function parseQuery(typed: string): Query {
  const problems: QueryProblem[] = []
  const text = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
  if (text.length > LONGEST) problems.push('too-long')
  const pieces = [...text.slice(0, LONGEST).matchAll(PIECE)].flatMap((match) => readPiece(match, problems))
  markLast(pieces, text)
  const tree = simplify(readAll(pieces))
  if (tree && isOnlyNot(tree)) problems.push('only-not')
  else if (!tree && text.trim() !== '') problems.push(/^[\s-]+$/.test(text) ? 'only-not' : 'no-words')
  return { tree: tree && isOnlyNot(tree) ? null : tree, problems }
}

/** A word as searches compare it: lower case, accents off but for å ä ö æ ø, the signs that join its parts kept as hyphens. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase().normalize('NFC').replace(JOINERS, '-')
  if (PLAIN.test(lower)) return lower
  return lower.replace(/[^a-z0-9åäöæø-]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
}
const JOINERS = /['’:·‐‑]/g
const PLAIN = /^[a-z0-9åäöæø-]*$/

function readPiece([, minus, quoted, closing, bracket, bare]: RegExpMatchArray, problems: QueryProblem[]): Piece[] {
  if (bracket) return [{ kind: bracket === '(' ? 'open' : 'close' }]
  if (quoted !== undefined) {
    if (closing === '') problems.push('unclosed-quote')
    return termOf(quoted, minus === '-', closing === '"' ? 'closed' : 'open')
  }
  if (bare === 'OR') return [{ kind: 'or' }]
  return termOf(bare!.replace(/^-/, ''), bare!.startsWith('-'), null)
}

/** Several words in one piece (bl.a., 12,5) are meant together, as a phrase is. */
function termOf(text: string, not: boolean, quoted: 'open' | 'closed' | null): Piece[] {
  const words = wordsOf(text).map(({ word }) => word)
  if (words.length === 0) return []
  const letters = words.map((word) => foldWord(word).replaceAll('-', '')).join('')
  if (letters === '') return []
  const star = !quoted && text.endsWith('*')
  const node: QueryNode =
    quoted || words.length > 1
      ? { kind: 'phrase', words: words.join(' '), letters, open: quoted === 'open' && !/\s$/.test(text) }
      : { kind: 'word', word: words[0]!, letters, prefix: star ? 'star' : null }
  return [{ kind: 'term', node: not ? { kind: 'not', node } : node }]
}

function markLast(pieces: Piece[], text: string): void {
  const last = pieces.at(-1)
  if (last?.kind !== 'term' || last.node.kind !== 'word' || last.node.prefix || /[\s")]$/.test(text)) return
  last.node = { ...last.node, prefix: 'last' }
}

/** OR binds looser than standing beside each other. A bracket that is never closed ends with the text; one too many is passed over. */
function readAll(pieces: Piece[]): QueryNode {
  const either: QueryNode[][] = [[]]
  while (pieces.length > 0) {
    const piece = pieces.shift()!
    if (piece.kind === 'close') break
    if (piece.kind === 'or') either.push([])
    else either.at(-1)!.push(piece.kind === 'open' ? readAll(pieces) : piece.node)
  }
  return { kind: 'or', nodes: either.map((nodes): QueryNode => ({ kind: 'and', nodes })) }
}

/** Empty groups fall away, groups of one become the one. */
function simplify(node: QueryNode): QueryNode | null {
  if (node.kind !== 'and' && node.kind !== 'or') return node
  const nodes = node.nodes.map(simplify).filter((one) => one !== null)
  const flat = nodes.flatMap((one) => (one.kind === node.kind ? one.nodes : [one]))
  return flat.length === 0 ? null : flat.length === 1 ? flat[0]! : { kind: node.kind, nodes: flat }
}

/** Nothing is asked for, only kept away: every paragraph but some. */
function isOnlyNot(node: QueryNode): boolean {
  if (node.kind === 'not') return true
  if (node.kind === 'and') return node.nodes.every(isOnlyNot)
  return node.kind === 'or' && node.nodes.some(isOnlyNot)
}

import { filterKeyOf, listAllKeyWords, NOT_WORD, OR_WORD } from './filter-words.ts'
import { lettersOf } from './fold-word.ts'
import { slipsOf } from './nearest-names.ts'
import { readClause } from './parse-filter.ts'
import type { Query, QueryNode, QueryProblem, QueryWord } from './query.ts'
import { filtersOf, termsOf } from './query.ts'
import { Refusal } from './refusal.ts'
import { wordsOf } from './word.ts'

const LONGEST = 1000
const MOST_WORDS = 20
const HEAVY = 2
const PHRASE = 4
const NEARNESS = 6
const MOST_PROBLEMS = 4
const DEEPEST = 20
const NEAR = 5
const QUOTE = '"“”„«»'
const BARE = new RegExp(`[^\\s()${QUOTE}]+`, 'uy')
const QUOTED = new RegExp(`[${QUOTE}]([^${QUOTE}]*)([${QUOTE}]?)`, 'uy')
/** What begins a condition: a name and a colon, or a comparison with a number or a day. */
const BARE_KEY = /([\p{L}_][\p{L}\p{N}_.-]*)(:(?!\/\/)|(?:>=|<=|>|<)(?=\s*-?\d))/uy
/** Signs that somebody may mean to find: emoji, arrows, +. */
const SIGNS = /[\p{S}\p{Extended_Pictographic}\p{M}\u200d]+/u
/** A word of three letters and more, a colon, and something after it. */
const LIKE_A_KEY = /([\p{L}_][\p{L}\p{N}_-]{2,}):(?=["“”„«]|[\p{L}\p{N}#*]{2})/uy
const QUOTED_KEY = /"((?:[^"\\]|\\.)+)"(?:(?:>=|<=|>|<)(?=\s*[^\s()])|:(?=[^\s()]|\s*[<>]))/uy

/**
 * Read what somebody typed: words (all of them), `OR`, `-not`, `"a phrase"`, `"near words"~5`, `begins*`, `alike~`, parentheses, and
 * the conditions of a filter, `match:exact`; `attributes` are the names that may stand unquoted before a colon. Takes any text, never
 * refuses: an empty one gives no tree and no problem.
 */
export function parseQuery(typed: string, { attributes = [] }: { attributes?: readonly string[] } = {}): Query {
  const reading = new Reading(typed, attributes)
  const tree = reading.whole()
  const { problems } = reading
  if (tree && !selects(tree)) problems.push(problem(saysHow(tree) ? 'only-match' : 'only-not'))
  else if (!tree && typed.trim() !== '' && problems.length === 0) problems.push(problem(/^[\s-]+$/.test(typed) ? 'only-not' : 'no-words'))
  return { typed, tree: tree && selects(tree) ? tree : null, problems: problems.slice(0, MOST_PROBLEMS) }
}

/** One pass over what was typed, from left to right. Offsets are into it as it was typed. */
class Reading {
  readonly text: string
  readonly attributes: ReadonlySet<string>
  readonly named: readonly string[]
  readonly problems: QueryProblem[] = []
  at = 0
  words = 0

  constructor(typed: string, named: readonly string[]) {
    this.text = typed.slice(0, LONGEST)
    this.named = named
    this.attributes = new Set(named.map(folded))
    if (typed.length > LONGEST) this.tell('too-long', LONGEST, { most: LONGEST })
  }

  whole(): QueryNode | null {
    const parts: QueryNode[] = []
    for (let found = this.alternatives(0); ; found = this.alternatives(0)) {
      if (found) parts.push(found)
      if (this.at >= this.text.length) break
      this.tell('unopened', this.at++)
    }
    if (this.words > MOST_WORDS) this.tell('many-words', null, { most: MOST_WORDS })
    return simplify({ kind: 'and', nodes: parts })
  }

  /** OR binds looser than standing beside each other. */
  alternatives(depth: number): QueryNode | null {
    const any: QueryNode[] = []
    for (let lonely: number | null = null; ; ) {
      const all = this.sequence(depth)
      if (all.length > 0) any.push({ kind: 'and', nodes: all })
      if (all.length === 0 && lonely !== null) this.tell('or', lonely)
      const or = this.at
      if (!this.take(OR_WORD)) break
      if (all.length === 0 && lonely === null) this.tell('or', or)
      lonely = or
    }
    return any.length === 0 ? null : { kind: 'or', nodes: any }
  }

  sequence(depth: number): QueryNode[] {
    const all: QueryNode[] = []
    for (this.take(/\s*/y); this.at < this.text.length && this.text[this.at] !== ')' && !this.sees(OR_WORD); this.take(/\s*/y)) {
      const one = this.one(depth)
      if (one) all.push(one)
    }
    return all
  }

  one(depth: number): QueryNode | null {
    const denied = this.take(NOT_WORD) !== '' || this.take(/-+(?=\S)/y) !== ''
    const node = this.sees(/\(/y) ? this.group(depth) : (this.condition() ?? (this.sees(QUOTED) ? this.quoted() : this.bare(!denied)))
    return node && denied ? { kind: 'not', node } : node
  }

  group(depth: number): QueryNode | null {
    const opened = this.at++
    if (depth >= DEEPEST) return null
    const inside = this.alternatives(depth + 1)
    if (!this.take(/\)/y)) this.tell('unclosed', opened)
    return inside
  }

  condition(): QueryNode | null {
    const start = this.at
    const key = matchAt(BARE_KEY, this.text, start)
    const isKey =
      key &&
      (key[2] !== ':' || filterKeyOf(key[1]!) !== undefined || this.attributes.has(folded(key[1]!)) || /^\s*[<>]/.test(this.text.slice(start + key[0].length)))
    if (!isKey && !matchAt(QUOTED_KEY, this.text, start)) return null
    try {
      const { clause, end } = readClause(this.text, start)
      this.at = end
      const at = { start, end }
      return clause.key === 'match' ? { kind: 'match', value: clause.value, at } : { kind: 'filter', clause, at }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.problems.push({ key: error.key, place: Number(error.values['place'] ?? start + 1), values: error.values })
      this.at = Math.max(start + 1, this.text.slice(start).search(/[\s()]|$/) + start)
      return null
    }
  }

  quoted(): QueryNode | null {
    const start = this.at
    const [, inside = '', closing = ''] = matchAt(QUOTED, this.text, start)!
    this.take(QUOTED)
    if (closing === '') this.tell('unclosed-quote', start)
    const near = closing === '' ? '' : this.take(/~\d{0,3}/y)
    const words = wordsOf(inside.toWellFormed().normalize('NFC')).map(({ word }) => word)
    const letters = words.map(lettersOf).join('')
    if (letters === '' || !this.may(near === '' ? Math.max(words.length, PHRASE) : Math.max(words.length * HEAVY, NEARNESS))) return null
    const at = { start, end: this.at }
    if (near !== '' && words.length === 1) return wordOf(words[0]!, { prefix: null, fuzzy: 0, at })
    if (near !== '')
      return { kind: 'near', words: words.map((word) => wordOf(word, { prefix: null, fuzzy: null, at })), within: Number(near.slice(1)) || NEAR, at }
    return { kind: 'phrase', words: words.join(' '), letters, open: closing === '' && !/\s$/.test(inside), at }
  }

  /** Several words in one piece (bl.a., 12,5) are meant together, as a phrase is. The last word may still be being written. */
  bare(mayGoOn: boolean): QueryNode | null {
    const start = this.at
    this.tellOfKey(start)
    const piece = this.take(BARE)
    if (piece === '') this.at++
    const at = { start, end: this.at }
    const alike = /~([12]?)\d*$/.exec(piece)
    const words = wordsOf(piece.slice(0, alike?.index).toWellFormed().normalize('NFC')).map(({ word }) => word)
    const letters = words.map(lettersOf).join('')
    const [signs] = letters === '' ? (SIGNS.exec(piece) ?? []) : []
    if (signs !== undefined) this.tell('signs', start, { signs })
    if (/^\*[^*]/.test(piece)) this.tell('star-first', start, { word: piece.replace(/^\*+|\*+$/g, '') })
    if (letters === '' || !this.may(alike || piece.endsWith('*') ? words.length * HEAVY : words.length)) return null
    if (words.length > 1) return { kind: 'phrase', words: words.join(' '), letters, open: false, at }
    const last = mayGoOn && !alike && /^\)*$/.test(this.text.slice(this.at))
    return wordOf(words[0]!, { prefix: piece.endsWith('*') ? 'star' : last ? 'last' : null, fuzzy: alike ? (Number(alike[1]) as 0 | 1 | 2) : null, at })
  }

  /** What stands before a colon and is no condition here is searched for as words, and told: nothing is kept to what was meant. */
  tellOfKey(start: number): void {
    const [, word] = matchAt(LIKE_A_KEY, this.text, start) ?? []
    if (word === undefined || word === word.toLocaleUpperCase('sv')) return
    const near = slipsOf(word, [...listAllKeyWords(), ...this.named])
    const rest = this.text.slice(start + word.length)
    const [value = ''] = /^:(?:"[^"]*"?|[^\s()]*)/.exec(rest) ?? []
    const instead = near.map((one) => ({ words: worded(one) + value, query: this.text.slice(0, start) + worded(one) + rest }))
    const values = { word, place: start + 1, near: near.map((one) => `${one}:`).join(' · '), names: this.named.join(' · ') }
    const key = near.length > 0 ? 'search.problem-near-key' : this.named.length > 0 ? 'search.problem-no-key' : 'search.problem-no-keys'
    this.problems.push({ key, place: start + 1, values, instead })
  }

  /** Only so many words are searched, so that no search takes long; likeness and beginnings take as long as two words, a phrase as four, nearness as six. */
  may(words: number): boolean {
    this.words += words
    return this.words <= MOST_WORDS
  }

  sees(pattern: RegExp): boolean {
    return matchAt(pattern, this.text, this.at) !== null
  }
  take(pattern: RegExp): string {
    const found = matchAt(pattern, this.text, this.at)?.[0] ?? ''
    this.at += found.length
    return found
  }
  tell(what: string, at: number | null, values: Record<string, string | number> = {}): void {
    // A word that was one too many is missing nowhere.
    if (what === 'or' && this.words > MOST_WORDS) return
    this.problems.push(problem(what, at === null ? null : at + 1, values))
  }
}

function wordOf(word: string, how: Pick<QueryWord, 'prefix' | 'fuzzy' | 'at'>): QueryWord {
  return { kind: 'word', word, letters: lettersOf(word), ...how }
}

function problem(what: string, place: number | null = null, values: Record<string, string | number> = {}): QueryProblem {
  return { key: `search.problem-${what}`, place, values: place === null ? values : { place, ...values } }
}

/** Empty groups fall away, groups of one become the one. */
function simplify(node: QueryNode): QueryNode | null {
  if (node.kind === 'not') {
    const inside = simplify(node.node)
    return inside && { kind: 'not', node: inside }
  }
  if (node.kind !== 'and' && node.kind !== 'or') return node
  const nodes = node.nodes.map(simplify).filter((one) => one !== null)
  const flat = nodes.flatMap((one) => (one.kind === node.kind ? one.nodes : [one]))
  return flat.length === 0 ? null : flat.length === 1 ? flat[0]! : { kind: node.kind, nodes: flat }
}

function saysHow(node: QueryNode): boolean {
  return node.kind === 'match' || ((node.kind === 'and' || node.kind === 'or') && node.nodes.some(saysHow))
}

/** Whether something is asked for. Words that are only kept away ask for nothing, nor does how words answer; conditions do, denied or not. */
function selects(node: QueryNode): boolean {
  if (node.kind === 'not') return filtersOf(node.node).length > 0 && termsOf(node.node).length === 0
  if (node.kind === 'match') return false
  if (node.kind === 'and') return node.nodes.some(selects)
  return node.kind === 'or' ? node.nodes.every(selects) : true
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function worded(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) ? name : `"${name}"`
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}

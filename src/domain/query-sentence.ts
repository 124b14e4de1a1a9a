import { filterSentence, type SayBy, type SayFilter } from './filter-sentence.ts'
import { type QueryNode, type QueryPhrase, type QueryWord, termsOf } from './query.ts'

type QueryText =
  | `search.${'asked' | 'asked-where' | 'begins' | 'phrase' | 'quoted' | 'or' | 'not' | 'but-not' | 'where' | 'like' | 'near' | 'also'}`
  | 'list.and'
type SayQuery = SayFilter & SayBy<QueryText>
/** A piece of a sentence; the words that are searched for stand out. */
type SaidPart = { readonly text: string; readonly strong: boolean }
/** `names` of the ids in its conditions, by `code:12`; `alike`: words of it that nothing is written as, so that what is spelt nearly so was found. */
type Saying = { say: SayQuery; names: Readonly<Record<string, string>>; alike: ReadonlySet<string> }
type Parts = readonly SaidPart[]

/** A search as a sentence: what it was understood as, in pieces. */
export function querySentence(tree: QueryNode, saying: Saying): SaidPart[] {
  const { say } = saying
  return [plain(`${say(termsOf(tree).length === 0 ? 'search.asked-where' : 'search.asked')} `), ...sayNode(tree, saying), plain('.')]
}

/** The same in plain text. */
export function querySaid(tree: QueryNode, saying: Saying): string {
  return querySentence(tree, saying)
    .map(({ text }) => text)
    .join('')
}

function sayNode(node: QueryNode, saying: Saying, inside = false): Parts {
  const { say, names } = saying
  switch (node.kind) {
    case 'word':
      return sayWord(node, saying)
    case 'phrase':
      return [plain(`${say('search.phrase')} `), strong(say('search.quoted', { words: node.words })), ...also(node, say)]
    case 'near':
      return [
        ...joined(
          node.words.map(({ word }) => [strong(word)]),
          ` ${say('list.and')} `,
        ),
        plain(` ${say('search.near', { n: node.within })}`),
      ]
    case 'filter':
      return [plain(filterSentence({ clause: node.clause }, say, names))]
    case 'match':
      return [plain(say('search.match-is', { kind: say(`search.kind-${node.value}`) }))]
    case 'not':
      return [plain(`${say('search.not')} `), ...sayNode(node.node, saying, true)]
    case 'or':
      return inBrackets(sayEach(node.nodes, ` ${say('search.or')} `, saying), inside)
    case 'and':
      return inBrackets(sayAll(node.nodes, saying), inside)
  }
}

function sayWord(node: QueryWord, { say, alike }: Saying): Parts {
  const begins = saysBeginning(node) ? `${say('search.begins')} ` : ''
  const like = node.fuzzy !== null || alike.has(node.word) ? `${say('search.like')} ` : ''
  return [plain(begins + like), strong(node.word), ...also(node, say)]
}

function also({ also: others = [] }: QueryWord | QueryPhrase, say: SayQuery): Parts {
  return others.length === 0 ? [] : [plain(` (${say('search.also', { words: others.join(', ') })})`)]
}

/** Longer words are told with their inflections anyway; of a short last one only its beginning is written yet. */
function saysBeginning({ prefix, letters }: QueryWord): boolean {
  return prefix === 'star' || (prefix === 'last' && letters.length < 4)
}

/** Words first, then what is kept away, then what the paragraph must be. */
function sayAll(nodes: readonly QueryNode[], saying: Saying): Parts {
  const { say } = saying
  const conditions = nodes.filter(isCondition)
  const wanted = nodes.filter((one) => one.kind !== 'not' && !isCondition(one))
  const unwanted = nodes.flatMap((one) => (one.kind === 'not' && !isCondition(one) ? [one.node] : []))
  return [
    ...sayEach(wanted, ` ${say('list.and')} `, saying),
    ...(unwanted.length > 0 ? [plain(`${wanted.length > 0 ? ', ' : ''}${say('search.but-not')} `), ...sayEach(unwanted, ` ${say('search.or')} `, saying)] : []),
    ...(conditions.length > 0 && wanted.length + unwanted.length > 0 ? [plain(`, ${say('search.where')} `)] : []),
    ...sayEach(conditions, ', ', saying),
  ]
}

function isCondition(node: QueryNode): boolean {
  if (node.kind === 'or') return node.nodes.every(isCondition)
  return node.kind === 'filter' || node.kind === 'match' || (node.kind === 'not' && isCondition(node.node))
}

function sayEach(nodes: readonly QueryNode[], by: string, saying: Saying): Parts {
  return joined(
    nodes.map((one) => sayNode(one, saying, true)),
    by,
  )
}

function joined(all: readonly Parts[], by: string): Parts {
  return all.flatMap((one, index) => (index > 0 ? [plain(by), ...one] : one))
}

function inBrackets(parts: Parts, inside: boolean): Parts {
  return inside ? [plain('('), ...parts, plain(')')] : parts
}

function plain(text: string): SaidPart {
  return { text, strong: false }
}
function strong(text: string): SaidPart {
  return { text, strong: true }
}

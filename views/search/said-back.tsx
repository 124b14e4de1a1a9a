import type { Child } from 'hono/jsx'
import { type QueryNode, type QueryPhrase, type QueryWord, termsOf } from '../../src/domain/query.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { filterSentence } from '../analysis/filter-sentence.ts'
import { useReader } from '../layout/reader.ts'

type Names = Readonly<Record<string, string>>
type Saying = { say: Say; names: Names }

/** A search as a sentence: what it was understood as. `names` of the ids in its conditions, by `code:12`. */
export function SaidBack({ tree, names = {} }: { tree: QueryNode; names?: Names }) {
  const { say } = useReader()
  return (
    <>
      {say(termsOf(tree).length === 0 ? 'search.asked-where' : 'search.asked')} {sayNode(tree, { say, names })}.
    </>
  )
}

function sayNode(node: QueryNode, saying: Saying, inside = false): Child {
  const { say, names } = saying
  switch (node.kind) {
    case 'word':
      return sayWord(node, say)
    case 'phrase':
      return (
        <>
          {say('search.phrase')} <b>{say('search.quoted', { words: node.words })}</b>
          <Also node={node} say={say} />
        </>
      )
    case 'near':
      return (
        <>
          {node.words.map((word, index) => (
            <>
              {index > 0 && ` ${say('list.and')} `}
              <b>{word.word}</b>
            </>
          ))}{' '}
          {say('search.near', { n: node.within })}
        </>
      )
    case 'filter':
      return <>{filterSentence({ clause: node.clause }, say, names)}</>
    case 'match':
      return <>{say('search.match-is', { kind: say(`search.kind-${node.value}`) })}</>
    case 'not':
      return (
        <>
          {say('search.not')} {sayNode(node.node, saying, true)}
        </>
      )
    case 'or':
      return inBrackets(joined(node.nodes, ` ${say('search.or')} `, saying), inside)
    case 'and':
      return inBrackets(sayAll(node.nodes, saying), inside)
  }
}

function sayWord(node: QueryWord, say: Say): Child {
  return (
    <>
      {saysBeginning(node) && `${say('search.begins')} `}
      {node.fuzzy !== null && `${say('search.like')} `}
      <b>{node.word}</b>
      <Also node={node} say={say} />
    </>
  )
}

function Also({ node: { also = [] }, say }: { node: QueryWord | QueryPhrase; say: Say }) {
  return also.length === 0 ? <></> : <> ({say('search.also', { words: also.join(', ') })})</>
}

/** Longer words are told with their inflections anyway; of a short last one only its beginning is written yet. */
function saysBeginning({ prefix, letters }: QueryWord): boolean {
  return prefix === 'star' || (prefix === 'last' && letters.length < 4)
}

/** Words first, then what is kept away, then what the paragraph must be. */
function sayAll(nodes: readonly QueryNode[], saying: Saying): Child {
  const { say } = saying
  const conditions = nodes.filter(isCondition)
  const wanted = nodes.filter((one) => one.kind !== 'not' && !isCondition(one))
  const unwanted = nodes.flatMap((one) => (one.kind === 'not' && !isCondition(one) ? [one.node] : []))
  return (
    <>
      {joined(wanted, ` ${say('list.and')} `, saying)}
      {unwanted.length > 0 && (
        <>
          {wanted.length > 0 && ', '}
          {say('search.but-not')} {joined(unwanted, ` ${say('search.or')} `, saying)}
        </>
      )}
      {conditions.length > 0 && (
        <>
          {wanted.length + unwanted.length > 0 && `, ${say('search.where')} `}
          {joined(conditions, ', ', saying)}
        </>
      )}
    </>
  )
}

function isCondition(node: QueryNode): boolean {
  if (node.kind === 'or') return node.nodes.every(isCondition)
  return node.kind === 'filter' || node.kind === 'match' || (node.kind === 'not' && isCondition(node.node))
}

function joined(nodes: readonly QueryNode[], by: string, saying: Saying): Child {
  return nodes.map((one, index) => (
    <>
      {index > 0 && by}
      {sayNode(one, saying, true)}
    </>
  ))
}

function inBrackets(words: Child, inside: boolean): Child {
  return inside ? <>({words})</> : words
}

import type { Child } from 'hono/jsx'
import type { QueryNode, QueryWord } from '../../src/domain/query.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

/** A search as a sentence: what it was understood as. */
export function SaidBack({ tree }: { tree: QueryNode }) {
  const { say } = useReader()
  return (
    <>
      {say('search.asked')} {sayNode(tree, say)}.
    </>
  )
}

function sayNode(node: QueryNode, say: Say, inside = false): Child {
  switch (node.kind) {
    case 'word':
      return (
        <>
          {saysBeginning(node) && `${say('search.begins')} `}
          <b>{node.word}</b>
        </>
      )
    case 'phrase':
      return (
        <>
          {say('search.phrase')} <b>{say('search.quoted', { words: node.words })}</b>
        </>
      )
    case 'not':
      return (
        <>
          {say('search.not')} {sayNode(node.node, say, true)}
        </>
      )
    case 'or':
      return inBrackets(joined(node.nodes, ` ${say('search.or')} `, say), inside)
    case 'and':
      return inBrackets(sayAll(node.nodes, say), inside)
  }
}

/** Longer words are told with their inflections anyway; of a short last one only its beginning is written yet. */
function saysBeginning({ prefix, letters }: QueryWord): boolean {
  return prefix === 'star' || (prefix === 'last' && letters.length < 4)
}

function sayAll(nodes: readonly QueryNode[], say: Say): Child {
  const wanted = nodes.filter((one) => one.kind !== 'not')
  const unwanted = nodes.flatMap((one) => (one.kind === 'not' ? [one.node] : []))
  return (
    <>
      {joined(wanted, ` ${say('list.and')} `, say)}
      {unwanted.length > 0 && (
        <>
          , {say('search.but-not')} {joined(unwanted, ` ${say('search.or')} `, say)}
        </>
      )}
    </>
  )
}

function joined(nodes: readonly QueryNode[], by: string, say: Say): Child {
  return nodes.map((one, index) => (
    <>
      {index > 0 && by}
      {sayNode(one, say, true)}
    </>
  ))
}

function inBrackets(words: Child, inside: boolean): Child {
  return inside ? <>({words})</> : words
}

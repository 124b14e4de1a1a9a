import { type CodeNode, flatten, withDescendants } from './code.ts'
import { Refusal } from './refusal.ts'

/** Which codes are counted: all, the themes alone, or a code (by its id) with what is below it. */
export type CodeChoice = 'all' | 'themes' | number

/** Read it from an address or a command; '' is as usual. Refuses what is none of the choices. */
export function readCodeChoice(text: string, usual: CodeChoice): CodeChoice {
  if (text === '') return usual
  if (text === 'all' || text === 'themes') return text
  if (!/^\d{1,12}$/.test(text)) throw new Refusal('invalid', 'refusal.together-codes')
  return Number(text)
}

/** The codes of a tree that are chosen, in its order. */
export function chosenCodes(tree: readonly CodeNode[], choice: CodeChoice): CodeNode[] {
  if (choice === 'themes') return [...tree]
  const nodes = flatten(tree)
  return choice === 'all' ? nodes : nodes.filter(({ id }) => id === choice).flatMap(withDescendants)
}

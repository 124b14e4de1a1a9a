import { type Base, baseOf, type CasesByQuestion, type GivenAnswer } from './asked.ts'
import type { CodeNode } from './code.ts'
import { askingFor } from './finding.ts'

/** The base of every code: its own linked questions and those of what stands above it; a theme takes in the questions of its codes too. */
export function basesOf(
  tree: readonly CodeNode[],
  questions: ReadonlyMap<number, ReadonlySet<number>>,
  answers: readonly GivenAnswer[],
  withSource: ReadonlySet<number>,
  casesFor?: CasesByQuestion,
): Map<number, Base> {
  const bases = new Map<number, Base>()
  const known = new Map<string, Base>()
  const visit = (node: CodeNode, above: readonly number[]) => {
    const own = questions.get(node.id)
    const asking = own ? [...own] : above
    const key = asking.join(' ')
    const base = known.get(key) ?? baseOf(new Set(asking), answers, withSource, casesFor)
    known.set(key, base)
    bases.set(node.id, base)
    for (const child of node.children) visit(child, asking)
  }
  for (const theme of tree) visit(theme, askingFor(theme, questions))
  return bases
}

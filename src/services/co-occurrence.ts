import { countTogether, type Relation } from '../domain/co-occurrence.ts'
import { type CodeNode, treeOf } from '../domain/code.ts'
import { type CodeChoice, chosenCodes } from '../domain/code-choice.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listCodes } from '../storage/codes.ts'
import { readCounted } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { readGround } from './co-occurrence-ground.ts'
import { selectCodings } from './select-codings.ts'

/** `codes`: all, themes alone, or a theme with what is below it. `most`: so many rows at most, those with the most passages. */
export type TogetherWish = { projectId: number; filter: string; relation: Relation; words: number; codes: CodeChoice; most?: number }
type TogetherCode = Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'> & { quotations: number }
/** Plain values. `counts` row by row; null where one of the two is a part of the other, or both are the same. `left`: coded codes that had no room. */
export type TogetherTable = { codes: TogetherCode[]; counts: (number | null)[][]; left: number }

/** In how many passages each two codes stand together. Codes without a quotation are left out. */
export async function readCoOccurrence(db: Db, wish: TogetherWish): Promise<TogetherTable> {
  const selection = await selectCodings(db, wish.projectId, parseFilter(wish.filter))
  const codings = await readCounted(db, selection)
  const tree = treeOf(await listCodes(db, wish.projectId))
  const nodes = chosenCodes(tree, wish.codes)
  const lines = linesOf(tree)
  const table = countTogether(codings, axisOf(nodes, lines), wish.relation, await readGround(db, wish, codings))
  const coded = [...nodes.keys()].filter((row) => table.quotations[row]! > 0)
  const countOf = (row: number, column: number) => {
    const [a, b] = [nodes[row]!.id, nodes[column]!.id]
    return lines.get(a)!.includes(b) || lines.get(b)!.includes(a) ? null : table.counts[row * table.rows + column]!
  }
  const weightOf = (row: number) => coded.reduce((sum, column) => sum + (countOf(row, column) ?? 0) + (countOf(column, row) ?? 0), 0)
  const weights = new Map(coded.map((row) => [row, weightOf(row)]))
  const shown = [...coded].sort((a, b) => weights.get(b)! - weights.get(a)!).slice(0, wish.most ?? coded.length)
  const rows = shown.sort((a, b) => a - b)
  return {
    codes: rows.map((row) => toCode(nodes[row]!, table.quotations[row]!)),
    counts: rows.map((row) => rows.map((column) => countOf(row, column))),
    left: coded.length - rows.length,
  }
}

/** Each code with all above it, itself first. */
function linesOf(tree: readonly CodeNode[]): Map<number, readonly number[]> {
  const lines = new Map<number, readonly number[]>()
  const visit = (node: CodeNode, above: readonly number[]) => {
    const line = [node.id, ...above]
    lines.set(node.id, line)
    for (const child of node.children) visit(child, line)
  }
  for (const theme of tree) visit(theme, [])
  return lines
}

function axisOf(nodes: readonly CodeNode[], lines: ReadonlyMap<number, readonly number[]>) {
  const rowOf = new Map(nodes.map(({ id }, row) => [id, row]))
  const rowsOfCode = new Map([...lines].map(([id, line]) => [id, line.flatMap((one) => rowOf.get(one) ?? [])]))
  return { rows: nodes.length, rowsOfCode }
}

function toCode({ id, key, tone, depth, label, path }: CodeNode, quotations: number): TogetherCode {
  return { id, key, tone, depth, label, path, quotations }
}

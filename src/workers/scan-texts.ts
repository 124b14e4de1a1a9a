import type { Kysely } from 'kysely'
import { type Query, type QueryNode, termsOf } from '../domain/query.ts'
import { MISSPELT_FROM } from '../search/expand-word.ts'
import { ParagraphIndex } from '../search/paragraph-index.ts'
import { mayAnswer, needsOf } from '../search/scan.ts'
import { stemmingOf } from '../search/stemming.ts'
import type { Schema } from '../storage/schema.ts'
import { listSpansApart, type SearchableSource } from '../storage/searchable.ts'
import { readVersions } from '../storage/source-versions.ts'

const AT_ONCE = 20
/** Beyond so many paragraphs an index of them takes as long as that of all. */
const MOST_PARAGRAPHS = 6000

/**
 * Read a project's texts through, and index the paragraphs alone that may answer a search: what is asked for while the index of
 * all is being built. Conditions alone are asked of the paragraphs as they stand. Null where that would not be quicker, or can't tell: what no text has may be misspelt, and only all words of the study say for what.
 */
export async function scanTexts(db: Kysely<Schema>, sources: readonly SearchableSource[], { tree }: Query): Promise<ParagraphIndex | null> {
  const needs = tree && needsOf(tree, [...new Set(sources.map(({ language }) => stemmingOf(language)))])
  const bare = tree !== null && isOfConditions(tree)
  if (!needs && !bare) return null
  const index = new ParagraphIndex()
  let wanted = 0
  const isWanted = (paragraph: string) => {
    const may = needs !== null && mayAnswer(paragraph, needs)
    if (may) wanted++
    return may
  }
  for (let from = 0; from < sources.length; from += AT_ONCE) {
    const some = sources.slice(from, from + AT_ONCE)
    const texts = await readVersions(
      db,
      some.map(({ versionId }) => versionId),
    )
    const apart = await listSpansApart(
      db,
      some.map(({ id }) => id),
    )
    for (const { id, versionId, language } of some)
      index.add({ id, language, text: texts.get(versionId)!, apart: apart.get(id) ?? [] }, bare ? 'bare' : isWanted)
    if (wanted > MOST_PARAGRAPHS) return null
  }
  index.arrange(sources.map(({ id }) => id))
  return bare || isSure(index, tree) ? index : null
}

/** Whether nothing but conditions is asked: where they hold no index needs to tell. A set may hold words. */
function isOfConditions(node: QueryNode): boolean {
  if (node.kind === 'not') return isOfConditions(node.node)
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.every(isOfConditions) : node.kind === 'filter' && node.clause.key !== 'set'
}

/** Whether each word is found as it is written, or is too short to be guessed at. */
function isSure(index: ParagraphIndex, tree: QueryNode): boolean {
  const finds = (node: QueryNode) => {
    const { total, notes } = index.search({ typed: '', tree: node, problems: [] }, { limit: 0, order: 'text' })
    return total > 0 && !notes.some(({ kind }) => kind === 'alike')
  }
  // Words side by side may be found as one.
  if (tree.kind === 'and' && finds(tree)) return true
  const words = termsOf(tree).flatMap((term) => (term.kind === 'near' ? term.words : term.kind === 'word' ? [term] : []))
  return words.every((word) => word.letters.length < MISSPELT_FROM || finds(word))
}

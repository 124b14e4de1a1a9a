import { groupBy } from '../domain/group-by.ts'
import { parseQuery } from '../domain/parse-query.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import type { Wants } from '../search/indexed-source.ts'
import { ParagraphIndex } from '../search/paragraph-index.ts'
import { mayAnswer, needsOf } from '../search/scan.ts'
import { stemmingOf } from '../search/stemming.ts'
import { withSynonyms } from '../search/with-synonyms.ts'
import { listQuotationPlaces } from '../storage/quotations-under.ts'
import type { Db } from '../storage/schema.ts'
import { listSearchable, listSpansApart, type SearchableSource } from '../storage/searchable.ts'
import { textsOf } from '../storage/source-versions.ts'
import { stampOf } from '../storage/stamp.ts'
import { listSynonyms } from '../storage/synonyms.ts'

const AT_ONCE = 50
const REMEMBERED = 20
type Quoted = Span & { readonly id: number }

/**
 * The quotations of a project that have some words, found as the search finds them in paragraphs: inflected, in compounds, by synonyms. The
 * last word is not taken for one still being written, and nothing is guessed. Found once as long as nothing has changed.
 */
export async function quotationsWithWords(db: Db, projectId: number, words: string): Promise<readonly number[]> {
  const stamp = await stampOf(db)
  if (known.stamp !== stamp) known = { stamp, found: new Map() }
  const key = `${projectId} ${words}`
  const found = known.found.get(key) ?? (await find(db, projectId, words))
  if (known.found.size >= REMEMBERED) known.found.clear()
  known.found.set(key, found)
  return found
}

let known: { stamp: string; found: Map<string, readonly number[]> } = { stamp: '', found: new Map() }

async function find(db: Db, projectId: number, words: string): Promise<readonly number[]> {
  const asked = parseQuery(`${words} `)
  if (!asked.tree || asked.problems.length > 0) throw new Refusal('invalid', 'refusal.filter-words', { words })
  const sources = await listSearchable(db, projectId)
  const stemmings = [...new Set(sources.map(({ language }) => stemmingOf(language)))]
  const synonyms = (await listSynonyms(db, projectId)).map((group) => group.words)
  const tree = withSynonyms(asked.tree, synonyms, stemmings)
  const needs = needsOf(tree, stemmings)
  const { index, lines } = await indexQuotations(db, projectId, sources, needs && ((line) => mayAnswer(line, needs)))
  return [...index.answers({ ...asked, tree })].flatMap(([sourceId, numbers]) => numbers.map((number) => lines.get(sourceId)![number - 1]!))
}

/** Each quotation as a paragraph of its source. `lines`: the quotations by the numbers of their paragraphs, by source. */
async function indexQuotations(db: Db, projectId: number, sources: readonly SearchableSource[], wants: Wants | null) {
  const allIds = sources.map(({ id }) => id)
  const quoted = groupBy(await listQuotationPlaces(db, projectId, allIds), ({ sourceId }) => sourceId)
  const index = new ParagraphIndex()
  const lines = new Map<number, number[]>()
  for (let from = 0; from < sources.length; from += AT_ONCE) {
    const some = sources.slice(from, from + AT_ONCE).filter(({ id }) => quoted.has(id))
    const ids = some.map(({ id }) => id)
    const texts = await textsOf(db, ids)
    const apart = await listSpansApart(db, ids)
    for (const { id, language } of some) {
      const written = writeLines(texts.get(id)!, quoted.get(id)!, apart.get(id)!)
      lines.set(id, written.ids)
      index.add({ id, language, text: written.text, apart: written.apart }, wants ?? undefined)
    }
  }
  index.arrange(allIds)
  return { index, lines }
}

/** The quotations of a source, a line each, with what nobody says in them. */
function writeLines(text: string, quotations: readonly Quoted[], apart: readonly Span[]): { text: string; ids: number[]; apart: Span[] } {
  const lines: string[] = []
  const ids: number[] = []
  const shifted: Span[] = []
  let at = 0
  for (const { id, start, end } of quotations) {
    const line = text.slice(start, end).replaceAll('\n', ' ')
    if (line.trim() === '') continue
    for (const span of apart)
      if (span.start < end && start < span.end) shifted.push({ start: at + Math.max(0, span.start - start), end: at + Math.min(end, span.end) - start })
    lines.push(line)
    ids.push(id)
    at += line.length + 1
  }
  return { text: lines.join('\n'), ids, apart: shifted }
}

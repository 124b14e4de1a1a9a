import type { SearchNote } from '../domain/found-lines.ts'
import { type Kwic, kwicOf } from '../domain/kwic.ts'
import type { Query } from '../domain/query.ts'
import type { Searcher, SearchHit } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import { preferAnswered } from './prefer-answered.ts'

/** A hit to take away: `words` is the source's text from `start` to `end`, `text` the paragraph around it. */
export type TextHit = { source: string; case: string | null; paragraph: number; start: number; end: number; words: string; text: string; kwic: Kwic }

/** The best hits of a search, at most `limit`; `total` counts all. */
export async function searchTexts(
  { house, searcher }: { house: Pick<House, 'read'>; searcher: Searcher },
  projectId: number,
  query: string,
  limit: number,
): Promise<{ query: Query; notes: readonly SearchNote[]; total: number; milliseconds: number; hits: TextHit[] }> {
  const { query: read, notes, total, milliseconds, hits } = await searcher.search(projectId, query, { limit })
  return { query: read, notes, total, milliseconds, hits: (await preferAnswered(house.read, hits)).map(toTextHit) }
}

function toTextHit(hit: SearchHit): TextHit {
  const kwic = kwicOfHit(hit)
  const { source, caseNames, paragraph, best, text } = hit
  return { source, case: caseNames.join(', ') || null, paragraph, start: best.start, end: best.end, words: kwic.key, text, kwic }
}

/** A hit's best words in their context, after the speaker's label; `start` and `end` are offsets into the source's text. */
export function kwicOfHit({ text, start, saidFrom, best }: SearchHit): Kwic {
  const said = { start: saidFrom - start, end: text.length }
  const kwic = kwicOf(text, { start: best.start - start, end: best.end - start }, said)
  return { ...kwic, start: kwic.start + start, end: kwic.end + start }
}

import { createHash } from 'node:crypto'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { bestPlace } from '../domain/found-place.ts'
import { groupBy } from '../domain/group-by.ts'
import { Refusal } from '../domain/refusal.ts'
import { sentencesOf } from '../domain/sentence.ts'
import type { SimilarPassage, SimilarPassages, SimilarReason, SimilarWord } from '../domain/similar-passage.ts'
import { overlap, type Span, subtract, trimSpan } from '../domain/span.ts'
import type { TellingWord } from '../domain/telling-words.ts'
import type { Mark, Searcher, SearchHit } from '../search/searcher.ts'
import { listAsked } from '../storage/asked-words.ts'
import { listCodes } from '../storage/codes.ts'
import { listDismissals } from '../storage/dismissals.ts'
import type { House } from '../storage/open.ts'
import { placesOfRole } from '../storage/quotations-under.ts'
import { listCodedStretches } from '../storage/searchable.ts'
import type { Pool } from '../workers/pool.ts'

type Rooms = { house: House; pool: Pool; searcher: Searcher }

/** Hits that are looked through, and passages that are shown. */
const LOOKED = 600
const SHOWN = 20

/**
 * Paragraphs without the code that are most like those with it: ranked by the index from the code's telling words, or by `by`, those that
 * somebody is going through a list by, so that it stays the same list while they code. Those that were dismissed stay away, and what is asked is nobody's.
 */
export async function findSimilar(
  { house, pool, searcher }: Rooms,
  wish: { projectId: number; codeId: number; without: readonly string[]; by?: readonly string[] },
): Promise<SimilarPassages> {
  const code = flatten(treeOf(await listCodes(house.read, wish.projectId))).find(({ id }) => id === wish.codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  const told = wish.by ?? (await pool.run('telling-words', { projectId: wish.projectId, codeId: code.id }))
  const words = told.map(asSimilarWord).filter(({ word }) => !wish.without.includes(word))
  const dismissals = await listDismissals(house.read, code.id)
  const away = new Set(dismissals.map(({ sourceId, wordsSha256 }) => `${sourceId} ${wordsSha256}`))
  const hits = words.length === 0 ? [] : (await searcher.search(wish.projectId, queryOf(words), { limit: LOOKED, order: 'best' })).hits
  const said = await withoutQuestions(house, wish.projectId, hits)
  const coded = await codedAmong(house, code, said)
  const open = said.filter((hit) => !coded(hit) && !away.has(`${hit.sourceId} ${hashOf(hit.text)}`))
  return { code, words, passages: open.slice(0, SHOWN).map((hit) => toSimilar(hit, words)), left: open.length, dismissed: dismissals.length }
}

/** What tells passages apart that are not to be shown again: the paragraph's words, not where they stand. */
export function hashOf(paragraph: string): string {
  return createHash('sha256').update(paragraph).digest('hex')
}

function asSimilarWord(one: TellingWord | string): SimilarWord {
  return typeof one === 'string' ? { word: one, told: null } : { word: one.word, told: { count: one.count, ratio: one.ratio } }
}

/** The space says that the last word is whole. */
function queryOf(words: readonly SimilarWord[]): string {
  return `${words.map(({ word }) => word).join(' OR ')} `
}

async function codedAmong(house: House, code: CodeNode, hits: readonly SearchHit[]): Promise<(hit: SearchHit) => boolean> {
  const ids = new Set(withDescendants(code).map(({ id }) => id))
  const stretches = (await listCodedStretches(house.read, hits)).filter(({ codeId }) => ids.has(codeId))
  return (hit) => stretches.some((one) => one.sourceId === hit.sourceId && overlap(one, hit))
}

type SaidHit = SearchHit & { readonly asked: readonly Span[] }

/** Hits by what is said in answer alone: words that stand in a question, or that the interviewer says, are not like anything, and what has no others is no hit. */
async function withoutQuestions(house: House, projectId: number, hits: readonly SearchHit[]): Promise<SaidHit[]> {
  const questions = await listAsked(house.read, [...new Set(hits.map(({ sourceId }) => sourceId))])
  const asked = groupBy([...questions, ...(await placesOfRole(house.read, projectId, 'interviewer'))], ({ sourceId }) => sourceId)
  return hits.flatMap((hit) => {
    const here = (asked.get(hit.sourceId) ?? []).filter((span) => overlap(span, hit)).sort((a, b) => a.start - b.start)
    if (here.length === 0) return [{ ...hit, asked: here }]
    const marks = hit.marks.filter((mark) => !here.some((span) => overlap(span, mark)))
    const best = bestPlace(hit.places.filter((place) => !here.some((span) => overlap(span, place))))
    return best ? [{ ...hit, marks, best, asked: here }] : []
  })
}

function toSimilar(hit: SaidHit, words: readonly SimilarWord[]): SimilarPassage {
  const { sourceId, versionId, language, caseNames, paragraph, best, saidFrom: start, asked } = hit
  const text = hit.text.slice(start - hit.start)
  const marks = hit.marks.filter((mark) => mark.start >= start)
  const around = sentencesOf(text, language, start).find((one) => overlap(one, best)) ?? { start, end: start + text.length }
  const trimmed = (span: Span) => {
    const { start: from, end: to } = trimSpan(text, { start: span.start - start, end: span.end - start })
    return { start: start + from, end: start + to }
  }
  const sentence = asked.length === 0 ? around : trimmed(subtract([around], asked).find((one) => overlap(one, best)) ?? around)
  const reasons = reasonsOf(marks, words, (mark) => text.slice(mark.start - start, mark.end - start).toLowerCase())
  return { sourceId, versionId, under: caseNames.join(', ') || hit.source, paragraph, text, start, sentence, marks, reasons }
}

/** By the words that were searched for, in their order, so that the list is the one at its head; the forms found are told with them. */
function reasonsOf(marks: readonly Mark[], words: readonly SimilarWord[], formOf: (mark: Mark) => string): SimilarReason[] {
  return words.flatMap(({ word }, nth) => {
    const forms = [...new Set(marks.filter(({ term }) => term === nth).map(formOf))]
    return forms.length > 0 ? [{ word, forms: forms.filter((form) => form !== word) }] : []
  })
}

import type { CountedCase } from '../domain/case-groups.ts'
import { treeOf, withDescendants } from '../domain/code.ts'
import { thinSources, type Warning, wordsCovered } from '../domain/coverage.ts'
import { groupBy } from '../domain/group-by.ts'
import { informantSpans } from '../domain/informant-words.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { spanPlaces } from '../domain/place-index.ts'
import { overlap } from '../domain/span.ts'
import { listAnswerPlaces } from '../storage/answer-places.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedCases } from '../storage/counted-cases.ts'
import { listExampleCodings } from '../storage/example-codings.ts'
import { listGuides } from '../storage/guides.ts'
import { listSelected, type SelectedCoding } from '../storage/quotations.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans, type SourceSpan } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import { selectCodings } from './select-codings.ts'

/** What is said in a source, and how much of it is under the selected quotations. */
type SourceCoverage = { sourceId: number; title: string; words: number; coded: number; quotations: number }
export type Coverage = { sources: SourceCoverage[]; warnings: Warning[]; examples: number }

/** What the coding leaves out: words, people, questions; and themes that rest on one alone. Of the filter's sources and cases. */
export async function readCoverage(db: Db, { projectId, filter }: { projectId: number; filter: string }): Promise<Coverage> {
  const selection = await selectCodings(db, projectId, parseFilter(filter))
  const everyCase = await listCountedCases(db, projectId)
  const cases = everyCase.filter((one) => one.sourceIds.length > 0 && selection.holdsCase(one.id, one.sourceIds))
  const codings = await listSelected(db, selection)
  const sources = await inBounds(db, selection, everyCase)
  const ids = sources.map(({ id }) => id)
  const spans = groupBy(await listSourceSpans(db, ids), ({ sourceId }) => sourceId)
  const covered = await readWords(db, sources, spans, codings)
  const counted = await readCounting(db, projectId, codings)
  const examples = await listExampleCodings(db, projectId)
  const warnings = [
    ...covered.filter(({ words, quotations }) => words > 0 && quotations === 0).map((one) => ofSource('uncoded-source', one)),
    ...thinSources(covered).map((one) => ofSource('thin-source', one)),
    ...unquotedCases(cases, counted),
    ...unquotedSpeakers(covered, spans, codings),
    ...uncitedCases(cases, counted, examples),
    ...themesOnOne(counted, cases),
    ...(await uncodedQuestions(db, projectId, codings, new Set(cases.map(({ id }) => id)))),
  ]
  return { sources: covered, warnings, examples: examples.size }
}

/** The sources that the filter leaves in for any of their cases; one of no case, where it asks for none. */
async function inBounds(db: Db, { projectId, holdsCase }: Selection, cases: readonly CountedCase[]) {
  const casesOf = new Map<number, number[]>()
  for (const one of cases) for (const sourceId of one.sourceIds) casesOf.set(sourceId, [...(casesOf.get(sourceId) ?? []), one.id])
  return (await listSources(db, projectId)).filter(({ id }) => (casesOf.get(id) ?? [NOBODY]).some((caseId) => holdsCase(caseId, [id])))
}
const NOBODY = -1

async function readWords(
  db: Db,
  sources: readonly { id: number; title: string }[],
  spans: ReadonlyMap<number, SourceSpan[]>,
  codings: readonly SelectedCoding[],
): Promise<SourceCoverage[]> {
  const texts = await textsOf(
    db,
    sources.map(({ id }) => id),
  )
  const bySource = groupBy(codings, ({ sourceId }) => sourceId)
  return sources.map(({ id, title }) => {
    const mine = bySource.get(id) ?? []
    const text = texts.get(id)!
    const quotations = new Set(mine.map(({ quotationId }) => quotationId)).size
    return { sourceId: id, title, ...wordsCovered(text, informantSpans(text, spans.get(id) ?? []), mine), quotations }
  })
}

function ofSource(gap: 'uncoded-source' | 'thin-source', { sourceId, title, words, coded }: SourceCoverage): Warning {
  return { gap, id: sourceId, name: title, n: gap === 'thin-source' ? Math.round((1000 * coded) / words) / 10 : words }
}

type Counting = { casesOf: ReadonlyMap<number, readonly number[]>; codings: readonly SelectedCoding[]; themes: readonly Theme[] }
type Theme = { id: number; label: string; codeIds: ReadonlySet<number> }

async function readCounting(db: Db, projectId: number, codings: readonly SelectedCoding[]): Promise<Counting> {
  const attribution = await readAttribution(db, projectId)
  const casesOf = new Map(codings.map(({ id, sourceId, start, end }) => [id, attribution.casesOf(sourceId, start, end)]))
  const tree = treeOf(await listCodes(db, projectId))
  return { casesOf, codings, themes: tree.map((theme) => ({ id: theme.id, label: theme.label, codeIds: new Set(withDescendants(theme).map(({ id }) => id)) })) }
}

function unquotedCases(cases: readonly CountedCase[], { casesOf }: Counting): Warning[] {
  const quoted = new Set([...casesOf.values()].flat())
  return cases.filter(({ id }) => !quoted.has(id)).map(({ id, name, sourceIds }) => ({ gap: 'unquoted-case', id, name, n: sourceIds.length }))
}

/** Cases that are quoted, but never as the example of a code; nobody, as long as no example is marked at all. */
function uncitedCases(cases: readonly CountedCase[], { casesOf, codings }: Counting, examples: ReadonlySet<number>): Warning[] {
  if (examples.size === 0) return []
  const cited = new Set(codings.filter(({ id }) => examples.has(id)).flatMap(({ id }) => casesOf.get(id)!))
  const quotations = new Map<number, Set<number>>()
  for (const { id, quotationId } of codings) for (const one of casesOf.get(id)!) quotations.set(one, (quotations.get(one) ?? new Set()).add(quotationId))
  return cases.filter(({ id }) => quotations.has(id) && !cited.has(id)).map(({ id, name }) => ({ gap: 'uncited-case', id, name, n: quotations.get(id)!.size }))
}

/** Informants of a talk between several whose turns no quotation touches. */
function unquotedSpeakers(sources: readonly SourceCoverage[], spans: ReadonlyMap<number, SourceSpan[]>, codings: readonly SelectedCoding[]): Warning[] {
  const bySource = groupBy(codings, ({ sourceId }) => sourceId)
  return sources.flatMap(({ sourceId, title }) => {
    const turns = groupBy(
      (spans.get(sourceId) ?? []).filter(({ kind, role }) => kind === 'turn' && role === 'informant'),
      ({ speakerId }) => speakerId!,
    )
    if (turns.size < 2 || !bySource.has(sourceId)) return []
    const silent = [...turns].filter(([, mine]) => !bySource.get(sourceId)!.some((coding) => mine.some((turn) => overlap(turn, coding))))
    return silent.map(([id, mine]): Warning => ({ gap: 'unquoted-speaker', id, name: mine[0]!.speaker ?? '', sourceId, other: title, n: mine.length }))
  })
}

/** Themes all of whose quotations are one case's, where there are others to have said something. */
function themesOnOne({ casesOf, codings, themes }: Counting, cases: readonly CountedCase[]): Warning[] {
  if (cases.length < 2) return []
  return themes.flatMap(({ id, label, codeIds }) => {
    const mine = codings.filter(({ codeId }) => codeIds.has(codeId))
    const who = new Set(mine.flatMap((coding) => casesOf.get(coding.id)!))
    const one = who.size === 1 && cases.find((other) => who.has(other.id))
    return one ? [{ gap: 'one-informant' as const, id, name: label, other: one.name, n: new Set(mine.map(({ quotationId }) => quotationId)).size }] : []
  })
}

/** Questions that somebody answered and of whose answers nothing is coded. */
async function uncodedQuestions(db: Db, projectId: number, codings: readonly SelectedCoding[], caseIds: ReadonlySet<number>): Promise<Warning[]> {
  const answers = (await listAnswerPlaces(db, projectId)).filter(({ caseId }) => caseIds.has(caseId))
  const questionAt = spanPlaces(answers.map(({ questionId, ...span }) => ({ ...span, id: questionId })))
  const coded = new Set(codings.flatMap(({ sourceId, start, end }) => questionAt(sourceId, start, end)))
  const answered = groupBy(answers, ({ questionId }) => questionId)
  const guides = await listGuides(db, projectId)
  return guides.flatMap((guide) =>
    guide.sections
      .flatMap(({ questions }) => questions)
      .filter(({ id }) => answered.has(id) && !coded.has(id))
      .map(({ id, number, text }): Warning => {
        const n = new Set(answered.get(id)!.map(({ caseId }) => caseId)).size
        return { gap: 'uncoded-question', id, name: `${number}. ${text}`, sourceId: guide.id, other: guide.name, n }
      }),
  )
}

import { isOfQuotations } from '../domain/cloud-filter.ts'
import type { CloudRequest } from '../domain/cloud-request.ts'
import { groupBy } from '../domain/group-by.ts'
import { informantSpans } from '../domain/informant-words.ts'
import { overlap, type Span } from '../domain/span.ts'
import type { CountedText } from '../domain/word-count.ts'
import { listAnswerPlaces } from '../storage/answer-places.ts'
import { listSelected } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans, type SourceSpan } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import type { CloudPart, CloudScope } from './cloud-scope.ts'

/** The stretches of the sources to count, and of how many quotations; null where they are not of quotations. */
export type CloudTexts = { texts: CountedText[]; quotations: number | null }

/**
 * The stretches of text whose words a cloud counts: of a theme, a coder or a filter, what is under the quotations; else the
 * informants' words. Of a case or a group, those that count for its cases.
 */
export async function readCloudTexts(db: Db, scope: CloudScope, request: CloudRequest, part: CloudPart): Promise<CloudTexts> {
  if (isOfQuotations(request)) return readQuoted(db, scope, part)
  const spoken = await readSpoken(db, scope, part)
  return request.questionId ? { ...spoken, texts: await withinAnswers(db, scope, request.questionId, spoken.texts) } : spoken
}

async function readQuoted(db: Db, scope: CloudScope, { selection, wanted }: CloudPart): Promise<CloudTexts> {
  const bySource = groupBy(await listSelected(db, selection), ({ sourceId }) => sourceId)
  const written = await textsOf(db, [...bySource.keys()])
  const quotations = new Set<number>()
  const texts = scope.sources.flatMap(({ id, language }) => {
    const once = new Map(bySource.get(id)?.map((coding) => [coding.quotationId, coding]))
    for (const quotationId of once.keys()) quotations.add(quotationId)
    const stretches = [...once.values()].map(({ start, end }) => ({ start, end, units: unitsIn(scope, wanted, id, { start, end }) }))
    return stretches.length > 0 ? [{ sourceId: id, language, text: written.get(id)!, stretches }] : []
  })
  return { texts, quotations: quotations.size }
}

async function readSpoken(db: Db, scope: CloudScope, { wanted }: CloudPart): Promise<CloudTexts> {
  const ids = wanted ? [...new Set(scope.cases.filter(({ id }) => wanted.has(id)).flatMap(({ sourceIds }) => sourceIds))] : scope.sources.map(({ id }) => id)
  const written = await textsOf(db, ids)
  const spans = groupBy(await listSourceSpans(db, ids), ({ sourceId }) => sourceId)
  const texts = scope.sources.flatMap(({ id, language }) => {
    const text = written.get(id)
    if (text === undefined) return []
    const pieces = byTurn(text, spans.get(id) ?? []).map((span) => ({ ...span, units: unitsIn(scope, wanted, id, span) }))
    const stretches = wanted ? pieces.filter(({ units }) => units.length > 0) : pieces
    return stretches.length > 0 ? [{ sourceId: id, language, text, stretches }] : []
  })
  return { texts, quotations: null }
}

/** Of what is said, what is within the answers to a question, by those who answer it there. */
async function withinAnswers(db: Db, scope: CloudScope, questionId: number, texts: readonly CountedText[]): Promise<CountedText[]> {
  const answers = (await listAnswerPlaces(db, scope.projectId)).filter((answer) => answer.questionId === questionId)
  return texts.flatMap((text) => {
    const here = answers.filter(({ sourceId }) => sourceId === text.sourceId)
    const stretches = text.stretches.flatMap(({ units, ...span }) =>
      here
        .filter((answer) => overlap(span, answer) && (scope.unit === 'source' || units.includes(answer.caseId)))
        .map((answer) => ({
          start: Math.max(span.start, answer.start),
          end: Math.min(span.end, answer.end),
          units: scope.unit === 'source' ? units : [answer.caseId],
        })),
    )
    return stretches.length > 0 ? [{ ...text, stretches }] : []
  })
}

/** What informants say, cut where one turn ends and the next begins: another case may speak there. */
function byTurn(text: string, spans: readonly SourceSpan[]): Span[] {
  const said = informantSpans(text, spans)
  const turns = spans.filter(({ kind, role }) => kind === 'turn' && role === 'informant')
  if (turns.length === 0) return said
  return turns.flatMap((turn) =>
    said.filter((span) => overlap(span, turn)).map((span) => ({ start: Math.max(span.start, turn.start), end: Math.min(span.end, turn.end) })),
  )
}

function unitsIn(scope: CloudScope, wanted: ReadonlySet<number> | null, sourceId: number, span: Span): readonly number[] {
  const units = scope.unitsOf(sourceId, span)
  return wanted ? units.filter((unit) => wanted.has(unit)) : units
}

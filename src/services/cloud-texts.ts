import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { groupBy } from '../domain/group-by.ts'
import { informantSpans } from '../domain/informant-words.ts'
import { type Span, subtract } from '../domain/span.ts'
import type { CountedText } from '../domain/word-count.ts'
import { listQuotedSpans } from '../storage/quoted-spans.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { type CloudScope, codeIdsOf, unitsWanted } from './cloud-scope.ts'

/**
 * The stretches of text whose words a cloud counts: of a theme or a coder, what is under their quotations; else the
 * informants' words. Of a case or a group, those that count for its cases.
 */
export async function readCloudTexts(
  db: Db,
  projectId: number,
  scope: CloudScope,
  request: CloudRequest,
  group: CaseGroup | null,
): Promise<{ texts: CountedText[]; quotations: number | null }> {
  const wanted = unitsWanted(scope, request, group)
  const coded = request.themeId || request.coderId ? await readQuoted(db, projectId, scope, request) : null
  const sources = coded ? scope.sources.filter(({ id }) => coded.has(id)) : scope.sources.filter((one) => mayHold(scope, one.id, wanted))
  const ids = sources.map(({ id }) => id)
  const written = await textsOf(db, ids)
  const spoken = coded ? new Map<number, Piece[]>() : await readSpoken(db, scope, written)
  const quotations = new Set<number>()
  const texts = sources.map(({ id, language }) => {
    const stretches = within(coded?.get(id) ?? spoken.get(id) ?? [], wanted)
    for (const { quotationId } of stretches) if (quotationId) quotations.add(quotationId)
    return { sourceId: id, language, text: written.get(id)!, stretches }
  })
  return { texts: texts.filter(({ stretches }) => stretches.length > 0), quotations: coded && quotations.size }
}

type Piece = Span & { units: readonly number[]; quotationId?: number }

async function readQuoted(db: Db, projectId: number, scope: CloudScope, request: CloudRequest): Promise<Map<number, Piece[]>> {
  const codeIds = codeIdsOf(scope, request)
  const rows = await listQuotedSpans(db, projectId, { ...(codeIds && { codeIds }), ...(request.coderId && { coderId: request.coderId }) })
  const bySource = new Map<number, Map<number, Piece>>()
  for (const { sourceId, quotationId, start, end } of rows) {
    const pieces = bySource.get(sourceId) ?? new Map<number, Piece>()
    bySource.set(sourceId, pieces)
    if (!pieces.has(quotationId)) pieces.set(quotationId, { start, end, quotationId, units: scope.unitsOf(sourceId, { start, end }) })
  }
  return new Map([...bySource].map(([id, pieces]) => [id, [...pieces.values()]]))
}

async function readSpoken(db: Db, scope: CloudScope, texts: ReadonlyMap<number, string>): Promise<Map<number, Piece[]>> {
  const spans = new Map<number, Awaited<ReturnType<typeof listSourceSpans>>>([...texts.keys()].map((id) => [id, []]))
  for (const span of await listSourceSpans(db, [...texts.keys()])) spans.get(span.sourceId)!.push(span)
  return new Map([...texts].map(([id, text]) => [id, bySpeaker(scope, id, informantSpans(text, spans.get(id)!))]))
}

/** What informants said, cut where one case's turn ends and another's begins. */
function bySpeaker(scope: CloudScope, sourceId: number, said: readonly Span[]): Piece[] {
  const turns = scope.turnsOf(sourceId)
  if (turns.length === 0) return said.map((span) => ({ ...span, units: scope.ofSource(sourceId) }))
  const theirs = [...groupBy(turns, (turn) => turn.caseId)].flatMap(([caseId, own]) =>
    subtract(said, subtract(said, own)).map((span) => ({ ...span, units: [caseId] })),
  )
  return [...theirs, ...subtract(said, turns).map((span) => ({ ...span, units: scope.ofSource(sourceId) }))].sort((a, b) => a.start - b.start)
}

function within(pieces: readonly Piece[], wanted: ReadonlySet<number> | null): Piece[] {
  if (!wanted) return [...pieces]
  return pieces.map((piece) => ({ ...piece, units: piece.units.filter((unit) => wanted.has(unit)) })).filter(({ units }) => units.length > 0)
}

function mayHold(scope: CloudScope, sourceId: number, wanted: ReadonlySet<number> | null): boolean {
  return !wanted || scope.ofSource(sourceId).some((unit) => wanted.has(unit)) || scope.turnsOf(sourceId).some((turn) => wanted.has(turn.caseId))
}

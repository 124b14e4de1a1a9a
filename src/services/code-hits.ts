import { draftSpan } from '../domain/coding.ts'
import { type Extent, widen } from '../domain/extent.ts'
import { groupBy } from '../domain/group-by.ts'
import type { HitPlan, PlannedPassage } from '../domain/hit-plan.ts'
import { askedAmongOthers, ownPart } from '../domain/own-words.ts'
import { indexAt, paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import { overlap, type Span } from '../domain/span.ts'
import { listAnswersInSource } from '../storage/answers.ts'
import { breathe } from '../storage/breathe.ts'
import { ensureQuotations, listCodingsInSource } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { theUsableCode } from './code-passage.ts'
import { theCode } from './the-code.ts'
import { theSource } from './the-source.ts'

/** Found words: offsets into version `versionId` of a source's text. */
export type HitAt = Span & { sourceId: number; versionId: number }
export type CodeHits = { projectId: number; coderId: number; codeId: number; extent: Extent; query: string; hits: readonly HitAt[] }

/** Hits between which other work is let in. */
const AT_ONCE = 20
/** Passages that are shown, so that what will be coded is read before it is. */
const SHOWN = 200
/** Characters of a passage that are shown. */
const MOST_SHOWN = 500
type Passages = { source: Source; spans: Span[]; already: Span[]; paragraph: number; asked: number; asking: number; first: PlannedPassage[] }

/** What would happen, and nothing happens. */
export async function planHits(house: Pick<House, 'read'>, wish: CodeHits): Promise<HitPlan> {
  await theCode(house.read, wish.projectId, wish.codeId)
  return summed(wish, await passagesOf(house.read, wish))
}

/** Code the passages of the hits that are not so coded yet, as one act, marked as made by a rule. Refused where there are none. */
export async function codeHits(house: House, wish: CodeHits): Promise<HitPlan> {
  const { projectId, coderId, codeId, hits, query } = wish
  const about = { codeId, count: hits.length, label: query.slice(0, 400).toWellFormed() }
  // Most of the work, before others must wait to write; done anew where somebody has done anything meanwhile.
  const newest = await newestActId(house.read)
  const read = await passagesOf(house.read, wish)
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'code-hits', about }, async (ledger) => {
    const code = await theUsableCode(ledger, projectId, codeId)
    const passages = ledger.actId === newest + 1 ? read : await passagesOf(ledger.trx, wish)
    const plan = summed(wish, passages)
    if (plan.passages === 0) throw new Refusal('conflict', 'refusal.hits-asked')
    if (plan.fresh === 0) throw new Refusal('conflict', 'refusal.hits-already', { label: code.label })
    for (const one of passages) await codeIn(ledger, wish, one)
    await ledger.tellAbout({ ...about, count: plan.fresh })
    return plan
  })
  return result
}

async function codeIn(ledger: Ledger, { codeId, coderId }: CodeHits, { source, spans, already }: Passages): Promise<void> {
  const there = new Set(already.map(keyOf))
  const fresh = spans.filter((one) => !there.has(keyOf(one)))
  const of = { code_id: codeId, coder_id: coderId, made_by: 'rule', made_at: new Date().toISOString() } as const
  const quotationIds = await ensureQuotations(ledger, source.id, fresh)
  await ledger.insertMany(
    'coding',
    quotationIds.map((quotation_id) => ({ guid: crypto.randomUUID(), quotation_id, ...of })),
  )
  await breathe()
}

/** The distinct passages of the hits, source by source. Refused where a text is another than the one that was searched. */
async function passagesOf(db: Db, { projectId, coderId, codeId, extent, hits }: CodeHits): Promise<Passages[]> {
  if (hits.length === 0) throw new Refusal('invalid', 'refusal.no-hits')
  const passages: Passages[] = []
  for (const [sourceId, here] of groupBy(hits, (hit) => hit.sourceId)) {
    const source = await theSource(db, projectId, sourceId)
    if (here.some(({ versionId }) => versionId !== source.versionId)) throw new Refusal('conflict', 'refusal.hits-moved', { source: source.title })
    const text = await textOfVersion(db, source)
    const { wide, parts } = await widenAll(db, { source, text }, extent, here)
    const spans = [...new Map(wide.map((one) => [keyOf(one), one])).values()]
    const codings = (await listCodingsInSource(db, sourceId)).filter((coding) => coding.codeId === codeId && coding.coderId === coderId)
    const coded = new Set(codings.map(({ span }) => keyOf(span)))
    const fresh = spans.filter((one) => !coded.has(keyOf(one)))
    const asks = (span: Span) => parts.asking.some((turn) => overlap(turn, span))
    passages.push({
      source,
      spans,
      already: spans.filter((one) => coded.has(keyOf(one))),
      paragraph: spans.filter(({ whole }) => !whole).length,
      asked: here.length - wide.length,
      asking: fresh.filter(asks).length,
      first: fresh.slice(0, SHOWN).map((span) => ({
        words: text.slice(span.start, Math.min(span.end, span.start + MOST_SHOWN)) + (span.end - span.start > MOST_SHOWN ? '…' : ''),
        source: source.title,
        paragraph: parts.paragraphs[indexAt(parts.paragraphs, span.start)]!.number ?? 0,
        asks: asks(span),
      })),
    })
  }
  return passages
}

/** The passages of the hits, without the words of questions: a hit in a question has none. */
async function widenAll(db: Db, { source, text }: { source: Source; text: string }, extent: Extent, hits: readonly Span[]) {
  const spans = await listSourceSpans(db, [source.id])
  const parts = {
    text,
    language: source.language,
    paragraphs: paragraphsOf(text),
    turns: spans.filter(({ kind }) => kind === 'turn'),
    answers: extent === 'answer' ? await listAnswersInSource(db, source.id) : [],
    asking: spans.filter(({ kind, role }) => kind === 'turn' && role === 'interviewer'),
  }
  const labels = spans.filter(isShownApart)
  const asked = askedAmongOthers(spans)
  const wide: (Span & { whole: boolean })[] = []
  for (const [index, hit] of hits.entries()) {
    const { whole, ...span } = widen(hit, extent, parts)
    const own = asked.length === 0 ? span : ownPart(hit, asked, text) && ownPart(span, asked, text)
    if (own) wide.push({ ...draftSpan(text, own, labels), whole })
    if (index % AT_ONCE === AT_ONCE - 1) await breathe()
  }
  return { wide, parts }
}

function summed({ hits }: CodeHits, passages: readonly Passages[]): HitPlan {
  const sum = (of: (one: Passages) => number) => passages.reduce((total, one) => total + of(one), 0)
  const [all, already] = [sum(({ spans }) => spans.length), sum((one) => one.already.length)]
  return {
    hits: hits.length,
    passages: all,
    already,
    fresh: all - already,
    paragraph: sum((one) => one.paragraph),
    sources: passages.filter(({ spans }) => spans.length > 0).length,
    asked: sum((one) => one.asked),
    asking: sum((one) => one.asking),
    first: passages.flatMap((one) => one.first).slice(0, SHOWN),
  }
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`
}

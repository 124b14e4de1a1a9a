import { type Carried, carrierOver } from '../domain/carry.ts'
import { flatten, treeOf } from '../domain/code.ts'
import type { SpanKind } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { findQuestionOfAnswer } from '../storage/answers.ts'
import { listReviews, type Review } from '../storage/carry-reviews.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { stepsBetween } from '../storage/version-changes.ts'
import { theSource } from './the-source.ts'

/** Units of text shown on either side of a passage. */
const AROUND = 160

/** A stretch of text with a passage in it: what stands before it, itself, after. `offset` is where the passage begins in its text. */
type InContext = { before: string; words: string; after: string; offset: number }
export type ShownReview = {
  id: number
  kind: Review['kind']
  old: InContext
  /** The text that holds, around where the passage is looked for; `words` is the guess, empty where there is none. */
  now: InContext
  guess: Span | null
  /** The words are those of another program's file, which did not say where they are. */
  told: boolean
  /** Codes with who put them there. */
  codings: { label: string; key: string; coder: string }[]
  /** The question that an answer answers; what a span over the text is. */
  question: string | null
  spanKind: SpanKind | null
}

/** What waits in a source, old and new side by side. */
export async function readReviews(house: House, projectId: number, sourceId: number): Promise<{ source: Source; reviews: ShownReview[] }> {
  const db = house.read
  const source = await theSource(db, projectId, sourceId)
  const text = await textOfVersion(db, source)
  const nodes = new Map(flatten(treeOf(await listCodes(db, projectId))).map((node) => [node.id, node]))
  const coders = new Map((await listCoders(db)).map((coder) => [coder.id, coder.name]))
  const reviews: ShownReview[] = []
  const carriers = new Map<number, (span: Span) => Carried>()
  for (const review of await listReviews(db, sourceId)) {
    const { id, kind, versionId, span, guess, held } = review
    const was = await textOfVersion(db, { guid: source.guid, versionId })
    if (!carriers.has(versionId)) carriers.set(versionId, carrierOver((await stepsBetween(db, versionId, source.versionId)) ?? []))
    const place = guess ?? placeNear(span, was, text, carriers.get(versionId)!)
    reviews.push({
      id,
      kind,
      told: wordsTold(held) !== undefined,
      old: toldOf(held) ?? inContext(was, span),
      now: inContext(text, place),
      guess,
      codings:
        'codings' in held
          ? held.codings.map(({ code_id, coder_id }) => ({
              label: nodes.get(code_id)?.path ?? '?',
              key: nodes.get(code_id)?.key ?? '?',
              coder: coders.get(coder_id) ?? '?',
            }))
          : [],
      question: 'answer' in held ? ((await findQuestionOfAnswer(db, held.answer.answer_id)) ?? null) : null,
      spanKind: 'span' in held ? held.span.kind : null,
    })
  }
  return { source, reviews }
}

function wordsTold(held: Review['held']): string | undefined {
  return 'quotation' in held ? held.words : undefined
}

function toldOf(held: Review['held']): InContext | undefined {
  const words = wordsTold(held)
  return words === undefined ? undefined : { before: '', words, after: '', offset: 0 }
}

/** Where to look for a passage of which nothing is left: right after what is left of all that stood before it, else before what stood after. */
function placeNear(span: Span, was: string, text: string, carry: (span: Span) => Carried): Span {
  const lies = (part: Span) => {
    const carried = carry(part)
    return carried.kind === 'carried' ? carried.span : carried.guess
  }
  const at = lies({ start: 0, end: span.start })?.end ?? lies({ start: span.end, end: was.length })?.start ?? Math.min(span.start, text.length)
  return { start: at, end: at }
}

function inContext(text: string, { start, end }: Span): InContext {
  const from = wordStart(text, Math.max(0, start - AROUND))
  const to = wordStart(text, Math.min(text.length, end + AROUND))
  return {
    offset: start,
    before: (from > 0 ? '… ' : '') + text.slice(from, start),
    words: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? ' …' : ''),
  }
}

function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at === 0 || at === text.length || space < at - 40 ? at : space + 1
}

import type { Context } from 'hono'
import { Touched } from '../../views/sources/touched.tsx'
import type { Span } from '../domain/span.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { answerWhole, countsFor, readFor } from './drawing.tsx'
import { transcriptView } from './transcript-view.ts'

export type TouchedAnswer = {
  sourceId: number
  spans: readonly Span[]
  codeIds: Iterable<number>
  /** What is said of it, given the names of codes ("4.2 Lokaler som redan finns"). */
  toast: (named: (codeIds: Iterable<number>) => string) => { said: string; undoTo?: string; redoTo?: string }
  focus?: number | undefined
  open?: number | undefined
  /** Codings that it made, beside the one that is open: shown until the coder moves on, whatever else is. */
  made?: readonly number[] | undefined
  /** A code was made: the codebook beside the transcript and the picker's codes are drawn anew. */
  newCode?: boolean | undefined
  /** What is pinned changed: the strip is drawn anew. */
  pins?: boolean | undefined
}

/**
 * Answer an act on the page of a source with what it changed there, and with what others have changed since the act that the page
 * says it shows. Where they changed more than can be drawn piece by piece, the page is told so and stays as it is.
 */
export async function answerTouched(c: Context<AppEnv>, touched: TouchedAnswer): Promise<Response> {
  const { transcript, drawing } = await readFor(c, touched.sourceId)
  const named = (codeIds: Iterable<number>) =>
    [...codeIds].map((codeId) => `${transcript.codeOf.get(codeId)?.key ?? ''} ${transcript.codeOf.get(codeId)?.label ?? ''}`.trim()).join(', ')
  const fresh = new Set([...(touched.made ?? []), touched.open ?? 0].filter((codingId) => transcript.hidden.has(codingId)))
  const plain = touched.toast(named)
  const toast = fresh.size > 0 ? { ...plain, said: `${plain.said}. ${c.var.reader.say('source.shown-for-now')}` } : plain
  if (drawing?.whole) return answerWhole(c, drawing, toast)
  const codes = touched.newCode === true || drawing?.codes === true
  const counts = await countsFor(c, transcript, { codes, codeIds: [...touched.codeIds, ...(drawing?.codeIds ?? [])] })
  const of = { ...transcriptView(c.var.project.slug, transcript), fresh }
  const { focus, open } = touched
  const own = { focus, open, own: touched.spans, toast, newCode: codes, pins: touched.pins === true || codes }
  return show(c, null, <Touched {...own} of={of} spans={[...touched.spans, ...(drawing?.spans ?? [])]} counts={counts} others={drawing?.others} />)
}

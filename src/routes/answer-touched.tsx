import type { Context } from 'hono'
import { Touched } from '../../views/sources/touched.tsx'
import { readShowing } from '../domain/showing.ts'
import type { Span } from '../domain/span.ts'
import { countTouchedCodes } from '../services/count-codes.ts'
import { readTranscript } from '../services/read-transcript.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
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

/** Answer an act on the page of a source with what it changed there. */
export async function answerTouched(c: Context<AppEnv>, touched: TouchedAnswer): Promise<Response> {
  const { house, project, coder, reader } = c.var
  const showing = readShowing(new URLSearchParams(currentPath(c)?.split('?')[1]).get('show') ?? undefined)
  const transcript = await readTranscript(house, project.id, touched.sourceId, coder.id, showing)
  const counts = await countTouchedCodes(house, transcript.codeOf, touched.codeIds)
  const named = (codeIds: Iterable<number>) =>
    [...codeIds].map((codeId) => `${transcript.codeOf.get(codeId)?.key ?? ''} ${transcript.codeOf.get(codeId)?.label ?? ''}`.trim()).join(', ')
  const fresh = new Set([...(touched.made ?? []), touched.open ?? 0].filter((codingId) => transcript.hidden.has(codingId)))
  const of = { ...transcriptView(project.slug, transcript), fresh }
  const toast = touched.toast(named)
  const said = fresh.size > 0 ? `${toast.said}. ${reader.say('source.shown-for-now')}` : toast.said
  return show(c, null, <Touched {...touched} toast={{ ...toast, said }} of={of} counts={counts} />)
}

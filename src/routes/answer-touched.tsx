import type { Context } from 'hono'
import { Touched } from '../../views/sources/touched.tsx'
import type { Span } from '../domain/span.ts'
import { countTouchedCodes } from '../services/count-codes.ts'
import { readTranscript, type Showing } from '../services/read-transcript.ts'
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
  /** A code was made: the codebook beside the transcript and the picker's codes are drawn anew. */
  newCode?: boolean | undefined
  /** What is pinned changed: the strip is drawn anew. */
  pins?: boolean | undefined
}

/** Answer an act on the page of a source with what it changed there. */
export async function answerTouched(c: Context<AppEnv>, touched: TouchedAnswer): Promise<Response> {
  const { house, project, coder } = c.var
  const showing = showingOf(new URLSearchParams(currentPath(c)?.split('?')[1]).get('show') ?? undefined)
  const transcript = await readTranscript(house, project.id, touched.sourceId, coder.id, showing)
  const counts = await countTouchedCodes(house, transcript.codeOf, touched.codeIds)
  const named = (codeIds: Iterable<number>) =>
    [...codeIds].map((codeId) => `${transcript.codeOf.get(codeId)?.key ?? ''} ${transcript.codeOf.get(codeId)?.label ?? ''}`.trim()).join(', ')
  return show(c, null, <Touched {...touched} toast={touched.toast(named)} of={transcriptView(project.slug, transcript)} counts={counts} />)
}

/** `all`, `mine`, `none`, or a code's number, as an address names it. */
export function showingOf(value: string | undefined): Showing {
  if (value === 'mine' || value === 'none') return value
  const codeId = Number(value)
  return Number.isInteger(codeId) && codeId > 0 ? { codeId } : 'all'
}

import type { Context } from 'hono'
import { Toast } from '../../views/layout/toast.tsx'
import type { Others } from '../../views/sources/said-of-others.tsx'
import { Whole } from '../../views/sources/together.tsx'
import { type CodeNode, flatten } from '../domain/code.ts'
import { paragraphsUnder } from '../domain/paragraph.ts'
import { readShowing } from '../domain/showing.ts'
import type { Span } from '../domain/span.ts'
import { countCodes, countTouchedCodes } from '../services/count-codes.ts'
import type { SourceChanges } from '../services/read-changes.ts'
import { readToldActs } from '../services/read-history.ts'
import { readTranscript, readTranscriptSince, type Transcript } from '../services/read-transcript.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { ACT, SINCE, sinceOf, wishOf } from '../web/together.ts'
import { baseOf } from './here.ts'

/** What is drawn anew on the page of a source since the act that it says it shows, or why that can't be done piece by piece. */
export type Drawing = {
  spans: Span[]
  codeIds: ReadonlySet<number>
  codes: boolean
  others: Others
  /** Everybody who did what can't be drawn piece by piece. */
  actors: string[]
  whole: 'text' | 'more' | null
}

/** Paragraphs beyond which a page is drawn again whole, when somebody says so. */
const MOST_PARAGRAPHS = 300

/**
 * The transcript as the page shows it, with what of it changed since, where the page says since when; the answer says of which moment
 * it is. `exceptOwn`: what this request itself did is drawn otherwise.
 */
export async function readFor(c: Context<AppEnv>, sourceId: number, exceptOwn = false): Promise<{ transcript: Transcript; drawing: Drawing | undefined }> {
  const { house, project, coder } = c.var
  const showing = readShowing(new URLSearchParams(currentPath(c)?.split('?')[1]).get('show') ?? undefined)
  const since = sinceOf(c)
  if (since === undefined) {
    const transcript = await readTranscript(house, project.id, sourceId, coder.id, showing)
    c.header(ACT, `${transcript.actId}`)
    return { transcript, drawing: undefined }
  }
  const where = { projectId: project.id, sourceId, coderId: coder.id, showing, since, except: exceptOwn ? wishOf(c) : undefined }
  const { transcript, changes } = await readTranscriptSince(house, where)
  c.header(ACT, `${transcript.actId}`)
  c.header(SINCE, `${since}`)
  return { transcript, drawing: await drawingOf(c, transcript, changes) }
}

async function drawingOf(c: Context<AppEnv>, transcript: Transcript, changes: SourceChanges): Promise<Drawing> {
  const spans = [...changes.acts.values()].flat()
  if (changes.coded || renumbers(transcript.tree, changes)) for (const { span } of transcript.codings) spans.push(span)
  const starts = new Set(spans.flatMap((span) => paragraphsUnder(transcript.paragraphs, span).map(({ start }) => start)))
  const { acts, names } = await readToldActs(c.var.house, [...changes.acts.keys()])
  const others = { acts: acts.filter(({ actorId }) => actorId !== c.var.coder.id), names, places: changes.acts }
  const actors = [...new Set(acts.filter(({ id }) => changes.whole === null || changes.wholeBy.has(id)).map(({ actor }) => actor))]
  const whole = changes.whole ?? (starts.size > MOST_PARAGRAPHS ? 'more' : null)
  return { spans, codeIds: changes.codeIds, codes: changes.codes, others, actors, whole }
}

/** Whether a code that came or went stood before another, whose number is now another. */
function renumbers(tree: readonly CodeNode[], { codesAt }: SourceChanges): boolean {
  const codes = codesAt.length > 0 ? flatten(tree) : []
  return codesAt.some(({ parentId, position }) => codes.some((one) => one.parentId === parentId && one.position > position))
}

/** Quotations in all the project: of every code where the codebook itself is drawn anew, else of those whose counts are others. */
export function countsFor(
  c: Context<AppEnv>,
  { codeOf }: Transcript,
  { codes, codeIds }: { codes: boolean; codeIds: Iterable<number> },
): Promise<Map<number, number>> {
  return codes ? countCodes(c.var.house, c.var.project.id) : countTouchedCodes(c.var.house, codeOf, new Set(codeIds))
}

/** Nothing of the page is drawn: it is said who changed what, with the way to see it. What the page shows is as old as before. */
export function answerWhole(
  c: Context<AppEnv>,
  { actors, whole }: Drawing,
  toast?: { said: string; undoTo?: string; redoTo?: string },
): Response | Promise<Response> {
  c.header(SINCE, undefined)
  return show(
    c,
    null,
    <>
      <hx-partial hx-target="#together-whole" hx-swap="innerHTML">
        <Whole why={whole!} actors={actors} to={currentPath(c) ?? `${baseOf(c)}/sources`} />
      </hx-partial>
      {toast && (
        <hx-partial hx-target="#toast" hx-swap="innerHTML">
          <Toast {...toast} />
        </hx-partial>
      )}
    </>,
  )
}

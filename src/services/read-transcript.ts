import type { Attribution } from '../domain/attribution.ts'
import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import type { Coding } from '../domain/coding.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { isShown, type Showing } from '../domain/showing.ts'
import { type TranscriptParagraph, transcriptOf } from '../domain/transcript.ts'
import { type AnswerInSource, listAnswersInSource, listQuestionsAsked } from '../storage/answers.ts'
import { countReviewsIn } from '../storage/carry-reviews.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { type CaseOfSource, listCasesOfSource } from '../storage/cases.ts'
import { type Coder, listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listCodingsInSource } from '../storage/codings.ts'
import { groundOf } from '../storage/ground.ts'
import { listMemosInSource } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { listPins } from '../storage/pinned-codes.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { type Neighbours, neighboursOf, type Source } from '../storage/sources.ts'
import { type Standing, standingIn } from './independent-coding.ts'
import { type LinkedMemo, linkMemos } from './link-memos.ts'
import { changesIn, type SourceChanges } from './read-changes.ts'
import { theSource } from './the-source.ts'

export type Transcript = {
  source: Source
  neighbours: Neighbours
  text: string
  paragraphs: TranscriptParagraph[]
  answers: AnswerInSource[]
  cases: CaseOfSource[]
  /** Which of its cases a stretch of it counts for. */
  attribution: Attribution
  tree: CodeNode[]
  codeOf: Map<number, CodeNode>
  coderOf: Map<number, Coder>
  /** Every coding of the source, shown or not. */
  codings: Coding[]
  /** Distinct quotations of this source under a code and its sub-codes, by code id. */
  here: Map<number, number>
  showing: Showing
  /** Ids of codings that are there and not shown. */
  hidden: ReadonlySet<number>
  /** The memos on the source, on its codings and its quotations. */
  memos: LinkedMemo[]
  /** Passages that wait to be laid again since the text was changed; they are in no count. */
  waiting: number
  /** The codes that the reader keeps at hand, in order. */
  pinned: number[]
  /** How the reader stands to the source where each codes alone. */
  standing: Standing
  /** The newest act of the house at the moment that all this is of. */
  actId: number
}

/** Everything that the page of a source shows, of one moment. */
export function readTranscript(house: House, projectId: number, sourceId: number, coderId: number, showing: Showing = 'all'): Promise<Transcript> {
  return house.read.transaction().execute(async (db) => transcriptIn(db, await groundOf(house.read, db), { projectId, sourceId, coderId, showing }))
}

/** The same, with what acts after `since` changed of it, but for the one that bears the wish `except`. */
export function readTranscriptSince(
  house: House,
  of: Wish & { since: number; except?: string | undefined },
): Promise<{ transcript: Transcript; changes: SourceChanges }> {
  return house.read.transaction().execute(async (db) => {
    const transcript = await transcriptIn(db, await groundOf(house.read, db), of)
    const between = { projectId: of.projectId, sourceId: of.sourceId, after: of.since, upTo: transcript.actId, exceptWish: of.except }
    return { transcript, changes: await changesIn(db, between) }
  })
}

type Wish = { projectId: number; sourceId: number; coderId: number; showing: Showing }

async function transcriptIn(db: Db, ground: Awaited<ReturnType<typeof groundOf>>, { projectId, sourceId, coderId, showing }: Wish): Promise<Transcript> {
  const source = await theSource(db, projectId, sourceId)
  const standing = await standingIn(db, projectId, sourceId, coderId)
  const codings = await listCodingsInSource(db, sourceId)
  const { text, paragraphs, spans, questions, ...still } = await ground(`source ${sourceId}`, () => readStill(db, source))
  const { tree, codeOf } = await ground(`codes ${projectId}`, () => readCodes(db, projectId))
  const shown = isShown(showing, coderId, codeOf)
  return {
    source,
    ...still,
    text,
    paragraphs: transcriptOf(paragraphs, spans, codings, questions),
    tree,
    codeOf,
    coderOf: new Map((await listCoders(db)).map((coder) => [coder.id, coder])),
    codings,
    here: countHere(tree, codings),
    showing,
    hidden: new Set(codings.filter((coding) => !shown(coding)).map(({ id }) => id)),
    memos: await linkMemos(db, projectId, await listMemosInSource(db, projectId, sourceId)),
    waiting: await countReviewsIn(db, sourceId),
    pinned: (await listPins(db, projectId, coderId)).map((pin) => pin.codeId),
    standing,
    actId: ground.actId,
  }
}

/** What of a source stands still while it is coded. */
async function readStill(db: Db, source: Source) {
  const text = await textOfVersion(db, source)
  const answers = await listAnswersInSource(db, source.id)
  const asked = await listQuestionsAsked(db, source.id)
  const answeredAlone = answers.filter(({ questionId }) => !asked.some((one) => one.questionId === questionId))
  const questions = [...asked, ...answeredAlone.map(({ number, text: words, start }) => ({ number, text: words, at: start }))].sort((a, b) => a.at - b.at)
  return {
    text,
    paragraphs: paragraphsOf(text),
    spans: await listSourceSpans(db, [source.id]),
    questions,
    answers,
    neighbours: await neighboursOf(db, source),
    cases: await listCasesOfSource(db, source.id),
    attribution: await readAttribution(db, source.projectId, [source.id]),
  }
}

async function readCodes(db: Db, projectId: number) {
  const tree = treeOf(await listCodes(db, projectId))
  return { tree, codeOf: new Map(flatten(tree).map((node) => [node.id, node])) }
}

function countHere(tree: readonly CodeNode[], codings: readonly Coding[]): Map<number, number> {
  const quotations = new Map<number, Set<number>>()
  for (const { codeId, quotationId } of codings) {
    const there = quotations.get(codeId)
    if (there) there.add(quotationId)
    else quotations.set(codeId, new Set([quotationId]))
  }
  const counts = new Map<number, number>()
  const under = (node: CodeNode): Set<number> => {
    const all = new Set(quotations.get(node.id))
    for (const child of node.children) for (const id of under(child)) all.add(id)
    counts.set(node.id, all.size)
    return all
  }
  tree.forEach(under)
  return counts
}

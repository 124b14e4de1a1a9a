import type { GivenStatus } from '../domain/answer.ts'
import type { AnswerPart } from '../domain/change-answer.ts'
import type { MadeBy } from '../domain/coding.ts'
import { type Paragraph, paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart, type SourceLanguage } from '../domain/source.ts'
import { overlap, type Run, runsOf, type Span } from '../domain/span.ts'
import { placeOfEdge, type WordPlace } from '../domain/word-place.ts'
import { listAskedSpans, listStoredAnswers } from '../storage/found-answers.ts'
import { listFollowing, listGuides } from '../storage/guides.ts'
import type { House } from '../storage/open.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'
import { sourcesOfCases } from '../storage/sources-of-cases.ts'
import { isUnsure, listToCheck, readAnswerGrids } from './read-answers.ts'
import { theCase } from './the-case.ts'

type ShownPart = AnswerPart & { nth: number; first: string; last: string; from: WordPlace; to: WordPlace }
type AnswerLine = {
  question: { id: number; number: number; text: string }
  section: string
  status: GivenStatus
  madeBy: MadeBy | null
  confidence: number | null
  unsure: boolean
  parts: ShownPart[]
}
/** What lies over a stretch of the text: a label, the words of a question or preamble, an answer by its question. */
type TextLayer = Span & { kind: 'label' | 'question' | 'preamble' | 'answer'; questionId: number | null; part: number | null }
type TextParagraph = Paragraph & { speaker: string | null; asks: boolean; runs: Run<TextLayer>[] }
export type AnswerPageOf = {
  case: { id: number; name: string }
  source: { id: number; title: string; language: SourceLanguage; versionId: number }
  sources: { id: number; title: string }[]
  lines: AnswerLine[]
  chosen: AnswerLine | undefined
  text: string
  paragraphs: TextParagraph[]
  /** Of the whole project, the least sure first. */
  toCheck: { caseId: number; questionId: number }[]
}

export type AnswerAddress = { caseId: number; sourceId?: number | undefined; questionId?: number | undefined }

/** Everything that the page of a case's answers shows: the questions of its guide, and one of its sources with what was found in it. */
export async function readAnswerPage(house: House, projectId: number, { caseId, sourceId, questionId }: AnswerAddress): Promise<AnswerPageOf> {
  const db = house.read
  const one = await theCase(db, projectId, caseId)
  const own = new Set((await sourcesOfCases(db, [caseId])).map((row) => row.sourceId))
  const sources = (await listFollowing(db, projectId)).filter((source) => own.has(source.id))
  const lines = await listLines(house, projectId, caseId, sources)
  const chosen = lines.find((line) => line.question.id === questionId)
  const wanted = sourceId ?? chosen?.parts[0]?.sourceId ?? sources.find((source) => source.guideId !== null)?.id ?? sources[0]?.id
  const source = wanted === undefined || !own.has(wanted) ? undefined : await findSource(db, projectId, wanted)
  if (!source) throw new Refusal('not-found', sources.length === 0 ? 'refusal.case-no-source' : 'refusal.no-source')
  const text = (await textsOf(db, [source.id])).get(source.id)!
  const grids = await readAnswerGrids(db, projectId)
  return {
    case: one,
    source,
    sources: sources.map(({ id, title }) => ({ id, title })),
    lines,
    chosen,
    text,
    paragraphs: await layOut(house, source.id, text, lines, chosen),
    toCheck: grids.flatMap(listToCheck).map((check) => ({ caseId: check.caseId, questionId: check.question.id })),
  }
}

async function listLines(house: House, projectId: number, caseId: number, sources: readonly { guideId: number | null }[]): Promise<AnswerLine[]> {
  const answers = new Map((await listStoredAnswers(house.read, { caseIds: [caseId] })).map((answer) => [answer.questionId, answer]))
  const texts = await textsOf(house.read, [...new Set([...answers.values()].flatMap((answer) => answer.parts.map((part) => part.sourceId)))])
  const followed = new Set(sources.map((source) => source.guideId))
  const guides = (await listGuides(house.read, projectId)).filter(
    (guide) => followed.has(guide.id) || guide.sections.some((section) => section.questions.some((question) => answers.has(question.id))),
  )
  return guides.flatMap((guide) =>
    guide.sections.flatMap((section) =>
      section.questions.map(({ id, number, text }): AnswerLine => {
        const answer = answers.get(id)
        const parts = (answer?.parts ?? []).map((part, at) => shownPart(texts.get(part.sourceId)!, part, at + 1))
        const status = answer && answer.status !== 'no_source' ? answer.status : 'not_asked'
        const known = { madeBy: answer?.madeBy ?? null, confidence: answer?.confidence ?? null, unsure: answer !== undefined && isUnsure(answer) }
        return { question: { id, number, text }, section: section.title, status, ...known, parts }
      }),
    ),
  )
}

/** A part with its first and last words, and where they stand as people count. */
function shownPart(text: string, { sourceId, start, end }: AnswerPart, nth: number): ShownPart {
  const words = text.slice(start, end).split(/\s+/)
  const first = words.slice(0, 6).join(' ')
  const last = words.length > 12 ? words.slice(-6).join(' ') : words.slice(6).join(' ')
  return { sourceId, start, end, nth, first, last, from: placeOfEdge(text, start, 'start'), to: placeOfEdge(text, end, 'end') }
}

async function layOut(house: House, sourceId: number, text: string, lines: readonly AnswerLine[], chosen: AnswerLine | undefined): Promise<TextParagraph[]> {
  const spans = await listSourceSpans(house.read, [sourceId])
  const turns = spans.filter((span) => span.kind === 'turn')
  const labels = spans.filter(isShownApart).map(({ start, end }): TextLayer => ({ start, end, kind: 'label', questionId: null, part: null }))
  const asked = (await listAskedSpans(house.read, [sourceId])).map(
    ({ start, end, kind, questionId }): TextLayer => ({ start, end, kind, questionId, part: null }),
  )
  const answers = lines.flatMap((line) =>
    line.parts
      .filter((part) => part.sourceId === sourceId)
      .map(({ start, end, nth }): TextLayer => ({ start, end, kind: 'answer', questionId: line.question.id, part: line === chosen ? nth : null })),
  )
  const layers = [...labels, ...asked, ...answers].sort((a, b) => a.start - b.start)
  let turn = 0
  let reach = 0
  return paragraphsOf(text).map((paragraph) => {
    while (turn < turns.length && turns[turn]!.end <= paragraph.start) turn++
    const said = turns[turn] && turns[turn]!.start < Math.max(paragraph.end, paragraph.start + 1) ? turns[turn]! : null
    while (reach < layers.length && layers[reach]!.end <= paragraph.start && layers[reach]!.start < paragraph.start) reach++
    const over = layers.slice(reach, layers.findLastIndex((layer) => layer.start < paragraph.end) + 1).filter((layer) => overlap(layer, paragraph))
    return {
      ...paragraph,
      speaker: said && said.start >= paragraph.start ? said.speaker : null,
      asks: said?.role === 'interviewer',
      runs: runsOf(paragraph, over),
    }
  })
}

import { flatten, treeOf } from '../domain/code.ts'
import type { Block, MarginNote, Run } from '../domain/document.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { overlap, type Span } from '../domain/span.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listSelected, type SelectedCoding } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import { listSourceCases } from '../storage/study-cases.ts'
import { type Say, sayIn } from '../texts/catalogue.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './exports.ts'
import { selectCodings } from './select-codings.ts'

const AT_ONCE = 50
type Noted = Span & { note: number }

/** The sources to read, a paragraph at a time with its number, and each coding that the filter selects as a note in the margin, on its words. Without a filter all sources, else those that it selects something in. */
async function transcriptDocument(db: Db, { project, filter, language }: ExportInput): Promise<Document> {
  const say = sayIn(language)
  const codings = await listSelected(db, await selectCodings(db, project.id, parseFilter(filter)))
  const bySource = groupBySource(codings)
  const noteOf = await noteWriter(db, project.id, say)
  const sources = (await listSources(db, project.id)).filter(({ id }) => filter === '' || bySource.has(id))
  const cases = await listSourceCases(db, project.id)
  const notes: MarginNote[] = []
  const blocks: Block[] = [{ style: 'title', text: say('publish.transcripts-title', { project: project.name }) }, { contents: say('publish.contents') }]
  for (let from = 0; from < sources.length; from += AT_ONCE) {
    const some = sources.slice(from, from + AT_ONCE)
    const texts = await textsOf(
      db,
      some.map(({ id }) => id),
    )
    for (const { id, title, words } of some) {
      const own = (bySource.get(id) ?? []).map((coding): Noted => ({ start: coding.start, end: coding.end, note: notes.push(noteOf(coding)) - 1 }))
      const of = cases.filter(({ sourceId }) => sourceId === id).map(({ caseName }) => caseName)
      blocks.push({ style: 'heading1', text: title })
      blocks.push({ style: 'note', text: say('publish.transcript-note', { cases: of.join(', ') || say('quotations.no-case'), words, n: own.length }) })
      blocks.push(...linesOf(texts.get(id)!, own))
    }
  }
  return { blocks, notes }
}

function groupBySource(codings: readonly SelectedCoding[]): Map<number, SelectedCoding[]> {
  const by = new Map<number, SelectedCoding[]>()
  for (const coding of codings) by.set(coding.sourceId, [...(by.get(coding.sourceId) ?? []), coding])
  return by
}

async function noteWriter(db: Db, projectId: number, say: Say): Promise<(coding: SelectedCoding) => MarginNote> {
  const paths = new Map(flatten(treeOf(await listCodes(db, projectId))).map(({ id, key, path }) => [id, `${key} ${path}`]))
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, name === 'You' ? say('coder.you') : name]))
  return ({ codeId, coderId, madeAt }) => ({ by: coders.get(coderId)!, at: madeAt, text: paths.get(codeId)! })
}

/** The paragraphs that have a number, cut where a coding begins or ends. */
function linesOf(text: string, noted: readonly Noted[]): Block[] {
  return paragraphsOf(text).flatMap(({ start, end, number }): Block[] => {
    if (number === null) return []
    const over = noted.filter((one) => overlap(one, { start, end }))
    const cuts = [...new Set([start, end, ...over.flatMap((one) => [one.start, one.end])])].filter((at) => at >= start && at <= end).sort((a, b) => a - b)
    const runs = cuts.slice(0, -1).map((from, at): Run => {
      const to = cuts[at + 1]!
      const notes = over.filter((one) => one.start < to && one.end > from).map(({ note }) => note)
      return { text: text.slice(from, to), ...(notes.length > 0 && { notes }) }
    })
    return [{ style: 'text', runs: [{ text: `${number}\u2002`, look: 'cite' }, ...runs] }]
  })
}

const { docx, html } = documentMakers('transcripts', transcriptDocument)
export const transcriptMakers = { docx, html }

import { flatten, treeOf } from '../../domain/code.ts'
import type { Block, MarginNote, Run } from '../../domain/document.ts'
import { paragraphsOf } from '../../domain/paragraph.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { overlap, type Span } from '../../domain/span.ts'
import { listCoders } from '../../storage/coders.ts'
import { listCodes } from '../../storage/codes.ts'
import { listSelected, type SelectedCoding } from '../../storage/quotations.ts'
import type { Db } from '../../storage/schema.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { listSources } from '../../storage/sources.ts'
import { listSourceCases } from '../../storage/study-cases.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { selectCodings } from '../select-codings.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { type Rows, tableMakers } from './table-files.ts'
import { veiledDocument } from './veil-export.ts'
import { coderIn, namesIn, titleIn } from './veiling.ts'

const AT_ONCE = 50
type Noted = Span & { note: number }

/** A source to read: its paragraphs that have a number, each with it, and the codings that the filter selects as notes on their words. */
type Transcript = { title: string; cases: readonly string[]; words: number; codings: number; lines: readonly Line[] }
type Line = { style: 'text'; number: number; runs: readonly Run[] }
type Transcripts = { sources: Transcript[]; notes: MarginNote[] }

/** Without a filter all sources, else those that it selects something in. */
async function readTranscripts(db: Db, input: ExportInput): Promise<Transcripts> {
  const { project, filter } = input
  const bySource = groupBySource(await listSelected(db, await selectCodings(db, project.id, parseFilter(filter))))
  const noteOf = await noteWriter(db, input)
  const chosen = (await listSources(db, project.id)).filter(({ id }) => filter === '' || bySource.has(id))
  const links = await listSourceCases(db, project.id)
  const notes: MarginNote[] = []
  const sources: Transcript[] = []
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const some = chosen.slice(from, from + AT_ONCE)
    const texts = await textsOf(
      db,
      some.map(({ id }) => id),
    )
    for (const { id, title, words } of some) {
      const own = (bySource.get(id) ?? []).map((coding): Noted => ({ start: coding.start, end: coding.end, note: notes.push(noteOf(coding)) - 1 }))
      const cases = links.filter(({ sourceId }) => sourceId === id).map(({ caseName }) => caseName)
      sources.push({ title: titleIn(input, title), cases, words, codings: own.length, lines: linesOf(texts.get(id)!, own) })
    }
  }
  return { sources, notes }
}

async function transcriptDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const { sources, notes } = await readTranscripts(db, input)
  const about = ({ cases, words, codings }: Transcript) =>
    say('publish.transcript-note', { cases: cases.join(', ') || say('quotations.no-case'), words, n: codings })
  const title: Block = { style: 'title', text: say('publish.transcripts-title', { project: input.project.name }) }
  const blocks = sources.flatMap((one): Block[] => [{ style: 'heading1', text: one.title }, { style: 'note', text: about(one) }, ...one.lines])
  return { blocks: [title, { contents: say('publish.contents') }, ...blocks], notes }
}

type Row = { source: string; case: string; paragraph: number; text: string; codings: { code: string; coder: string; at: string; words: string }[] }

/** A row a paragraph, as it may leave, with the words of it that each coding lies on. */
async function transcriptRows(db: Db, input: ExportInput): Promise<Row[]> {
  const { sources, notes: real } = await readTranscripts(db, input)
  const of = sources.map(({ title, cases, lines }) => [
    { style: 'heading1', runs: [title, ' | ', cases.join('; ')].map((text) => ({ text })) } as const,
    ...lines,
  ])
  const { blocks, notes } = await veiledDocument(db, input, { blocks: of.flat() as Block[], notes: real })
  const rows: Row[] = []
  let [source, among] = ['', '']
  for (const [at, block] of of.flat().entries()) {
    const runs = (blocks[at] as { runs: readonly Run[] }).runs
    if (block.style === 'heading1') [source, among] = [runs[0]!.text, runs[2]!.text]
    else {
      const said = runs.slice(1)
      rows.push({ source, case: among, paragraph: block.number, text: said.map(({ text }) => text).join(''), codings: codingsIn(said, notes) })
    }
  }
  return rows
}

function codingsIn(runs: readonly Run[], notes: readonly MarginNote[]): Row['codings'] {
  const here = [...new Set(runs.flatMap((run) => run.notes ?? []))]
  return here.map((note) => {
    const words = runs.filter((run) => run.notes?.includes(note)).map(({ text }) => text)
    return { code: notes[note]!.text, coder: notes[note]!.by, at: notes[note]!.at, words: words.join('') }
  })
}

async function transcriptTable(db: Db, input: ExportInput): Promise<Rows> {
  const names = namesIn(input)
  const rows = (await transcriptRows(db, input)).map(({ source, case: of, paragraph, text, codings }) => {
    const joined = (one: (coding: Row['codings'][number]) => string) => [...new Set(codings.map(one))].join('; ')
    return [source, of, paragraph, text, joined(({ code }) => code), joined(({ coder }) => coder), names]
  })
  return { name: 'transcripts', columns: ['source', 'case', 'paragraph', 'text', 'codes', 'coders', 'names'], rows }
}

function groupBySource(codings: readonly SelectedCoding[]): Map<number, SelectedCoding[]> {
  const by = new Map<number, SelectedCoding[]>()
  for (const coding of codings) by.set(coding.sourceId, [...(by.get(coding.sourceId) ?? []), coding])
  return by
}

async function noteWriter(db: Db, input: ExportInput): Promise<(coding: SelectedCoding) => MarginNote> {
  const paths = new Map(flatten(treeOf(await listCodes(db, input.project.id))).map(({ id, key, path }) => [id, `${key} ${path}`]))
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, coderIn(input, name)]))
  return ({ codeId, coderId, madeAt }) => ({ by: coders.get(coderId)!, at: madeAt, text: paths.get(codeId)! })
}

/** The paragraphs that have a number, cut where a coding begins or ends. */
function linesOf(text: string, noted: readonly Noted[]): Line[] {
  return paragraphsOf(text).flatMap(({ start, end, number }): Line[] => {
    if (number === null) return []
    const over = noted.filter((one) => overlap(one, { start, end }))
    const cuts = [...new Set([start, end, ...over.flatMap((one) => [one.start, one.end])])].filter((at) => at >= start && at <= end).sort((a, b) => a - b)
    const runs = cuts.slice(0, -1).map((from, at): Run => {
      const to = cuts[at + 1]!
      const notes = over.filter((one) => one.start < to && one.end > from).map(({ note }) => note)
      return { text: text.slice(from, to), ...(notes.length > 0 && { notes }) }
    })
    return [{ style: 'text', number, runs: [{ text: `${number}\u2002`, look: 'cite' }, ...runs] }]
  })
}

export const transcriptMakers = { ...documentMakers('transcripts', transcriptDocument), ...tableMakers('transcripts', transcriptTable, transcriptRows) }

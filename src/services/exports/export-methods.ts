import { kindsIn } from '../../domain/act.ts'
import type { Block, Cell } from '../../domain/document.ts'
import { listCodes } from '../../storage/codes.ts'
import { listCountedCases } from '../../storage/counted-cases.ts'
import { findProjectById } from '../../storage/projects.ts'
import { listSelected } from '../../storage/quotations.ts'
import type { Db } from '../../storage/schema.ts'
import { listSources } from '../../storage/sources.ts'
import { listCodesReadIn, listCodingsDone, listWorkDone, type WorkDone } from '../../storage/work-done.ts'
import { type Say, sayIn, type TextKey } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import { selectCodings } from '../select-codings.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { isOn } from './export-input.ts'
import { coderIn, sayNames } from './veiling.ts'

const importedKinds = (['sources', 'texts', 'cases', 'guides'] as const).flatMap((area) => [...kindsIn(area)])
/** The kinds of act that the appendix tells of, each by a sentence of its own. */
export const toldKinds = [...kindsIn('codebook'), ...importedKinds]

/** How the study was done, from its history: what it holds, who coded what and when, how the codebook came about, what was imported and corrected. */
async function methodsDocument(db: Db, input: ExportInput): Promise<Document> {
  const { project, language } = input
  const say = sayIn(language)
  const work = await listWorkDone(db, project.id)
  const question = (await findProjectById(db, project.id))?.researchQuestion ?? ''
  const blocks: Block[] = [{ style: 'title', text: say('methods.title', { project: project.name }) }]
  if (question) blocks.push({ style: 'heading1', text: say('methods.question') }, { style: 'text', text: question })
  blocks.push({ style: 'heading1', text: say('methods.holds') }, ...(await holdings(db, project.id, say)))
  blocks.push({ style: 'heading1', text: say('methods.coding') }, ...(await codingDone(db, input, say)))
  blocks.push({ style: 'heading1', text: say('methods.codebook') }, ...codebookDone(await listCodesReadIn(db, project.id), work, input, say))
  blocks.push({ style: 'heading1', text: say('methods.imported') }, ...doneTable(work, importedKinds, input, say))
  const waiting = (await countWaiting(db, project.id)).total
  if (waiting > 0) blocks.push({ style: 'text', text: say('review.waiting-other', { n: waiting }) })
  blocks.push({ style: 'heading1', text: say('methods.counted') }, { style: 'text', text: say('methods.counted-how') })
  blocks.push(...namesDone(input, say))
  return { blocks }
}

/** What was done with names, where they are replaced: what is undecided, which attributes were left out, and what coders are called. */
function namesDone(input: ExportInput, say: Say): Block[] {
  const { veiling, options } = input
  if (!veiling) return []
  const left = veiling.attributes.filter(({ kept }) => !kept).map(({ name }) => name)
  const said = [
    sayNames(input),
    veiling.undecided.length > 0 && isOn(options['all-the-same']) ? say('methods.all-the-same') : '',
    left.length > 0 ? say('methods.attributes-left', { names: left.join(', ') }) : '',
    veiling.coders.size > 0 ? say('methods.coders-numbered') : '',
  ]
  return [{ style: 'heading1', text: say('methods.names') }, ...said.filter(Boolean).map((text): Block => ({ style: 'text', text }))]
}

async function holdings(db: Db, projectId: number, say: Say): Promise<Block[]> {
  const sources = await listSources(db, projectId)
  const cases = await listCountedCases(db, projectId)
  const codings = await listSelected(db, await selectCodings(db, projectId, { all: [] }))
  const codes = (await listCodes(db, projectId)).filter(({ retiredAt }) => retiredAt === null)
  const rows: [string, number][] = [
    [say('methods.sources'), sources.length],
    [say('methods.words'), sources.reduce((sum, { words }) => sum + words, 0)],
    [say('methods.cases'), cases.length],
    [say('methods.cases-with-source'), cases.filter(({ sourceIds }) => sourceIds.length > 0).length],
    [say('methods.codes'), codes.length],
    [say('methods.quotations'), new Set(codings.map(({ quotationId }) => quotationId)).size],
    [say('methods.codings'), codings.length],
  ]
  return [table([say('methods.what'), say('methods.how-many')], rows, [3, 1])]
}

async function codingDone(db: Db, input: ExportInput, say: Say): Promise<Block[]> {
  const done = await listCodingsDone(db, input.project.id)
  if (done.length === 0) return [{ style: 'text', text: say('methods.nothing') }]
  const rows = done.map(({ coder, madeBy, codings, first, last }) => [coderIn(input, coder), say(`methods.by-${madeBy}`), codings, day(first), day(last)])
  return [table([say('methods.who'), say('methods.how'), say('methods.codings'), say('methods.first'), say('methods.last')], rows, [3, 3, 2, 2, 2])]
}

type Row = readonly (string | number)[]

/** Codes that came with a file are told by how many they are, as those that were created one by one. */
function codebookDone(readIn: readonly Omit<WorkDone, 'kind'>[], work: readonly WorkDone[], input: ExportInput, say: Say): Block[] {
  const rows = readIn.map(({ actor, times, first, last }) => [say('methods.codes-read-in'), coderIn(input, actor), times, day(first), day(last)])
  return doneTable(work, kindsIn('codebook'), input, say, rows)
}

function doneTable(work: readonly WorkDone[], kinds: readonly string[], input: ExportInput, say: Say, before: readonly Row[] = []): Block[] {
  const done = work
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, actor, times, first, last }) => [say(`methods.did-${kind}` as TextKey), coderIn(input, actor), times, day(first), day(last)])
  const rows = [...before, ...done]
  if (rows.length === 0) return [{ style: 'text', text: say('methods.nothing') }]
  return [table([say('methods.act'), say('methods.who'), say('methods.times'), say('methods.first'), say('methods.last')], rows, [4, 2, 1, 2, 2])]
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[], widths: readonly number[]): Block {
  const cell = (value: string | number): Cell => (typeof value === 'number' ? { text: `${value}`, number: true } : { text: value })
  return { heads: heads.map((text) => ({ text })), rows: rows.map((row) => row.map(cell)), widths }
}

function day(at: string): string {
  return at.slice(0, 10)
}

export const methodsMakers = documentMakers('methods', methodsDocument)

import { citer, inQuotes } from '../../domain/citation.ts'
import { type CodeNode, flatten, treeOf } from '../../domain/code.ts'
import { contextOf } from '../../domain/context.ts'
import { asItStands, type Cut } from '../../domain/cut.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import type { PublicationEdit } from '../../domain/publication-edit.ts'
import type { Span } from '../../domain/span.ts'
import { readAttribution } from '../../storage/case-turns.ts'
import { listCodes } from '../../storage/codes.ts'
import { type CountedAttribute, listCountedAttributes, listCountedCases } from '../../storage/counted-cases.ts'
import { findProjectById } from '../../storage/projects.ts'
import { listPublicationEdits } from '../../storage/publication-edits.ts'
import { listSelected, type SelectedCoding } from '../../storage/quotations.ts'
import type { Db } from '../../storage/schema.ts'
import { labelEndsOf } from '../../storage/source-spans.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { listSources } from '../../storage/sources.ts'
import { listStudyCases } from '../../storage/study-cases.ts'
import type { InterfaceLanguage } from '../../texts/catalogue.ts'
import { readPattern } from '../citation-pattern.ts'
import { placesInSources } from '../places-in-sources.ts'
import { selectCodings } from '../select-codings.ts'
import { wordsHash } from '../words-hash.ts'
import type { ExportInput } from './export-input.ts'
import { cutIn, leavesAlong, titleIn } from './veiling.ts'

type Case = Awaited<ReturnType<typeof listCountedCases>>[number] & { kind: string; number: number }
/** A coding as it is published. `published` is `words` but for its edits; `reference` by the project's pattern. */
export type PublishedCoding = {
  coding: SelectedCoding
  source: string
  code: CodeNode
  cases: readonly Case[]
  words: string
  published: string
  /** Its words from a place of the text on. */
  wordsFrom: (at: number) => string
  edits: readonly PublicationEdit[]
  before: string
  after: string
  paragraph: number
  time: string
  line: string
  reference: string
}
export type Published = { codings: Iterable<PublishedCoding>; count: number; attributes: readonly CountedAttribute[]; tree: CodeNode[] }

/** What a filter selects, ready to be published, one coding after another in the order of the study: made as they are asked for. */
export async function readPublished(db: Db, input: Pick<ExportInput, 'project' | 'filter' | 'language' | 'veiling'>): Promise<Published> {
  const { project, filter, language } = input
  const codings = await listSelected(db, await selectCodings(db, project.id, parseFilter(filter)))
  const attributes = (await listCountedAttributes(db, project.id)).filter(leavesAlong(input))
  const tree = treeOf(await listCodes(db, project.id))
  const publish = await publisher(db, {
    projectId: project.id,
    codings,
    attributes,
    tree,
    pattern: await readPattern(db, project.id, language),
    cut: cutIn(input),
    called: (title) => titleIn(input, title),
  })
  return { codings: each(codings, publish), count: codings.length, attributes, tree }
}

/** One coding as it is published. */
export async function publishOne(db: Db, of: { projectId: number; language: InterfaceLanguage }, coding: SelectedCoding): Promise<PublishedCoding> {
  const { projectId, language } = of
  const attributes = await listCountedAttributes(db, projectId)
  const tree = treeOf(await listCodes(db, projectId))
  return (await publisher(db, { projectId, codings: [coding], attributes, tree, pattern: await readPattern(db, projectId, language) }))(coding)
}

/** A quotation as it is pasted into a text: as it is published, in the marks of the project's language, with its reference. */
export async function citeQuotation(db: Db, of: { projectId: number; language: InterfaceLanguage }, coding: SelectedCoding): Promise<string> {
  const { published, reference } = await publishOne(db, of, coding)
  const project = await findProjectById(db, of.projectId)
  return `${inQuotes(published, project?.language ?? of.language)}${reference && ` (${reference})`}`
}

function* each(codings: readonly SelectedCoding[], publish: (coding: SelectedCoding) => PublishedCoding): Generator<PublishedCoding, void> {
  for (const coding of codings) yield publish(coding)
}

type Ground = {
  projectId: number
  codings: readonly SelectedCoding[]
  attributes: readonly CountedAttribute[]
  tree: CodeNode[]
  pattern: string
  cut?: Cut
  called?: (title: string) => string
}

async function publisher(
  db: Db,
  { projectId, codings, attributes, tree, pattern, cut = asItStands, called = (title) => title }: Ground,
): Promise<(coding: SelectedCoding) => PublishedCoding> {
  const titles = new Map((await listSources(db, projectId)).map(({ id, title }) => [id, title]))
  const nodes = new Map(flatten(tree).map((node) => [node.id, node]))
  const cases = await numberedCases(db, projectId)
  const attribution = await readAttribution(db, projectId)
  const texts = await textsOf(
    db,
    codings.map(({ sourceId }) => sourceId),
  )
  const labels = await labelEndsOf(db, [...texts.keys()])
  const placeOf = await placesInSources(db, texts, labels)
  const edits = await listPublicationEdits(db, projectId)
  const cite = citer(pattern)
  const byName = new Map(attributes.map(({ id, name }) => [name.toLocaleLowerCase('sv'), id]))
  return (coding) => {
    const { sourceId, start, end, quotationId } = coding
    const text = texts.get(sourceId)!
    const words = cut(text, coding)
    const kept = edits.get(quotationId)
    const standing = kept && kept.wordsSha256 === wordsHash(text.slice(start, end)) ? kept.edits : []
    const of = attribution.casesOf(sourceId, start, end).map((id) => cases.get(id)!)
    const place = placeOf(sourceId, coding)
    const source = called(titles.get(sourceId)!)
    const code = nodes.get(coding.codeId)!
    const fieldOf = fieldReader({ source, cases: of, code, place, byName, speaker: () => speakerBefore(text, labels.get(sourceId), coding) })
    const context = contextOf(text, coding, labels.get(sourceId))
    const published = standing.length > 0 ? publishedIn(text, coding, standing, cut) : words
    const wordsFrom = (at: number) => cut(text, { start: at, end })
    const said = { words, published, wordsFrom, edits: standing, ...contextIn(text, coding, context, cut) }
    return { coding, source, code, cases: of, ...said, ...place, reference: cite(fieldOf) }
  }
}

/** What stands round a quotation as it is quoted: its words but for what marks that they go on. */
function contextIn(text: string, { start, end }: Span, { before, after }: { before: string; after: string }, cut: Cut) {
  const ahead = before.replace(/^… /, '')
  const behind = after.replace(/ …$/, '')
  return {
    before: before.slice(0, before.length - ahead.length) + cut(text, { start: start - ahead.length, end: start }),
    after: cut(text, { start: end, end: end + behind.length }) + after.slice(behind.length),
  }
}

/** The words between the edits, each as it is quoted. */
function publishedIn(text: string, { start, end }: Span, edits: readonly PublicationEdit[], cut: Cut): string {
  let at = start
  const parts = edits.map((edit) => {
    const said = cut(text, { start: at, end: start + edit.start })
    at = start + edit.end
    return said + edit.put
  })
  return parts.join('') + cut(text, { start: at, end })
}

async function numberedCases(db: Db, projectId: number): Promise<Map<number, Case>> {
  const kinds = new Map((await listStudyCases(db, projectId)).map(({ id, kind }) => [id, kind]))
  return new Map((await listCountedCases(db, projectId)).map((one, at) => [one.id, { ...one, kind: kinds.get(one.id) ?? '', number: at + 1 }]))
}

type Fields = {
  source: string
  cases: readonly Case[]
  code: CodeNode
  place: { paragraph: number; time: string; line: string }
  byName: ReadonlyMap<string, number>
  speaker: () => string
}

/** What a name in the pattern stands for here. An attribute of the project goes before a word of ours. */
function fieldReader({ source, cases, code, place, byName, speaker }: Fields): (name: string) => string {
  const ofCases = (value: (one: Case) => string | undefined) => [...new Set(cases.map(value).filter(Boolean))].join('; ')
  return (asked) => {
    const attribute = byName.get(asked)
    if (attribute !== undefined) return ofCases(({ values }) => values.get(attribute)?.value)
    if (asked === 'case') return ofCases((one) => one.name)
    if (asked === 'kind' || asked === 'role') return ofCases((one) => one.kind)
    if (asked === 'number') return ofCases((one) => `${one.number}`)
    if (asked === 'source') return source
    if (asked === 'code') return code.label
    if (asked === 'speaker') return speaker()
    return asked === 'paragraph' || asked === 'time' || asked === 'line' ? `${place[asked]}` : ''
  }
}

/** The label that the line of a passage begins with, as the text has it. */
function speakerBefore(text: string, labels: ReadonlyMap<number, number> | undefined, { start }: Span): string {
  let at = text.lastIndexOf('\n', start - 1) + 1
  let said = ''
  for (let end = labels?.get(at); end !== undefined && end <= start + 1; end = labels?.get(at)) {
    const label = text
      .slice(at, end)
      .replace(/[:\s]+$/, '')
      .trim()
    if (/\p{L}/u.test(label)) said = label
    at = end
  }
  return said
}

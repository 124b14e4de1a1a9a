import { type CodeNode, flatten } from '../../domain/code.ts'
import type { Block } from '../../domain/document.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { listCoders } from '../../storage/coders.ts'
import { listCountedCases } from '../../storage/counted-cases.ts'
import type { Db } from '../../storage/schema.ts'
import { type Say, sayIn } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import { withNames } from '../filter-names.ts'
import { questionsOf } from '../questions-of-quotations.ts'
import type { Document } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { printQuotations } from './print-quotations.ts'
import { type PublishedCoding, readPublished } from './published-quotations.ts'
import { coderIn } from './veiling.ts'

const groupBys = ['theme', 'case', 'question', 'none'] as const
type GroupBy = (typeof groupBys)[number]
/** What quotations stand under: a heading of this level; those without are put in order all the same. */
type Group = { level: 1 | 2 | 3; title: string; codings: readonly PublishedCoding[] }

/**
 * Quotations to read and to publish, each once under what it stands under. Options: `group-by` (theme, case, question, none), `context` (1: with
 * what is said before and after).
 */
export async function quotationDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const by = (input.options['group-by'] || 'theme') as GroupBy
  if (!groupBys.includes(by)) throw new Refusal('invalid', 'refusal.group-by', { by, allowed: groupBys.join(', ') })
  const { codings, tree } = await readPublished(db, input)
  const all = [...codings]
  const cases = await listCountedCases(db, input.project.id)
  const groups =
    by === 'theme'
      ? byTheme(tree, all)
      : by === 'case'
        ? byCase(cases, all, say)
        : by === 'question'
          ? await byQuestion(db, input, all, say)
          : [{ level: 1 as const, title: '', codings: all }]
  const language = input.project.language ?? input.language
  const context = ['1', 'true', 'yes', 'on'].includes(input.options['context'] ?? '')
  const blocks: Block[] = [{ style: 'title', text: say('publish.docx-title', { project: input.project.name }) }]
  const withSource = cases.filter(({ sourceIds }) => sourceIds.length > 0).length
  blocks.push({ style: 'note', text: say('publish.count', { n: countOf(all), cases: casesIn(all), of: withSource }) })
  const [filter] = input.filter ? await withNames(db, input.project.id, [parseFilter(input.filter)]) : ['']
  if (filter) blocks.push({ style: 'note', text: say('matrix.docx-filter', { filter }) })
  const waiting = (await countWaiting(db, input.project.id)).quotations
  if (waiting > 0) blocks.push({ style: 'note', text: say('review.waiting-other', { n: waiting }) })
  if (by !== 'none') blocks.push({ contents: say('publish.contents') })
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, coderIn(input, name)]))
  for (const { level, title, codings } of groups) {
    if (title) blocks.push({ style: `heading${level}`, text: title })
    if (title && codings.length > 0)
      blocks.push({ style: 'note', text: say('publish.count', { n: countOf(codings), cases: casesIn(codings), of: withSource }) })
    blocks.push(...printQuotations(codings, { language, context, say, coderOf: (id) => coders.get(id)! }))
  }
  return { blocks, language }
}

/** How many quotations: each once, however many codings it has. */
function countOf(codings: readonly PublishedCoding[]): number {
  return new Set(codings.map(({ coding }) => coding.quotationId)).size
}

function casesIn(codings: readonly PublishedCoding[]): number {
  return new Set(codings.flatMap(({ cases }) => cases.map(({ id }) => id))).size
}

function byTheme(tree: readonly CodeNode[], all: readonly PublishedCoding[]): Group[] {
  const own = groupBy(all, ({ code }) => [code.id])
  const filled = (node: CodeNode): boolean => own.has(node.id) || node.children.some(filled)
  return flatten(tree)
    .filter(filled)
    .map((node) => ({ level: Math.min(3, node.depth + 1) as 1 | 2 | 3, title: `${node.key} ${node.label}`, codings: own.get(node.id) ?? [] }))
}

function byCase(cases: readonly { id: number; name: string }[], all: readonly PublishedCoding[], say: Say): Group[] {
  const own = groupBy(all, (one) => (one.cases.length > 0 ? one.cases.map(({ id }) => id) : [0]))
  return [...cases, { id: 0, name: say('quotations.no-case') }].flatMap(({ id, name }) =>
    own.has(id) ? [{ level: 1 as const, title: name, codings: own.get(id)! }] : [],
  )
}

async function byQuestion(db: Db, { project }: ExportInput, all: readonly PublishedCoding[], say: Say): Promise<Group[]> {
  const { guides, of } = await questionsOf(db, project.id)
  const own = groupBy(all, ({ coding }) => {
    const ids = of(coding.sourceId, coding)
    return ids.length > 0 ? ids : [0]
  })
  const groups: Group[] = []
  for (const { name, sections } of guides) {
    const asked = sections.flatMap(({ questions }) => questions).filter(({ id }) => own.has(id))
    if (asked.length > 0) groups.push({ level: 1, title: name, codings: [] })
    for (const { id, number, text } of asked) groups.push({ level: 2, title: `${number}. ${text}`, codings: own.get(id)! })
  }
  return own.has(0) ? [...groups, { level: 1, title: say('publish.no-question'), codings: own.get(0)! }] : groups
}

function groupBy(all: readonly PublishedCoding[], idsOf: (one: PublishedCoding) => readonly number[]): Map<number, PublishedCoding[]> {
  const groups = new Map<number, PublishedCoding[]>()
  for (const one of all)
    for (const id of idsOf(one)) {
      const there = groups.get(id)
      if (there) there.push(one)
      else groups.set(id, [one])
    }
  return groups
}

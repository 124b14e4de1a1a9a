import { type CellFlag, flagOf } from '../domain/finding.ts'
import {
  casesOf,
  countTopic,
  type Framework,
  type FrameworkCell,
  type FrameworkTopic,
  questionLines,
  type Synthesis,
  synthesisKey,
  type TopicCounts,
} from '../domain/framework.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { noAttribute } from '../domain/unknown-in-filter.ts'
import { listPlacesOfQuotations } from '../storage/codings.ts'
import { listCountedAttributes } from '../storage/counted-cases.ts'
import { listGuides } from '../storage/guides.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import type { ExportInput } from './exports/export-input.ts'
import { coderIn, cutIn } from './exports/veiling.ts'
import { readMatrix } from './matrix.ts'
import { matrixOfFramework, readFramework } from './read-framework.ts'

/** A quotation that is evidence: where it is from, and its exact words. Offsets are UTF-16 units of the source's text. */
export type TakenEvidence = { source: string; paragraph: number; start: number; end: number; words: string }
/** `group`: the case's, where cases are taken in groups; '' where it has no value. */
export type TakenFinding = { name: string; group: string | null; cell: FrameworkCell; flag: CellFlag | null; evidence: readonly TakenEvidence[] }
/** A topic as it is taken home. `syntheses`: of each group (in their order), then of all (`group` null), where there are any words. */
export type TakenTopic = {
  topic: FrameworkTopic
  /** Those of the guides that its cases are in, each in a line. */
  questions: readonly string[]
  counts: TopicCounts
  findings: readonly TakenFinding[]
  syntheses: readonly { group: string | null; cases: number; synthesis: Synthesis | undefined }[]
}

/** Options: `topics` (themes, code:NAME is by `code:#ID`, questions, guide:NAME), `by` (attribute:NAME). Refuses any other. */
export async function takeFramework(db: Db, input: ExportInput): Promise<TakenTopic[]> {
  const { project, filter, options } = input
  const wish = { projectId: project.id, filter, topics: await topicsOf(db, project.id, options), by: await attributeOf(db, project.id, options['by']) }
  const framework = await readFramework(db, wish, await readMatrix(db, matrixOfFramework(wish)))
  const evidence = await readEvidence(db, input, framework)
  return framework.topics.map((topic) => {
    const rows = casesOf(framework, topic, null)
    const groups = [...framework.groups, null]
    const groupOf = (id: number) => framework.groups.find(({ caseIds }) => caseIds.includes(id))
    return {
      topic,
      questions: questionLines(
        topic,
        rows.map(({ case: one }) => one.id),
      ),
      counts: countTopic(
        topic,
        rows.map(({ cell }) => cell),
      ),
      findings: rows.map(({ case: one, cell }) => ({
        name: one.name,
        group: framework.groups.length > 0 ? (groupOf(one.id)?.label ?? '') : null,
        cell: { ...cell, writtenBy: cell.writtenBy && coderIn(input, cell.writtenBy, cell.writtenBy) },
        flag: flagOf(cell),
        evidence: cell.picked.flatMap((id) => evidence.get(id) ?? []),
      })),
      syntheses: groups.map((group) => ({
        group: group && (group.label ?? ''),
        cases: group ? group.caseIds.length : rows.length,
        synthesis: named(
          input,
          framework.syntheses.get(
            synthesisKey({ codeId: topic.codeId, questionId: topic.questionId, attributeId: group?.attributeId ?? null, group: group?.value ?? '' }),
          ),
        ),
      })),
    }
  })
}

/** With who wrote it as coders are called in this export. */
function named(input: ExportInput, synthesis: Synthesis | undefined): Synthesis | undefined {
  return synthesis && { ...synthesis, writtenBy: coderIn(input, synthesis.writtenBy, synthesis.writtenBy) }
}

/** `questions` is the first guide. A guide by its name or id. */
async function topicsOf(db: Db, projectId: number, { topics = 'themes', rows, guide }: ExportInput['options']): Promise<string> {
  const wanted = guide !== undefined ? `guide:${guide}` : (rows ?? topics)
  if (wanted === 'themes' || wanted === 'codes' || wanted.startsWith('code:')) return wanted
  const guides = await listGuides(db, projectId)
  if (wanted === 'questions' && guides[0]) return `guide:${guides[0].id}`
  const name = wanted.startsWith('guide:') ? wanted.slice('guide:'.length) : undefined
  const found = guides.find((one) => one.name === name || `${one.id}` === name)
  if (name !== undefined && !found) throw new Refusal('not-found', 'refusal.no-guide')
  if (!found) throw new Refusal('invalid', 'refusal.framework-topics', { name: wanted })
  return `guide:${found.id}`
}

async function attributeOf(db: Db, projectId: number, by: string | undefined): Promise<number | undefined> {
  if (!by) return undefined
  const wanted = by.replace(/^attribute:/, '')
  const attributes = await listCountedAttributes(db, projectId)
  const found = attributes.find((one) => one.name === wanted || `${one.id}` === wanted)
  if (!found)
    throw noAttribute(
      wanted,
      attributes.map(({ name }) => name),
    )
  return found.id
}

async function readEvidence(db: Db, input: ExportInput, { topics }: Framework): Promise<Map<number, TakenEvidence>> {
  const places = await listPlacesOfQuotations(db, new Set(topics.flatMap((topic) => topic.cells.flatMap((cell) => cell.picked))))
  const texts = await textsOf(db, [...new Set([...places.values()].map((place) => place.sourceId))])
  const paragraphs = new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]))
  const titles = new Map((await listSources(db, input.project.id)).map(({ id, title }) => [id, title]))
  const cut = cutIn(input)
  return new Map(
    [...places].map(([id, { sourceId, start, end }]) => {
      const paragraph = paragraphsUnder(paragraphs.get(sourceId)!, { start, end }).find(({ number }) => number !== null)?.number ?? 1
      return [id, { source: titles.get(sourceId) ?? '', paragraph, start, end, words: cut(texts.get(sourceId)!, { start, end }) }]
    }),
  )
}

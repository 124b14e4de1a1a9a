import { flatten, treeOf } from '../domain/code.ts'
import { type Guide, questionsOf } from '../domain/guide.ts'
import { sameName, toName } from '../domain/name.ts'
import { readGuide } from '../domain/read-guide.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { listGuides, type StoredGuide } from '../storage/guides.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import { asGuide } from './stored-guide.ts'

const MOST_QUESTIONS = 400
const LONGEST_QUESTION = 2000
const LONGEST = 200_000
const HIGHEST = 100_000

/** `unlinked`: themes that the guide names and the codebook does not have. */
export type ImportedGuide = { guideId: number; name: string; questions: number; unlinked: string[]; created: boolean }

/** `called`: the name that a person gave it; else it is called what its text says, else `name`. */
export type GuideText = { name: string; text: string; called?: string }

/**
 * Take a guide into a project from its text, as one act. A guide that is there already with the same questions is not made
 * again; refused where another has its name, or it holds no question.
 */
export async function importGuide(house: House, wish: { projectId: number; coderId: number } & GuideText): Promise<ImportedGuide> {
  const guide = guideOf(wish)
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: 'import-guide', about: { label: guide.name } } as const
  return (await perform(house.write, draft, (ledger) => importGuideInto(ledger, wish.projectId, guide))).result
}

/** A guide read from its text; refused where it holds no question, too many, or one so long that it is none. */
export function guideOf({ text, name, called }: GuideText): Guide {
  if (text.length > LONGEST) throw new Refusal('invalid', 'refusal.guide-too-long', { most: MOST_QUESTIONS })
  const guide = readGuide(text)
  const questions = questionsOf(guide).length
  if (questions === 0) throw new Refusal('invalid', 'refusal.guide-empty')
  if (questions > MOST_QUESTIONS) throw new Refusal('invalid', 'refusal.guide-too-long', { most: MOST_QUESTIONS })
  const length = Math.max(...questionsOf(guide).map((question) => question.text.length))
  if (length > LONGEST_QUESTION) throw new Refusal('invalid', 'refusal.guide-long-question', { most: LONGEST_QUESTION, length })
  return { ...guide, name: toName(called?.trim() || guide.name.slice(0, 200).trim() || name) }
}

/** The same inside an act that does more. */
async function importGuideInto(ledger: Ledger, projectId: number, guide: Guide): Promise<ImportedGuide> {
  const known = (await listGuides(ledger.trx, projectId)).find((one) => sameName(one.name, guide.name))
  const questions = questionsOf(guide).length
  if (known && !sameQuestions(known, guide)) throw new Refusal('conflict', 'refusal.guide-taken', { name: guide.name })
  if (known) return { guideId: known.id, name: known.name, questions, unlinked: [], created: false }
  const themes = await themeFinder(ledger, projectId)
  const guideId = await ledger.insert('guide', { guid: crypto.randomUUID(), project_id: projectId, name: guide.name })
  const unlinked = new Set<string>()
  let last = 0
  for (const [at, section] of guide.sections.entries()) {
    const sectionId = await ledger.insert('guide_section', { guide_id: guideId, title: section.title.slice(0, 200), position: at + 1 })
    for (const question of section.questions) {
      // Numbers tell questions apart through the whole guide: one that comes again is counted on.
      last = question.number > last && question.number < HIGHEST ? question.number : last + 1
      const questionId = await ledger.insert('question', { guid: crypto.randomUUID(), section_id: sectionId, number: last, text: question.text })
      for (const theme of new Set(question.themes)) {
        const codeId = themes(theme)
        if (codeId === undefined) unlinked.add(theme)
        else await ledger.insert('question_theme', { question_id: questionId, code_id: codeId })
      }
    }
  }
  return { guideId, name: guide.name, questions, unlinked: [...unlinked], created: true }
}

function sameQuestions(known: StoredGuide, guide: Guide): boolean {
  const texts = (one: Guide) => questionsOf(one).map(({ text }) => text)
  return JSON.stringify(texts(asGuide(known))) === JSON.stringify(texts(guide))
}

/** Codes by their path, or by a label that only one code has. */
async function themeFinder(ledger: Ledger, projectId: number): Promise<(name: string) => number | undefined> {
  const codes = flatten(treeOf(await listCodes(ledger.trx, projectId)))
  return (name) => {
    const exact = codes.filter((code) => sameName(code.path, name))
    const found = exact.length > 0 ? exact : codes.filter((code) => sameName(code.label, name))
    return found.length === 1 ? found[0]!.id : undefined
  }
}

/** The text of a guide's file (md, txt, docx and what else can be read), read in a thread. */
export async function readGuideFile(pool: Pool, file: { name: string; bytes: Uint8Array }): Promise<string> {
  return pool.run('guide-text', file, { seconds: 10 })
}

import { isAsked } from '../domain/answer.ts'
import { type Guide, questionsOf } from '../domain/guide.ts'
import { proposeGuide } from '../domain/propose-guide.ts'
import { recogniseAnswers } from '../domain/recognise-answers.ts'
import { readInterviews } from '../storage/interviews.ts'
import type { Thread } from './jobs.ts'

/** `recurs`: in how many of the interviews each question is put, by its number. */
export type ProposedGuide = { guide: Guide; recurs: Record<number, number>; interviews: number }

/** Make a guide of what recurs in sources, and count how far each of its questions does. Tells after each source that it has looked through. */
export async function proposeGuideJob({ sourceIds, name }: { sourceIds: number[]; name: string }, { db, progress }: Thread): Promise<ProposedGuide> {
  const interviews = await readInterviews(db, sourceIds)
  const guide = proposeGuide(interviews, name)
  const recurs: Record<number, number> = Object.fromEntries(questionsOf(guide).map(({ number }) => [number, 0]))
  for (const [at, interview] of interviews.entries()) {
    for (const { number, status } of recogniseAnswers(interview, guide).answers) if (isAsked(status)) recurs[number] = (recurs[number] ?? 0) + 1
    progress(at + 1, interviews.length)
  }
  return { guide, recurs, interviews: interviews.length }
}

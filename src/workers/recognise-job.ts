import type { Guide } from '../domain/guide.ts'
import type { Interview } from '../domain/interview.ts'
import { recogniseAnswers } from '../domain/recognise-answers.ts'
import type { Recognised } from '../domain/recognised.ts'

export type RecogniseInput = { interview: Interview; guides: readonly { id: number; guide: Guide }[] }
export type RecogniseOutput = { guideId: number; recognised: Recognised } | null

/** Look for guides in one interview. @returns the one that fits best, with what became of its questions; null where there is no guide. */
export async function recogniseJob({ interview, guides }: RecogniseInput): Promise<RecogniseOutput> {
  const tried = guides.map(({ id, guide }) => ({ guideId: id, recognised: recogniseAnswers(interview, guide) }))
  return tried.reduce<RecogniseOutput>((best, one) => (best && best.recognised.fit >= one.recognised.fit ? best : one), null)
}

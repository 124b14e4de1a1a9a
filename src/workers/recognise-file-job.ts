import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { askedBy, type Guide } from '../domain/guide.ts'
import type { Followed } from '../domain/read-source.ts'
import type { Unsaved } from '../domain/understand.ts'
import { recogniseJob } from './recognise-job.ts'
import { writeWhole } from './write-whole.ts'

export type RecogniseFileInput = { sources: string; keepAt: string; guides: readonly { id: number; guide: Guide }[] }

/** A source follows a guide that nobody chose for it where at least this share of the guide's questions is put in it: notes and reports share a question by chance. */
export const FOLLOWS = 0.1

/**
 * Look for guides in every source of a file that was understood, and keep what is found at `keepAt`, a line a source: null
 * where it follows none. Answers of a survey stand by its own questions, and are not looked for. @returns how many questions are asked
 */
export async function recogniseFileJob({ sources, keepAt, guides }: RecogniseFileInput): Promise<number> {
  const lines: (Followed | null)[] = []
  for await (const line of createInterface({ input: createReadStream(sources, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    const source = JSON.parse(line) as Unsaved
    const found = source.kind === 'survey' || source.text === '' ? null : await recogniseJob({ interview: source, guides })
    const guide = found && found.recognised.fit >= FOLLOWS ? guides.find((one) => one.id === found.guideId)!.guide : null
    lines.push(found && guide ? { ...found, guide: askedBy(guide) } : null)
  }
  await writeWhole(keepAt, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return lines.reduce((sum, line) => sum + (line?.recognised.answers.filter((answer) => answer.asked.length > 0).length ?? 0), 0)
}

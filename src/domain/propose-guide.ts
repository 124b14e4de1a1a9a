import { commonWording } from './guide/common-wording.ts'
import { titleKey } from './guide/heading-line.ts'
import { type PutBlock, putBlocks } from './guide/put-block.ts'
import { recurringQuestions } from './guide/recurring-questions.ts'
import type { Guide } from './guide.ts'
import type { Interview } from './interview.ts'
import type { SourceLanguage } from './source.ts'

type Proposed = { readonly text: string; readonly place: number; readonly section: string; readonly title: string }

/**
 * A guide made of the questions that recur, the same or altered, in at least two interviews, in the order in which they mostly
 * come, under the headings that recur above them. Without sections where nothing recurs.
 */
export function proposeGuide(interviews: readonly Interview[], name: string): Guide {
  const blocks = interviews.flatMap(putBlocks)
  const recurring = recurringQuestions(blocks, commonest(interviews.map(({ language }) => language)) ?? 'nb')
  const questions = recurring.map(proposedOf).sort((a, b) => a.place - b.place)
  const sections = new Map<string, Proposed[]>()
  for (const question of questions) sections.set(question.section, [...(sections.get(question.section) ?? []), question])
  let number = 0
  return {
    name,
    sections: [...sections.values()].map((those) => ({
      title: commonest(those.map(({ title }) => title)) ?? '',
      questions: those.map(({ text }) => ({ number: ++number, text, themes: [] })),
    })),
  }
}

/** A heading counts where it stands above the question in at least two interviews. */
function proposedOf(group: readonly PutBlock[]): Proposed {
  const section = commonest(group.map(({ heading }) => titleKey(heading))) ?? ''
  const under = group.filter(({ heading }) => titleKey(heading) === section)
  const recurs = section !== '' && new Set(under.map(({ interview }) => interview)).size >= 2
  return {
    text: commonWording(group.map(({ words }) => words)),
    place: median(group.map(({ place }) => place)),
    section: recurs ? section : '',
    title: recurs ? commonest(under.map(({ heading }) => heading))! : '',
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

/** What there is most of, and of those the first. */
function commonest<T extends string | SourceLanguage>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: T | undefined
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value
  return best
}

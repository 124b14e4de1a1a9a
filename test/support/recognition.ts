import { readFileSync } from 'node:fs'
import type { AnswerStatus } from '../../src/domain/answer.ts'
import { type Guide, questionsOf } from '../../src/domain/guide.ts'
import { readGuide } from '../../src/domain/read-guide.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'
import type { Span } from '../../src/domain/span.ts'
import { understand } from '../../src/domain/understand.ts'
import { asExtracted, damage } from './damage.ts'
import { type InterviewWithTruth, interviewWithTruth } from './interview-with-truth.ts'

/** An invented interview, what is answered in it and the status of every question that was put. `name` is its file's. */
export type Study = InterviewWithTruth & { readonly name: string; readonly statuses: ReadonlyMap<number, AnswerStatus> }

const FOLDER = 'test/fixtures/recognition'
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')

export const guideOf = (language: 'nb' | 'sv' | 'en'): Guide => readGuide(read(`guide-${language}.md`))

/** An interview as it is written in its file: ⟦3|answered⟧, ⟦3?|not known⟧, ⟦3!|⟧ put and left without an answer. */
export function studyOf(name: string): Study {
  const written = read(`${name}.txt`)
  const statuses = new Map<number, AnswerStatus>()
  for (const [, number, mark] of written.matchAll(/⟦(\d+)([?!]?)\|/g))
    statuses.set(Number(number), mark === '?' ? 'dont_know' : mark === '!' ? 'unanswered' : 'answered')
  const plain = written.replace(/ ?⟦\d+!\|⟧/g, '').replace(/⟦(\d+)\?\|/g, '⟦$1|')
  return { name, statuses, ...interviewWithTruth(plain, { language: name.slice(0, 2) as SourceLanguage }) }
}

/** The same interviews, put in one file that an extraction from pages has damaged, and read from there. */
export function readFromPages(studies: readonly Study[]): Study[] {
  const paragraphs = studies.flatMap(({ interview }) => interview.text.split(/\n+/))
  const raw = { text: damage(paragraphs, asExtracted), layout: 'unknown', marks: [], repairs: [], losses: [], warnings: [] } as const
  const sources = understand(raw, {
    name: 'interviews.txt',
    otherwise: 'nb',
    options: { split: 'auto', speakers: {}, refused: [] } as never,
    evidence: () => 0,
  })
  return studies.map((study, at) => ({ ...study, interview: sources[at]!, truth: movedTruth(study, sources[at]!.text) }))
}

/** Where the answers are in a text that has other spaces and lines. */
function movedTruth({ interview, truth }: Study, text: string): Map<number, Span[]> {
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index)
  const ink = (end: number) => interview.text.slice(0, end).replace(/\s/g, '').length
  if (ink(interview.text.length) !== places.length) throw new Error('other words')
  const moved = ({ start, end }: Span) => ({ start: places[ink(start)]!, end: places[ink(end) - 1]! + 1 })
  return new Map([...truth].map(([number, spans]) => [number, spans.map(moved)]))
}

/** What was found and what there is, question by question. */
export function compare({ interview, truth, statuses, name }: Study, guide: Guide) {
  const { answers } = recogniseAnswers(interview, guide)
  return questionsOf(guide).map(({ number }) => ({
    name: `${name} ${number}`,
    found: answers[number - 1]!.spans,
    truth: truth.get(number) ?? [],
    status: answers[number - 1]!.status,
    wanted: statuses.get(number) ?? 'not_asked',
    text: interview.text,
  }))
}

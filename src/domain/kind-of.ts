import type { Mark } from './mark.ts'
import type { ReadSource } from './read-source.ts'
import { endsAsQuestion } from './reads-as-question.ts'
import type { SourceKind } from './source.ts'
import { countWords } from './word.ts'

/** Words of titles in Swedish, Norwegian and English, the more telling first. */
const BY_TITLE: readonly (readonly [RegExp, SourceKind])[] = [
  [/fokusgrupp|focus ?group|grupp?e?-?intervju|group interview/i, 'focus group'],
  [/workshop|(idé|framtids|arbets)verkstad|arbeidsverksted|dialogmøte|dialogmöte/i, 'workshop'],
  [/observation|observasjon|fältanteckning|feltnotat|field ?notes?|platsbesök|befaring/i, 'observation'],
  [/enkät|spørreundersøk|spørjeundersøk|spørreskjema|survey|questionnaire/i, 'survey'],
  [/intervju|interview|samtal med|samtale med/i, 'interview'],
]
const REPORT = /rapport|report|utredning|förstudie|forstudie|kartläggning|kartlegging|pre-?study|slutredovisning/i
const NUMBERED_HEADING = /^\d{1,2}(?:\.\d{1,2})*\.?[ \t]+\p{Lu}[^.?!]{2,80}$/u

/** Words, headings, and words for each question mark, that a report has at least. */
const LEAST = { words: 1500, headings: 3, perQuestion: 300 }

/** What a source is, by the words of its title or first line, else by its shape: many informants, or long with headings and nobody speaking. */
export function kindOf(
  title: string,
  { text, marks, speakers, spans }: { text: string; marks: readonly Mark[] } & Pick<ReadSource, 'speakers' | 'spans'>,
): SourceKind {
  const named = kindNamed(title) ?? kindNamed(firstLine(text))
  const informants = speakers.filter((speaker) => speaker.role === 'informant').length
  if (named && !(named === 'interview' && informants > 2)) return named
  if (informants > 2) return 'focus group'
  const silent = speakers.length === 0 && !spans.some((span) => span.kind === 'question')
  if (silent && REPORT.test(title)) return 'report'
  return silent && isReport(text, marks) ? 'report' : 'interview'
}

/** What the words of a title say, undefined where they say nothing. */
function kindNamed(title: string): SourceKind | undefined {
  return BY_TITLE.find(([pattern]) => pattern.test(title))?.[1]
}

/** The first line with words, where it may be a title. */
function firstLine(text: string): string {
  const line = text.slice(0, 400).trimStart().split('\n', 1)[0]!.trim()
  return line.length <= 100 && !endsAsQuestion(line) && !/[.:]$|^[^:]{1,30}:\s/.test(line) ? line : ''
}

function isReport(text: string, marks: readonly Mark[]): boolean {
  const words = countWords(text)
  if (words < LEAST.words) return false
  const lines = text.split('\n')
  const headings = Math.max(marks.filter((mark) => mark.kind === 'heading').length, lines.filter((line) => NUMBERED_HEADING.test(line.slice(0, 120))).length)
  return headings >= LEAST.headings && text.split('?').length - 1 < words / LEAST.perQuestion
}

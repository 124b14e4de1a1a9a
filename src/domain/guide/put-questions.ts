import type { Span } from '../span.ts'
import { countWords } from '../word.ts'
import type { SoughtQuestion } from './guide-questions.ts'
import { isAddition, isEchoOf, isLeadIn, isTail, isThanks, isToInformant, kindOfQuestion } from './manner-of-asking.ts'
import type { Candidate } from './match-questions.ts'
import { questionWords } from './question-words.ts'
import { isLead, type Utterance } from './utterance.ts'

/**
 * Something that the interviewer puts, by its utterances `from` to `to`: a question of the guide (its place), another
 * question, a follow-up to the one before, or a heading or addition that no question asked for.
 */
export type Put = Span & { readonly from: number; readonly to: number } & (
    | { readonly kind: 'guide'; readonly place: Candidate }
    | { readonly kind: 'other' | 'follow-up' | 'heading' | 'addition' }
  )
type Reading = {
  readonly text: string
  readonly utterances: readonly Utterance[]
  readonly questions: readonly SoughtQuestion[]
  readonly headings: ReadonlySet<number>
}

/** Where no speaker is marked: everything that the interviewer puts, in order, with what leads to a question and what hangs on to it. */
export function putQuestions(reading: Reading, places: readonly Candidate[]): Put[] {
  const { utterances } = reading
  const puts: Put[] = []
  for (let at = 0, next = 0; at < utterances.length; at++) {
    while (next < places.length && places[next]!.from < at) next++
    const place = places[next]?.from === at ? places[next] : undefined
    const stop = (place ? places[next + 1] : places[next])?.from ?? utterances.length
    const put = place ? putOfGuide(reading, place, puts.at(-1)?.to ?? -1, stop) : putBeside(reading, at, stop, puts.at(-1))
    if (!put) continue
    puts.push(put)
    at = put.to
  }
  return puts
}

function putOfGuide(reading: Reading, place: Candidate, taken: number, stop: number): Put {
  const from = statementBefore(reading, place, taken) ?? leadOf(reading, place.from, taken)
  const to = tailOf(reading, place.to, stop, reading.questions[place.question])
  return { kind: 'guide', place, from, to, ...extent(reading, from, to) }
}

function putBeside(reading: Reading, at: number, stop: number, last: Put | undefined): Put | undefined {
  const { text, utterances, headings } = reading
  const one = utterances[at]!
  const line = lineSpan(text, one.start)
  if (one.first && headings.has(line.start)) return { kind: 'heading', from: at, to: lastOfParagraph(utterances, at), ...line }
  if (one.first && endsInterview(text.slice(line.start, line.end).trim(), utterances.at(-1)!.paragraph - one.paragraph))
    return { kind: 'addition', from: at, to: at, start: one.start, end: one.start }
  const asking = one.first && !one.asks && !one.bids ? askedAfterStatement(reading, at, stop) : at
  const kind = kindOfPut(reading, asking, asking > at)
  if (kind === 'own' || (last?.to === at - 1 && isEchoOf(textOf(text, one), textOf(text, last)))) return undefined
  const to = tailOf(reading, asking, stop, undefined)
  return { kind, from: at, to, ...extent(reading, at, to) }
}

/** Near its end. */
const LAST = 3

/** An addition, or thanks for the interview, `before` so many paragraphs. */
function endsInterview(line: string, before: number): boolean {
  return isAddition(line) || (before < LAST && isThanks(line))
}

function kindOfPut(reading: Reading, at: number, afterStatement: boolean): ReturnType<typeof kindOfQuestion> {
  const one = reading.utterances[at]!
  const opens = one.first || one.set || afterStatement
  if (!(one.asks || (one.bids && one.first)) || (!opens && leadsOn(reading, at))) return 'own'
  const kind = kindOfQuestion(textOf(reading.text, one), opens)
  return one.set && kind === 'own' ? 'follow-up' : kind
}

/** A paragraph may open with a statement that a question to the informant follows: nobody answers and is then asked in the same paragraph, unless lines were lost. */
function askedAfterStatement({ text, utterances }: Reading, at: number, stop: number): number {
  for (let next = at + 1; next < Math.min(stop, at + 3) && utterances[next]!.paragraph === utterances[at]!.paragraph; next++)
    if (utterances[next]!.asks) return isToInformant(text.slice(utterances[at]!.start, utterances[next]!.start), textOf(text, utterances[next]!)) ? next : at
  return at
}

/** A question inside a paragraph that a colon leads to, or that another question follows, is the speaker's own. */
function leadsOn({ text, utterances }: Reading, at: number): boolean {
  const { paragraph } = utterances[at]!
  const before = utterances[at - 1]!
  const after = utterances[at + 1]
  return /[:“"«,]\s*$/.test(text.slice(before.start, before.end)) || after?.paragraph !== paragraph || after.asks
}

function tailOf({ text, utterances }: Reading, last: number, stop: number, question: SoughtQuestion | undefined): number {
  let to = last
  for (let at = last + 1; at < stop; at++) {
    const one = utterances[at]!
    const words = textOf(text, one)
    const short = one.paragraph === utterances[last]!.paragraph + 1 && one.first && !one.asks
    if (one.paragraph !== utterances[to]!.paragraph && !short) break
    if (!one.set && !isTail(words, one.asks, question ? shared(words, question) : 0, textOf(text, utterances[at - 1]!))) break
    if (one.asks && isEchoOf(words, textOf(text, { start: utterances[last]!.start, end: utterances[at - 1]!.end }))) break
    to = at
  }
  return to
}

/** With so few words somebody takes in what was said, before asking on in the same paragraph. */
const NOD = 3

function leadOf({ text, utterances }: Reading, first: number, taken: number): number {
  const leads = (one: Utterance) => isLeadIn(textOf(text, one)) || (one.first && countWords(textOf(text, one)) <= NOD)
  let from = first
  while (from - 1 > taken && utterances[from - 1]!.paragraph === utterances[first]!.paragraph && leads(utterances[from - 1]!)) from--
  const alone = from - 1 > taken && utterances[from]!.first && utterances[from - 1]!.first
  return alone && isLeadIn(textOf(text, utterances[from - 1]!)) ? from - 1 : from
}

/** So many sentences may lead to a question. */
const STATEMENT = 2

/** The statement that opens a paragraph and leads to a question of the guide, where it speaks for nobody and of the same thing. */
function statementBefore({ text, utterances, questions }: Reading, place: Candidate, taken: number): number | undefined {
  const question = utterances[place.from]!
  let from = place.from
  while (!utterances[from]!.first) from--
  if (from === place.from || from <= taken || place.from - from > STATEMENT) return undefined
  const statement = text.slice(utterances[from]!.start, question.start)
  const said = questionWords(textOf(text, question), 'nb').filter(({ content }) => content)
  const asked = { stems: [...said.map(({ stem }) => stem), ...questions[place.question]!.stems] }
  return isToInformant(statement, textOf(text, question)) && shared(statement, asked) > 0 ? from : undefined
}

/** How much of the content of some words a question has, 0 to 1. */
function shared(words: string, { stems }: Pick<SoughtQuestion, 'stems'>): number {
  const content = questionWords(words, 'nb').filter((word) => word.content)
  const known = content.filter(({ stem }) => stems.some((one) => one === stem || one.startsWith(stem.slice(0, 5)) || one.endsWith(stem)))
  return content.length === 0 ? 0 : known.length / content.length
}

/** From what stands before a question on its line, a number or a dash, to its end. */
function extent({ text, utterances }: Reading, from: number, to: number): Span {
  const { start } = utterances[from]!
  const line = lineSpan(text, start).start
  return { start: line < start && isLead(text.slice(line, start)) ? line : start, end: utterances[to]!.end }
}
/** Words on one line, whatever lines they stood on. */
function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}
function lineSpan(text: string, at: number): Span {
  const feed = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: feed < 0 ? text.length : feed }
}
function lastOfParagraph(utterances: readonly Utterance[], at: number): number {
  let last = at
  while (utterances[last + 1]?.paragraph === utterances[at]!.paragraph) last++
  return last
}

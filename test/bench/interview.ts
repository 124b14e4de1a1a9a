import type { Chance } from './chance.ts'
import type { CorpusShape } from './corpus.ts'
import { AT, type CorpusWriter } from './corpus-writer.ts'
import { type MadeTranscript, makeTranscript, type Turn } from './transcript.ts'

/** An interview to be written: the `nth` of its corpus, and what it hangs on. */
export type Interview = {
  shape: CorpusShape
  nth: number
  projectId: number
  coders: number[]
  codes: number[]
  attributes: { region: number; population: number }
  questions: number[]
}

/** A case with its attributes, its source with turns and answers, and the codings of two coders. */
export function writeInterview(writer: CorpusWriter, chance: Chance, interview: Interview): void {
  const { shape, nth, projectId } = interview
  const transcript = makeTranscript(chance, shape.words, shape.paragraphs)
  const name = `Interview ${String(nth).padStart(4, '0')}`
  writer.act(projectId, 1, 'import-sources', { count: 1 })
  const guid = writer.guid()
  const version_id = writer.version(guid, transcript.text)
  const original = { original_id: null, original_name: `${name}.txt` }
  const source = { guid, project_id: projectId, title: name, kind: 'interview', language: 'sv', position: nth, version_id, ...original, made_at: AT }
  const sourceId = writer.insert('source', source)
  const caseId = writer.insert('study_case', { guid: writer.guid(), project_id: projectId, name, position: nth })
  writer.insert('source_case', { source_id: sourceId, case_id: caseId })
  writeValues(writer, chance, caseId, interview)
  writeTurns(writer, sourceId, caseId, transcript)
  writeAnswers(writer, chance, { caseId, sourceId, questions: interview.questions, turns: transcript.turns })
  const kept: Kept = { quotations: new Map(), codings: new Set() }
  while (kept.codings.size < shape.codings) writeCoding(writer, chance, { ...interview, sourceId, text: transcript.text, kept })
}

function writeValues(writer: CorpusWriter, chance: Chance, case_id: number, { attributes }: Interview): void {
  const people = chance.whole(2_000, 90_000)
  writer.insert('attribute_value', { case_id, attribute_id: attributes.region, value: `Region ${chance.whole(1, 6)}`, number_value: null })
  writer.insert('attribute_value', { case_id, attribute_id: attributes.population, value: `${people}`, number_value: people })
}

function writeTurns(writer: CorpusWriter, source_id: number, caseId: number, { turns }: MadeTranscript): void {
  const speaker = (label: string, role: string, case_id: number | null) => writer.insert('speaker', { source_id, label, role, case_id })
  const ids = { Intervjuare: speaker('Intervjuare', 'interviewer', null), Informant: speaker('Informant', 'informant', caseId) }
  for (const turn of turns) {
    writer.insert('source_span', { source_id, kind: 'turn', start_offset: turn.start, end_offset: turn.end, speaker_id: ids[turn.speaker] })
    writer.insert('source_span', { source_id, kind: 'label', start_offset: turn.start, end_offset: turn.label, speaker_id: ids[turn.speaker] })
  }
}

type Asked = { caseId: number; sourceId: number; questions: number[]; turns: Turn[] }

function writeAnswers(writer: CorpusWriter, chance: Chance, { caseId, sourceId, questions, turns }: Asked): void {
  for (const [at, question_id] of questions.entries()) {
    const status = chance.pick(['answered', 'answered', 'answered', 'answered', 'unanswered', 'dont_know', 'not_asked'])
    const answer_id = writer.insert('answer', { case_id: caseId, question_id, status })
    const turn = turns[Math.floor((turns.length / 2 / questions.length) * at) * 2 + 1]
    if (status !== 'answered' || !turn) continue
    writer.insert('answer_span', { answer_id, source_id: sourceId, part: 1, start_offset: turn.label, end_offset: turn.end })
  }
}

/** What is written already: quotations by their span, codings by span, code and coder. */
type Kept = { quotations: Map<string, number>; codings: Set<string> }
type Coded = Interview & { sourceId: number; text: string; kept: Kept }

/**
 * Three of four codings are a sentence or two, the fourth is long: overlaps come by themselves. Begins and ends at words.
 * Where the draw meets a quotation that is there, it gets another code; the very same coding is not written twice.
 */
function writeCoding(writer: CorpusWriter, chance: Chance, { shape, projectId, coders, codes, sourceId, text, kept }: Coded): void {
  const reach = chance.next() < 0.75 ? chance.whole(30, shape.reach / 2) : chance.whole(shape.reach / 2, shape.reach)
  const start = wordAt(text, chance.whole(0, text.length - reach - 50))
  const end = Math.max(start + 1, wordAt(text, start + reach) - 1)
  const codeId = chance.pick(codes)
  const coderId = chance.pick(coders)
  const span = `${start}-${end}`
  const key = `${span} ${codeId} ${coderId}`
  if (kept.codings.has(key)) return
  kept.codings.add(key)
  writer.act(projectId, coderId, 'code-passage', { sourceId, codeId, count: 1 })
  const quotation_id =
    kept.quotations.get(span) ?? writer.insert('quotation', { guid: writer.guid(), source_id: sourceId, start_offset: start, end_offset: end })
  kept.quotations.set(span, quotation_id)
  writer.insert('coding', { guid: writer.guid(), quotation_id, code_id: codeId, coder_id: coderId, made_by: 'person', made_at: AT })
}

/** Where the next word begins. */
function wordAt(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  return space < 0 ? text.length : space + 1
}

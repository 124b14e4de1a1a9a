import fc from 'fast-check'
import { answerStatuses } from '../../src/domain/answer.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'

const LENGTH = 60
const at = '2026-03-04T09:00:00.000Z'
// Offsets on a coarse grid, so that spans often only touch.
const place = fc
  .tuple(
    fc.nat(11).map((n) => n * 5),
    fc.constantFrom(5, 10, 20),
  )
  .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) }))
const index = (below: number) => fc.nat(below - 1)

/** A small study with everything that counting depends on: a tree, cases with and without sources, speakers, overlapping turns and codings, answers. */
export const anyStudy = fc.record({
  parents: fc.array(fc.option(fc.nat(9), { freq: 2 }), { minLength: 2, maxLength: 6 }),
  sourceCases: fc.uniqueArray(fc.tuple(index(3), index(4)), { selector: ([source, one]) => source * 9 + one }),
  speakers: fc.array(fc.record({ source: index(3), one: fc.option(index(4)), role: fc.constantFrom('interviewer', 'informant', 'other') }), { maxLength: 4 }),
  turns: fc.array(fc.record({ place, speaker: fc.nat(9) }), { maxLength: 8, size: 'max' }),
  codings: fc.array(fc.record({ source: index(3), place, code: fc.nat(9), coder: index(2), made: fc.constantFrom('person', 'rule', 'import') }), {
    minLength: 8,
    maxLength: 16,
  }),
  regions: fc.array(fc.option(fc.constantFrom('North', 'South')), { minLength: 4, maxLength: 4 }),
  sizes: fc.array(fc.option(fc.integer({ min: -5, max: 40 })), { minLength: 4, maxLength: 4 }),
  questions: fc.array(fc.array(fc.nat(9), { maxLength: 2 }), { maxLength: 3 }),
  answers: fc.uniqueArray(
    fc.record({ one: index(4), question: index(3), status: fc.constantFrom(...answerStatuses), place: fc.option(place), source: index(3) }),
    {
      selector: ({ one, question }) => one * 9 + question,
    },
  ),
  memos: fc.array(fc.nat(24), { maxLength: 3 }),
  holes: fc.array(fc.record({ source: index(3), place, kind: fc.constantFrom('question', 'preamble', 'label') }), { maxLength: 4 }),
  findings: fc.uniqueArray(
    fc.record({ one: index(4), code: fc.option(fc.nat(9)), question: index(3), state: fc.option(fc.constantFrom('yes', 'no', 'partly')) }),
    { maxLength: 5, selector: ({ one, code, question }) => `${one} ${code === null ? `q${question}` : 'c'}` },
  ),
})
type Study = typeof anyStudy extends fc.Arbitrary<infer S> ? S : never

let made = 0
/** Keep the study in a project of its own: cases Case 0-3, sources Source 0-2, codes Code 0-5, coders You and Anna, attributes region and size. @returns its id */
export async function keepStudy(house: House, study: Study, text = 'so we said, and so it was. '.repeat(3)): Promise<{ projectId: number; slug: string }> {
  const slug = `study-${++made}`
  const known = await house.read.selectFrom('coder').selectAll().where('name', '=', 'Anna').executeTakeFirst()
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const guid = () => crypto.randomUUID()
    const anna = known?.id ?? (await ledger.insert('coder', { guid: guid(), name: 'Anna', made_at: at }))
    const projectId = await ledger.insert('project', { guid: guid(), slug, name: slug, language: 'en', made_at: at })
    const codes: number[] = []
    for (const [position, parent] of study.parents.entries()) {
      const parent_id = parent === null || codes.length === 0 ? null : codes[parent % codes.length]!
      codes.push(
        await ledger.insert('code', {
          guid: guid(),
          project_id: projectId,
          parent_id,
          label: `Code ${position}`,
          position,
          color: null,
          made_at: at,
          retired_at: null,
        }),
      )
    }
    const cases = await ledger.insertMany(
      'study_case',
      [0, 1, 2, 3].map((position) => ({ guid: guid(), project_id: projectId, name: `Case ${position}`, position })),
    )
    const sources: number[] = []
    for (const position of [0, 1, 2]) {
      const own = guid()
      const version_id = await keepVersion(ledger.trx, {
        sourceGuid: own,
        number: 1,
        text: text.slice(0, LENGTH),
        actId: ledger.actId,
      })
      const kind = position === 2 ? ('focus group' as const) : ('interview' as const)
      const head = { guid: own, project_id: projectId, title: `Source ${position}`, kind, language: 'en' as const, position, version_id }
      sources.push(await ledger.insert('source', { ...head, original_id: null, original_name: null, made_at: at }))
    }
    for (const [source, one] of study.sourceCases) await ledger.insert('source_case', { source_id: sources[source]!, case_id: cases[one]! })
    const speakers: { id: number; source: number }[] = []
    for (const [number, { source, one, role }] of study.speakers.entries()) {
      const values = { source_id: sources[source]!, label: `S${number}`, role: role as 'other', case_id: one === null ? null : cases[one]! }
      speakers.push({ id: await ledger.insert('speaker', values), source })
    }
    for (const turn of speakers.length > 0 ? study.turns : []) {
      const speaker = speakers[turn.speaker % speakers.length]!
      const span = { source_id: sources[speaker.source]!, kind: 'turn' as const, start_offset: turn.place.start, end_offset: turn.place.end }
      await ledger.insert('source_span', { ...span, speaker_id: speaker.id })
    }
    const quotations = new Map<string, number>()
    const kept = new Set<string>()
    const codings: number[] = []
    for (const { source, place: span, code, coder, made: made_by } of study.codings) {
      const key = `${source} ${span.start} ${span.end}`
      const values = { guid: guid(), source_id: sources[source]!, start_offset: span.start, end_offset: span.end }
      const quotation_id = quotations.get(key) ?? (await ledger.insert('quotation', values))
      quotations.set(key, quotation_id)
      const code_id = codes[code % codes.length]!
      const coder_id = coder === 0 ? 1 : anna
      if (kept.has(`${quotation_id} ${code_id} ${coder_id}`)) continue
      kept.add(`${quotation_id} ${code_id} ${coder_id}`)
      codings.push(await ledger.insert('coding', { guid: guid(), quotation_id, code_id, coder_id, made_by: made_by as 'rule', made_at: at }))
    }
    const region = await ledger.insert('attribute', { guid: guid(), project_id: projectId, name: 'region', type: 'category', position: 1 })
    const size = await ledger.insert('attribute', { guid: guid(), project_id: projectId, name: 'size', type: 'number', position: 2 })
    for (const [one, value] of study.regions.entries())
      if (value) await ledger.insert('attribute_value', { case_id: cases[one]!, attribute_id: region, value, number_value: null })
    for (const [one, value] of study.sizes.entries())
      if (value !== null) await ledger.insert('attribute_value', { case_id: cases[one]!, attribute_id: size, value: `${value}`, number_value: value })
    const guideId = await ledger.insert('guide', { guid: guid(), project_id: projectId, name: 'Guide' })
    const sectionId = await ledger.insert('guide_section', { guide_id: guideId, title: '', position: 1 })
    const questions: number[] = []
    for (const [number, links] of study.questions.entries()) {
      const questionId = await ledger.insert('question', { guid: guid(), section_id: sectionId, number: number + 1, text: `Question ${number}?` })
      questions.push(questionId)
      for (const code of new Set(links.map((link) => codes[link % codes.length]!)))
        await ledger.insert('question_theme', { question_id: questionId, code_id: code })
    }
    for (const answer of study.answers.filter(({ question }) => question < questions.length)) {
      const answerId = await ledger.insert('answer', { case_id: cases[answer.one]!, question_id: questions[answer.question]!, status: answer.status })
      const span = answer.place && { start_offset: answer.place.start, end_offset: answer.place.end }
      if (span) await ledger.insert('answer_span', { answer_id: answerId, source_id: sources[answer.source]!, part: 1, ...span })
    }
    for (const { source, place: span, kind } of study.holes)
      await ledger.insert('source_span', { source_id: sources[source]!, kind: kind as 'label', start_offset: span.start, end_offset: span.end })
    for (const { one, code, question, state } of study.findings) {
      if (code === null && question >= questions.length) continue
      const of = code === null ? { question_id: questions[question]! } : { code_id: codes[code % codes.length]! }
      await ledger.insert('finding', { guid: guid(), case_id: cases[one]!, code_id: null, question_id: null, state: state as 'yes' | null, ...of })
    }
    await ledger.insert('filter_set', { guid: guid(), project_id: projectId, name: 'Northern', filter: 'region:North OR code:"Code 0"' })
    await ledger.insert('filter_set', { guid: guid(), project_id: projectId, name: 'Nested', filter: '-set:northern coder:You' })
    for (const which of codings.length > 0 ? study.memos : []) {
      const target = { target_kind: 'coding' as const, target_id: codings[which % codings.length]! }
      await ledger.insert('memo', { guid: guid(), project_id: projectId, ...target, coder_id: 1, text: 'Why so?', made_at: at })
    }
    return projectId
  })
  return { projectId: result, slug }
}

const words = fc.constantFrom('said', '-was', '"so we"')
const leaf = (codes: number, withWords: boolean) =>
  fc.oneof(
    ...(withWords ? [words] : []),
    fc.nat(codes - 1).map((n) => `code:"Code ${n}"`),
    fc.nat(codes - 1).map((n) => `-code:"Code ${n}"`),
    index(4).map((n) => `case:"Case ${n}"`),
    index(3).map((n) => `source:"Source ${n}"`),
    fc.constantFrom('coder:Anna', 'coder:You', 'made:person', 'made:import', 'kind:"focus group"', 'memo:*', 'memo:why', 'from:2026-03-04', 'to:2026-03-03'),
    fc.constantFrom(
      'region:North',
      '"region":South',
      'size>3',
      'size:0..20',
      'size<=-1',
      'region:*',
      'case:*',
      'role:informant',
      'role:interviewer',
      'answer:answered',
      'state:yes',
      'state:*',
      '-state:no',
      'review:waiting',
      'set:Northern',
      '-set:"Nested"',
    ),
  )
/** A filter in text form that any such study of so many codes can be asked; `withWords`: also for words of its quotations. */
export const anyFilterText = (codes: number, withWords = true): fc.Arbitrary<string> => {
  const two = fc.tuple(leaf(codes, withWords), leaf(codes, withWords), fc.constantFrom(' ', ' OR ')).map(([a, b, word]) => `${a}${word}${b}`)
  return fc.oneof(
    fc.constant(''),
    leaf(codes, withWords),
    two,
    two.map((inside) => `-(${inside})`),
    fc.tuple(two, leaf(codes, withWords)).map(([a, b]) => `(${a}) ${b}`),
  )
}

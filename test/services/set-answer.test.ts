import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { type AnswerWish, type Correction, setAnswer } from '../../src/services/set-answer.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { findSource } from '../../src/storage/sources.ts'
import { INTERVIEWS, openGuideStudy, pictureOf, toldAnswers, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()
const text = INTERVIEWS['Granby']!

async function open() {
  const { house } = await openTestHouse({ pool: shared })
  const study = await openGuideStudy(house)
  await findAnswers(house, wordForWord(), { projectId: study.projectId, coderId: 1 })
  const correct = (number: number, correction: Correction, name = 'Granby', shown?: AnswerWish['shown']) => {
    const wish = { projectId: study.projectId, coderId: 1, caseId: study.caseOf(name), questionId: study.questionOf(number), correction }
    return setAnswer(house, { ...wish, ...(shown && { shown }) })
  }
  const told = async (number: number, name = 'Granby') => (await toldAnswers(house)).find((one) => one.startsWith(`${name} ${number} `))
  return { house, ...study, correct, told, where: { projectId: study.projectId, actorId: 1 } }
}
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('an edge goes by words and paragraphs, keeps what is written against a word, and is undone step by step', async () => {
  const { house, correct, told, where } = await open()
  const before = await pictureOf(house)
  await correct(1, { do: 'step', part: 1, edge: 'start', by: 'word', steps: 3 })
  expect(await told(1)).toBe('Granby 1 answered person | och jag trivs.')
  await correct(1, { do: 'step', part: 1, edge: 'end', by: 'word', steps: -1 })
  expect(await told(1)).toBe('Granby 1 answered person | och jag')
  await correct(1, { do: 'step', part: 1, edge: 'end', by: 'paragraph', steps: 2 })
  expect(await told(1)).toBe('Granby 1 answered person | och jag trivs.\nVad gör du om dagarna? Snickrar 🪚 mest.')
  await correct(1, { do: 'place', part: 1, sourceId: 1, from: { paragraph: 3, word: 6 }, to: { paragraph: 3, word: 99 } })
  expect(await told(1)).toBe('Granby 1 answered person | Snickrar 🪚 mest.')
  for (let left = 4; left > 0; left--) await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
})

test('parts are added, assigned to another question and removed; those that touch are one', async () => {
  const { house, correct, told, sourceOf, questionOf, where } = await open()
  const sourceId = sourceOf('Granby')
  await correct(3, { do: 'add', sourceId, span: spanOf(' trivs.') })
  expect(await told(3)).toBe('Granby 3 answered person | trivs. | Ja, den gamla mejeriet.')
  await correct(3, { do: 'add', sourceId, span: spanOf('jag trivs') })
  expect(await told(3)).toBe('Granby 3 answered person | jag trivs. | Ja, den gamla mejeriet.')
  const before = await pictureOf(house)
  await correct(3, { do: 'assign', part: 2, questionId: questionOf(4) })
  expect([await told(3), await told(4)]).toEqual(['Granby 3 answered person | jag trivs.', 'Granby 4 dont_know person | Ja, den gamla mejeriet. | Vet inte.'])
  await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
  await correct(3, { do: 'remove', part: 1 })
  await correct(3, { do: 'remove', part: 1 })
  expect(await told(3)).toBe('Granby 3 unanswered person')
})

test('a state is said, with or without words; "this is right" takes it over as it is', async () => {
  const { house, correct, told, where } = await open()
  await correct(2, { do: 'right' }, 'Sjöändan')
  expect(await told(2, 'Sjöändan')).toBe('Sjöändan 2 answered person | ~Sköter hamnen.')
  expect(await house.read.selectFrom('answer').select('confidence').where('made_by', '=', 'person').execute()).toEqual([{ confidence: null }])
  await correct(2, { do: 'status', status: 'dont_know' }, 'Sjöändan')
  expect(await told(2, 'Sjöändan')).toBe('Sjöändan 2 dont_know person | ~Sköter hamnen.')
  await correct(2, { do: 'status', status: 'not_asked' }, 'Sjöändan')
  expect(await told(2, 'Sjöändan')).toBe('Sjöändan 2 not_asked person')
  await undo(house, where)
  expect(await told(2, 'Sjöändan')).toBe('Sjöändan 2 dont_know person | ~Sköter hamnen.')
  await expect(correct(3, { do: 'status', status: 'answered' }, 'Furuvik')).rejects.toMatchObject({ key: 'refusal.answer-no-words' })
})

test('where a question was not put after all, its words are words again; where an answer begins later, its question reaches on', async () => {
  const { house, correct } = await open()
  const asked = async () => {
    const rows = await house.read.selectFrom('source_span').selectAll().where('kind', '=', 'question').orderBy('id').execute()
    const source = await house.read.selectFrom('source').select('id').where('title', '=', 'Granby').executeTakeFirstOrThrow()
    return rows.filter((row) => row.source_id === source.id).map((row) => text.slice(row.start_offset, row.end_offset).trim())
  }
  await correct(1, { do: 'step', part: 1, edge: 'start', by: 'word', steps: 1 })
  expect((await asked())[0]).toBe('Hur länge har du bott här? I')
  await correct(3, { do: 'status', status: 'not_asked' })
  expect(await asked()).toEqual(['Hur länge har du bott här? I', 'Vad gör du om dagarna?', 'Vem betalar hyran?'])
})

test('what is not there, not the case’s or without words is refused and changes nothing', async () => {
  const { house, correct, sourceOf } = await open()
  const before = await pictureOf(house)
  const sourceId = sourceOf('Granby')
  for (const [correction, key] of [
    [{ do: 'move', part: 2, span: { start: 0, end: 3 } }, 'refusal.no-answer-part'],
    [{ do: 'move', part: 1, span: { start: 5, end: 5 } }, 'refusal.answer-empty'],
    [{ do: 'move', part: 1, span: { start: 5, end: 99_999 } }, 'refusal.outside-text'],
    [{ do: 'step', part: 1, edge: 'start', by: 'word', steps: 400 }, 'refusal.answer-empty'],
    [{ do: 'add', sourceId: sourceOf('Furuvik'), span: { start: 0, end: 3 } }, 'refusal.no-source'],
    [{ do: 'place', part: null, sourceId, from: { paragraph: 70, word: 1 }, to: { paragraph: 71, word: 1 } }, 'refusal.no-paragraph'],
    [{ do: 'assign', part: 1, questionId: 4711 }, 'refusal.no-question'],
  ] as [Correction, string][])
    await expect(correct(1, correction), key).rejects.toMatchObject({ key })
  expect(await pictureOf(house)).toBe(before)
})

const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ do: fc.constant('status' as const), status: fc.constantFrom('answered', 'unanswered', 'dont_know', 'not_asked') }),
  fc.record({
    do: fc.constant('step' as const),
    part: fc.constantFrom(1, 2),
    edge: fc.constantFrom('start', 'end'),
    by: fc.constantFrom('word', 'paragraph'),
    steps: fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0),
  }),
  fc.record({ do: fc.constant('remove' as const), part: fc.constantFrom(1, 2) }),
  fc.record({ do: fc.constant('assign' as const), part: fc.constantFrom(1, 2), questionId: fc.constantFrom(1, 2, 3, 4) }),
  fc
    .tuple(fc.nat(150), fc.nat(40))
    .map(([start, length]) => ({ do: 'add' as const, sourceId: 2, span: { start, end: Math.min(text.length, start + length) } })),
) as fc.Arbitrary<Correction>

test('any corrections: parts lie within the text in order, statuses agree with them, and undo of all restores', async () => {
  const { house, correct, where } = await open()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(1, 2, 3, 4), correction), { maxLength: 10 }), async (steps) => {
      const before = await pictureOf(house)
      let done = 0
      for (const [number, one] of steps)
        done += await correct(number, one).then(Number, (error) => {
          if (!(error instanceof Refusal)) throw error
          return 0
        })
      await checkAnswers(house)
      const after = await pictureOf(house)
      for (let left = done; left > 0; left--) await undo(house, where)
      expect(await pictureOf(house)).toBe(before)
      for (let left = done; left > 0; left--) await redo(house, where)
      expect(await pictureOf(house)).toBe(after)
      for (let left = done; left > 0; left--) await undo(house, where)
    }),
    { numRuns: 40 },
  )
})

async function checkAnswers(house: Parameters<typeof pictureOf>[0]): Promise<void> {
  for (const answer of await house.read.selectFrom('answer').selectAll().execute()) {
    const parts = await house.read.selectFrom('answer_span').selectAll().where('answer_id', '=', answer.id).orderBy('part').execute()
    expect(parts.map((part) => part.part)).toEqual(parts.map((_, at) => at + 1))
    if (answer.status === 'answered') expect(parts.length).toBeGreaterThan(0)
    if (answer.status === 'unanswered' || answer.status === 'not_asked') expect(parts).toEqual([])
    for (const [at, part] of parts.entries()) if (at > 0) expect(part.start_offset).toBeGreaterThan(parts[at - 1]!.end_offset - 1)
  }
}

test('words that were selected before the text was corrected are carried; places counted in another text are refused', async () => {
  const { house, correct, told, projectId, sourceOf } = await open()
  const sourceId = sourceOf('Granby')
  const shown = { sourceId, versionId: (await findSource(house.read, projectId, sourceId))!.versionId }
  const paragraph = { start: 0, end: text.indexOf('\n') }
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId: shown.versionId, paragraph, text: 'Nu spelar vi in det här samtalet.' })
  await correct(3, { do: 'add', sourceId, span: spanOf('jag trivs') }, 'Granby', shown)
  expect(await told(3)).toBe('Granby 3 answered person | jag trivs | Ja, den gamla mejeriet.')
  await correct(3, { do: 'move', part: 1, span: spanOf('tolv år') }, 'Granby', shown)
  expect(await told(3)).toBe('Granby 3 answered person | tolv år | Ja, den gamla mejeriet.')
  const place = { do: 'place', part: 1, sourceId, from: { paragraph: 2, word: 1 }, to: { paragraph: 2, word: 3 } } as const
  await expect(correct(3, place, 'Granby', shown)).rejects.toMatchObject({ key: 'refusal.text-moved' })
})

test('where the page showed a source that is not the case’s, nothing is done', async () => {
  const { house, correct, sourceOf } = await open()
  const before = await pictureOf(house)
  await expect(correct(1, { do: 'status', status: 'unanswered' }, 'Granby', { sourceId: sourceOf('Furuvik'), versionId: undefined })).rejects.toMatchObject({
    key: 'refusal.no-source',
  })
  expect(await pictureOf(house)).toBe(before)
})

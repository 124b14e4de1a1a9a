import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readCase } from '../../src/services/read-cases.ts'
import { dropReview, settleReview } from '../../src/services/settle-review.ts'
import { undo } from '../../src/services/undo.ts'
import { openGuideStudy, toldAnswers, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()

/** Of three interviews in which question 3 is answered twice, one answer's words wait: the paragraph that they were is another now. */
async function openWaiting() {
  const opened = await openTestHouse({ pool: shared })
  const { house, get } = opened
  const study = await openGuideStudy(house)
  const { projectId, sourceOf, caseOf } = study
  const wish = { projectId, coderId: 1 }
  await findAnswers(house, wordForWord(), wish)
  const { versionId, text } = await house.read
    .selectFrom('source')
    .innerJoin('source_version as version', 'version.id', 'source.version_id')
    .select(['version.id as versionId', 'version.text'])
    .where('source.id', '=', sourceOf('Sjöändan'))
    .executeTakeFirstOrThrow()
  const paragraph = paragraphsOf(text).find(({ start, end }) => text.slice(start, end).includes('Nej.'))!
  const edited = { ...wish, sourceId: sourceOf('Sjöändan'), versionId, paragraph }
  await editParagraph(house, { ...edited, text: 'Finns det lokaler? Jo, numera finns det gott om dem, både nere i hamnen och uppe vid den gamla skolan.' })
  const [review] = await house.read.selectFrom('carry_review').select(['id', 'kind']).execute()
  expect(review?.kind).toBe('answer')
  const team = async () => (await readFrequencies(house.read, { projectId, filter: '', split: '' })).themes.find((one) => one.code.label === 'Team')!.whole
  const take = async (what: string, format: string) => {
    const input = { project: { id: projectId, slug: 'night-shift', name: 'Night shift' }, filter: '', language: 'en', options: {} } as const
    const file = await findExporter(what, format)(house.read, input)
    return JSON.parse(`${file.bytes}`) as Record<string, unknown>[]
  }
  const codeIt = async () => {
    const selection = { start: 0, end: 'Vad gör du'.length }
    await codePassage(house, { ...wish, sourceId: sourceOf('Sjöändan'), codeIds: [study.teamId], selection })
  }
  return { ...opened, ...study, codeIt, wish, reviewId: review!.id, team, take, get, caseId: caseOf('Sjöändan'), where: { projectId, actorId: 1 } }
}

test('an answer whose words all wait is in no count, and what shows the count says that it waits', async () => {
  const { house, projectId, team, take, get, caseId, questionOf } = await openWaiting()
  const whole = await team()
  expect([whole.base, whole.standings]).toEqual([2, { answered: 1, unanswered: 1, dont_know: 0, not_asked: 0, no_source: 0, outside_guide: 0 }])
  expect(whole.units.filter((unit) => unit.standing === 'waiting').map((unit) => unit.name)).toEqual(['Sjöändan'])
  expect((await take('frequencies', 'json')).find((row) => row['theme'] === 'Team')).toMatchObject({ asked: 2, cases_waiting: 1, quotations_waiting: 0 })
  const rows = (await take('answers', 'json')).filter((row) => row['question'] === 'Finns det lokaler?')
  expect(rows.map((row) => [row['case'], row['status'], row['part']])).toEqual([
    ['Granby', 'answered', 1],
    ['Furuvik', 'unanswered', null],
    ['Sjöändan', 'waiting', null],
  ])
  const { answers } = await readCase(house, projectId, caseId)
  expect(answers.find((answer) => answer.questionId === questionOf(3))?.status).toBe('waiting')
  const page = (await (await get('/projects/night-shift/answers')).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(page).toContain('1 of 2 asked 1 waits for review')
  expect(await (await get('/projects/night-shift/frequencies')).text()).toContain('1 waiting for review')
})

test('a case that is coded and whose answer waits is not said to be unasked', async () => {
  const { codeIt, get } = await openWaiting()
  await codeIt()
  for (const page of ['frequencies', 'matrix']) {
    const html = await (await get(`/projects/night-shift/${page}`)).text()
    expect(html).toContain('1 waiting for review')
    expect(html).not.toContain('without being asked')
  }
})

test('laid again it counts as it did; let go, the question was put and not answered; undo of either lets it wait again', async () => {
  const { house, wish, reviewId, team, where } = await openWaiting()
  const counts = async () => [(await team()).base, (await team()).standings.answered, (await toldAnswers(house)).find((one) => one.startsWith('Sjöändan 3'))]
  const waits = await counts()
  expect(waits).toEqual([2, 1, 'Sjöändan 3 answered rule'])
  await settleReview(house, { ...wish, reviewId, placing: { at: 'words', from: 'Jo, numera', to: 'skolan.' } })
  expect((await counts()).slice(0, 2)).toEqual([3, 2])
  await undo(house, where)
  expect(await counts()).toEqual(waits)
  await dropReview(house, { ...wish, reviewId, why: 'another answer' })
  expect(await counts()).toEqual([3, 1, 'Sjöändan 3 unanswered person'])
  await undo(house, where)
  expect(await counts()).toEqual(waits)
})

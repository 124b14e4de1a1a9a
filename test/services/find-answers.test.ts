import { expect, test } from 'vitest'
import { informantSpans } from '../../src/domain/informant-words.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { importGuide } from '../../src/services/import-guide.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { leaveGuide } from '../../src/services/leave-guide.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { setAnswer } from '../../src/services/set-answer.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import { listSourceSpans } from '../../src/storage/source-spans.ts'
import { INTERVIEWS, namesOf, openGuideStudy, pictureOf, readSource, toldAnswers, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()
const pool = wordForWord()
async function open() {
  const { house } = await openTestHouse({ pool: shared })
  const study = await openGuideStudy(house)
  const acts = async () =>
    Number(
      (
        await house.read
          .selectFrom('act')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { house, ...study, where: { projectId: study.projectId, actorId: 1 }, wish: { projectId: study.projectId, coderId: 1 }, acts }
}

const FOUND = [
  'Granby 1 answered rule | I tolv år, och jag trivs.',
  'Granby 2 answered rule | Snickrar 🪚 mest.',
  'Granby 3 answered rule | Ja, den gamla mejeriet.',
  'Granby 4 dont_know rule | Vet inte.',
  'Furuvik 1 answered rule | Sen i våras.',
  'Furuvik 2 not_asked rule',
  'Furuvik 3 unanswered rule',
  'Furuvik 4 answered rule | Föreningen, än så länge.',
  'Sjöändan 1 not_asked rule',
  'Sjöändan 2 answered rule | ~Sköter hamnen.',
  'Sjöändan 3 answered rule | Nej.',
  'Sjöändan 4 not_asked rule',
]

test('answers are found in one act, which undo takes back whole and redo brings again', async () => {
  const { house, wish, where, acts } = await open()
  const [before, count] = [await pictureOf(house), await acts()]
  const progress: number[][] = []
  const found = await findAnswers(house, pool, wish, { onProgress: (...seen) => progress.push(seen) })
  expect(found).toEqual({ sources: 3, asked: 9, low: 1, without: ['Nurse 01'], caseless: [], late: [], cancelled: false, changed: true })
  expect(progress.at(-1)).toEqual([4, 4])
  expect(await toldAnswers(house)).toEqual(FOUND)
  expect(await acts()).toBe(count + 1)
  const after = await pictureOf(house)
  await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
  await redo(house, where)
  expect(await pictureOf(house)).toBe(after)
})

test('a second look that finds the same changes nothing, and leaves no act to undo', async () => {
  const { house, wish, acts } = await open()
  await findAnswers(house, pool, wish)
  const [before, count] = [await pictureOf(house), await acts()]
  expect(await findAnswers(house, pool, wish)).toMatchObject({ asked: 9, changed: false })
  expect([await pictureOf(house), await acts()]).toEqual([before, count])
})

test('what a person has said is right is not told as something to look at', async () => {
  const { house, wish, caseOf, questionOf } = await open()
  expect((await findAnswers(house, pool, wish)).low).toBe(1)
  await setAnswer(house, { ...wish, caseId: caseOf('Sjöändan'), questionId: questionOf(2), correction: { do: 'right' } })
  expect((await findAnswers(house, pool, wish)).low).toBe(0)
})

test('what a person said stays, the rest is found anew', async () => {
  const { house, wish, caseOf, questionOf, sourceOf } = await open()
  await findAnswers(house, pool, wish)
  const granby = { ...wish, caseId: caseOf('Granby') }
  await setAnswer(house, { ...granby, questionId: questionOf(1), correction: { do: 'status', status: 'unanswered' } })
  await setAnswer(house, { ...granby, questionId: questionOf(2), correction: { do: 'right' } })
  await perform(house.write, { ...wish, actorId: 1, kind: 'edit-case' }, async (ledger) => {
    for (const { id } of await house.read.selectFrom('answer').select('id').where('made_by', '=', 'rule').execute())
      await ledger.update('answer', id, { status: 'unanswered', confidence: 0.1 })
  })
  await findAnswers(house, pool, { ...wish, sourceIds: [sourceOf('Granby')] })
  expect((await toldAnswers(house)).slice(0, 5)).toEqual([
    'Granby 1 unanswered person',
    'Granby 2 answered person | Snickrar 🪚 mest.',
    FOUND[2],
    FOUND[3],
    'Furuvik 1 unanswered rule | Sen i våras.',
  ])
})

test('questions and preambles are not the informant’s words, and give way to what a person says is an answer', async () => {
  const { house, wish, caseOf, sourceOf, questionOf } = await open()
  await findAnswers(house, pool, wish)
  const sourceId = sourceOf('Granby')
  const text = (await house.read.selectFrom('source_version').select('text').where('text', 'like', 'Vi spelar%').executeTakeFirstOrThrow()).text
  const said = async () =>
    informantSpans(text, await listSourceSpans(house.read, [sourceId]))
      .map(({ start, end }) => text.slice(start, end).trim())
      .filter((words) => words !== '')
  expect(await said()).toEqual(['I tolv år, och jag trivs.', 'Snickrar 🪚 mest.', 'Ja, den gamla mejeriet.', 'Vet inte.'])
  const start = text.indexOf('om dagarna?')
  const correction = { do: 'move', part: 1, span: { start, end: text.indexOf(' mest') } } as const
  await setAnswer(house, { ...wish, caseId: caseOf('Granby'), questionId: questionOf(2), correction })
  expect(await said()).toContain('om dagarna? Snickrar 🪚 mest.')
  await findAnswers(house, pool, wish)
  expect(await said()).toContain('om dagarna? Snickrar 🪚 mest.')
  expect((await toldAnswers(house))[1]).toBe('Granby 2 answered person | om dagarna? Snickrar 🪚')
})

test('filters by question, answer and role see what was found', async () => {
  const { house, wish, projectId, sourceOf, teamId } = await open()
  await findAnswers(house, pool, wish)
  const text = INTERVIEWS['Granby']!
  for (const words of ['Snickrar', 'dagarna?', 'Vet inte', 'spelar in']) {
    const selection = { start: text.indexOf(words), end: text.indexOf(words) + words.length }
    await codePassage(house, { ...wish, sourceId: sourceOf('Granby'), codeIds: [teamId], selection })
  }
  const found = async (filter: string) => (await readQuotations(house.read, { projectId, filter })).total.quotations
  expect([await found(''), await found('question:2'), await found('question:3'), await found('answer:dont_know'), await found('answer:unanswered')]).toEqual([
    4, 1, 0, 1, 0,
  ])
  expect([await found('role:informant'), await found('-role:informant')]).toEqual([2, 2])
})

test('each speaker of a focus group has the answers inside its own turns', async () => {
  const { house, wish, projectId } = await open()
  const text = 'M: Hur länge har du bott här?\nAnna: Länge.\nBo: Jag kom i går.\nM: Finns det lokaler?\nBo: Nej.'
  const turn = (label: string, words: string, from = 0) =>
    ({ kind: 'turn', speaker: label, start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length }) as const
  const spans = [
    turn('M', 'M: Hur länge har du bott här?'),
    turn('Anna', 'Anna: Länge.'),
    turn('Bo', 'Bo: Jag kom i går.'),
    turn('M', 'M: Finns det lokaler?'),
    turn('Bo', 'Bo: Nej.'),
  ]
  const speakers = [{ label: 'M', role: 'interviewer' } as const, { label: 'Anna', role: 'informant' } as const, { label: 'Bo', role: 'informant' } as const]
  await importSources(house, { ...wish, sources: [readSource('Gruppen', text, { kind: 'focus group', caseName: null, speakers, spans })] })
  await perform(house.write, { projectId, actorId: 1, kind: 'set-speaker' }, async (ledger) => {
    for (const name of ['Anna', 'Bo']) {
      const caseId = await ledger.insert('study_case', { guid: crypto.randomUUID(), project_id: projectId, name, position: 50 })
      const speaker = await ledger.trx.selectFrom('speaker').select('id').where('label', '=', name).executeTakeFirstOrThrow()
      await ledger.update('speaker', speaker.id, { case_id: caseId })
    }
  })
  const { sourceOf } = await namesOf(house, projectId)
  await findAnswers(house, pool, { ...wish, sourceIds: [sourceOf('Gruppen')] })
  const told = await toldAnswers(house)
  expect(told.filter((one) => one.startsWith('Anna'))).toEqual([
    'Anna 1 answered rule | Anna: Länge.',
    'Anna 2 not_asked rule',
    'Anna 3 unanswered rule',
    'Anna 4 not_asked rule',
  ])
  expect(told.filter((one) => one.startsWith('Bo '))).toEqual([
    'Bo 1 answered rule | Bo: Jag kom i går.',
    'Bo 2 not_asked rule',
    'Bo 3 answered rule | Bo: Nej.',
    'Bo 4 not_asked rule',
  ])
})

test('a case with two interviews has the better status and the parts of both; one taken away takes its own', async () => {
  const { house, wish, where, projectId } = await open()
  const again = 'Vad gör du om dagarna? Snickrar fortfarande.\nVem betalar hyran? Kommunen.\nFinns det lokaler?'
  await importSources(house, { ...wish, sources: [readSource('Granby igen', again, { caseName: 'Granby' })] })
  await findAnswers(house, pool, wish)
  const granby = async () => (await toldAnswers(house)).filter((one) => one.startsWith('Granby'))
  const both = [
    'Granby 1 answered rule | I tolv år, och jag trivs.',
    'Granby 2 answered rule | Snickrar 🪚 mest. | Snickrar fortfarande.',
    FOUND[2],
    'Granby 4 answered rule | Vet inte. | Kommunen.',
  ]
  expect(await granby()).toEqual(both)
  const before = await pictureOf(house)
  const { sourceOf } = await namesOf(house, projectId)
  await removeSource(house, { ...wish, sourceId: sourceOf('Granby') })
  expect(await granby()).toEqual(['Granby 2 answered rule | Snickrar fortfarande.', 'Granby 4 answered rule | Kommunen.'])
  await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
  await findAnswers(house, pool, { ...wish, sourceIds: [sourceOf('Granby igen')] })
  expect(await granby()).toEqual(both)
})

test('of several guides each source follows the one that fits best, unless one is chosen; leaving it takes what was found', async () => {
  const { house, wish, guideId, sourceOf, where } = await open()
  const other = await importGuide(house, { ...wish, name: 'Hamnar', text: '1. Vad gör du om dagarna?\n2. Finns det lokaler?' })
  await findAnswers(house, pool, wish)
  const followed = async () =>
    Object.fromEntries((await house.read.selectFrom('source').select(['title', 'guide_id']).execute()).map((row) => [row.title, row.guide_id]))
  expect(await followed()).toEqual({ 'Nurse 01': null, Granby: guideId, Furuvik: guideId, Sjöändan: other.guideId })
  await findAnswers(house, pool, { ...wish, sourceIds: [sourceOf('Granby')], guideId: other.guideId })
  expect((await followed())['Granby']).toBe(other.guideId)
  expect((await toldAnswers(house)).filter((one) => one.startsWith('Granby'))).toEqual([
    'Granby 1 answered rule | Snickrar 🪚 mest.',
    'Granby 2 answered rule | Ja, den gamla mejeriet.\nVem betalar hyran? Vet inte.',
  ])
  await undo(house, where)
  await leaveGuide(house, { ...wish, sourceId: sourceOf('Granby') })
  expect([(await followed())['Granby'], (await toldAnswers(house)).filter((one) => one.startsWith('Granby'))]).toEqual([null, []])
  expect((await listSourceSpans(house.read, [sourceOf('Granby')])).length).toBe(0)
})

test('a theme’s denominator is of those asked', async () => {
  const { house, wish, projectId } = await open()
  await findAnswers(house, pool, wish)
  const { themes } = await readFrequencies(house.read, { projectId, filter: '', split: '' })
  const team = themes.find((theme) => theme.code.label === 'Team')!
  expect(team.basis).toBe('asked')
  expect(team.whole.standings).toEqual({ answered: 2, unanswered: 1, dont_know: 0, not_asked: 0, no_source: 0, outside_guide: 0 })
})

test('others are let in between the sources while what was found is kept', async () => {
  const { house, wish } = await open()
  let turns = 0
  let wanted = true
  const tick = () => {
    turns++
    if (wanted) setImmediate(tick)
  }
  setImmediate(tick)
  await findAnswers(house, pool, wish)
  wanted = false
  expect(turns).toBeGreaterThanOrEqual(4)
})

test('a cancelled look keeps nothing; a project without a guide is refused', async () => {
  const { house, wish, acts } = await open()
  const count = await acts()
  expect(await findAnswers(house, pool, wish, { isCancelled: () => true })).toMatchObject({ cancelled: true })
  expect([await acts(), await toldAnswers(house)]).toEqual([count, []])
  await expect(findAnswers(house, pool, { ...wish, guideId: 99 })).rejects.toMatchObject({ key: 'refusal.no-guide' })
  await expect(findAnswers(house, pool, { projectId: 2, coderId: 1 })).rejects.toMatchObject({ key: 'refusal.no-guides' })
})

test('a source that takes too long is left as it was and said, and the others are looked through', async () => {
  const { house, wish, sourceOf } = await open()
  await findAnswers(house, pool, wish)
  const slow = {
    run: async (name: string, input: unknown) => {
      const { interview } = input as { interview: { text: string } }
      if (interview.text === INTERVIEWS['Granby']) throw new Refusal('invalid', 'refusal.took-too-long', { seconds: 30 })
      return pool.run(name, input)
    },
  }
  const found = await findAnswers(house, slow, wish)
  expect(found).toMatchObject({ sources: 2, late: ['Granby'], without: ['Nurse 01'] })
  expect(await toldAnswers(house)).toEqual(FOUND)
  await expect(findAnswers(house, slow, { ...wish, sourceIds: [sourceOf('Granby')] })).rejects.toMatchObject({ key: 'refusal.took-too-long' })
})

import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { dismissPassage } from '../../src/services/dismiss-passage.ts'
import { findSimilar } from '../../src/services/find-similar.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { removeCode } from '../../src/services/remove-code.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const about = [
  'The night was long and I could not sleep before the shift.',
  'After a night shift sleep comes late, I sleep in the morning.',
  'When sleep is short the next night shift is worse.',
]
const others = Array.from({ length: 30 }, (_, nth) => `The ward has ${nth} beds and the manager ordered new chairs for the kitchen, number ${nth}.`)
const likely = 'My children wake me, so sleep between two shifts is broken. The kitchen is far away.'
const text = [...about, ...others, likely].join('\n')

async function nightShift() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  for (const words of about) {
    const start = text.indexOf(words)
    const selection = { start, end: start + words.length }
    await codePassage(opened.house, { projectId: study.projectId, sourceId: study.sourceId, coderId: 1, codeIds: [study.sleepId], selection })
  }
  const similar = (without: string[] = [], codeId = study.sleepId) => findSimilar(opened, { projectId: study.projectId, codeId, without })
  const dismiss = (codeId = study.sleepId) =>
    dismissPassage(opened.house, { projectId: study.projectId, coderId: 1, codeId, sourceId: study.sourceId, paragraph: 34 })
  return { ...opened, study, similar, dismiss }
}

test('the passages most like those coded, by the words that mark them; those that have the code are not shown', async () => {
  const { similar } = await nightShift()
  const found = await similar()
  expect(found.words.map(({ word }) => word)).toContain('sleep')
  expect(found.words.map(({ word }) => word)).not.toContain('kitchen')
  expect(found.passages.map(({ paragraph }) => paragraph)).toEqual([34])
  const [passage] = found.passages
  expect(passage!.reasons).toContain('sleep')
  expect(text.slice(passage!.sentence.start, passage!.sentence.end)).toBe('My children wake me, so sleep between two shifts is broken.')
})

test('a word can be left out; a code without quotations has no words and finds nothing', async () => {
  const { similar, study } = await nightShift()
  const { words } = await similar()
  const left = await similar(words.map(({ word }) => word))
  expect([left.words, left.passages]).toEqual([[], []])
  expect((await similar([], study.teamId)).passages).toEqual([])
})

test('what is dismissed stays away, for that code alone, until it is undone; merging takes it along, removing lets it go', async () => {
  const { house, similar, dismiss, study } = await nightShift()
  const rows = () => house.read.selectFrom('dismissal').select(['code_id']).execute()
  await dismiss()
  await dismiss()
  expect(await similar()).toMatchObject({ passages: [], dismissed: 1 })
  await undo(house, { projectId: study.projectId, actorId: 1 })
  expect((await similar()).passages).toHaveLength(1)
  await dismiss()
  await mergeCodes(house, { projectId: study.projectId, coderId: 1, codeId: study.sleepId, intoId: study.teamId })
  expect(await rows()).toEqual([{ code_id: study.teamId }])
  await undo(house, { projectId: study.projectId, actorId: 1 })
  expect(await rows()).toEqual([{ code_id: study.sleepId }])
  await dismiss(study.teamId)
  await removeCode(house, { projectId: study.projectId, coderId: 1, codeId: study.teamId })
  expect(await rows()).toEqual([{ code_id: study.sleepId }])
  await removeSource(house, { projectId: study.projectId, sourceId: study.sourceId, coderId: 1 })
  expect(await rows()).toEqual([])
  await undo(house, { projectId: study.projectId, actorId: 1 })
  expect(await rows()).toEqual([{ code_id: study.sleepId }])
})

test('on the page one is coded and another dismissed, each undone, with and without a script', async () => {
  const { get, post, study } = await nightShift()
  const at = `/projects/night-shift/codes/${study.sleepId}/similar`
  const page = await (await get(at)).text()
  expect(page).toContain('found by: ')
  const fields = Object.fromEntries(
    [...page.matchAll(/name="(sourceId|version|paragraph|start|end|without)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
  const dismissed = await (await post(`${at}/dismissals`, fields)).text()
  expect(dismissed).toContain('is not shown for Sleep any more')
  expect(dismissed).toContain('1 is dismissed')
  await post('/projects/night-shift/undo', { back: '/' })
  const coded = await post(`${at}/codings`, fields, {})
  expect([coded.status, coded.headers.get('Location')]).toEqual([303, at])
  expect(await (await get(at)).text()).toContain('No paragraph without the code')
  expect((await get('/projects/night-shift/codes/999/similar')).status).toBe(404)
  expect((await post(`${at}/dismissals`, { ...fields, sourceId: 999 })).status).toBe(404)
})

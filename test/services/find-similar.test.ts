import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { dismissPassage } from '../../src/services/dismiss-passage.ts'
import { findSimilar } from '../../src/services/find-similar.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { removeCode } from '../../src/services/remove-code.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
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
  expect(passage!.reasons.map(({ word }) => word)).toContain('sleep')
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
    [...page.matchAll(/name="(sourceId|version|paragraph|start|end|without|words)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
  const dismissed = await (await post(`${at}/dismissals`, fields)).text()
  expect(dismissed).toContain('is not shown for Sleep any more')
  expect(dismissed).toContain('1 is dismissed')
  await post('/projects/night-shift/undo', { back: '/' })
  const coded = await post(`${at}/codings`, fields, {})
  expect([coded.status, coded.headers.get('Location')]).toEqual([303, expect.stringContaining(`${at}?words=`)])
  expect(await (await get(at)).text()).toContain('No paragraph without the code')
  expect((await get('/projects/night-shift/codes/999/similar')).status).toBe(404)
  expect((await post(`${at}/dismissals`, { ...fields, sourceId: 999 })).status).toBe(404)
})

test('while one is coded and another dismissed the list goes on by the same words; its number, head and reasons agree', async () => {
  const opened = await openTestHouse()
  const many = Array.from({ length: 6 }, (_, nth) => `We slept badly on ward ${nth}, and sleeping by day on a shift is hard.`)
  const study = await seedSmallStudy(opened.house, [...about, ...others, ...many].join('\n'))
  const whole = [...about, ...others, ...many].join('\n')
  for (const words of about) {
    const selection = { start: whole.indexOf(words), end: whole.indexOf(words) + words.length }
    await codePassage(opened.house, { projectId: study.projectId, sourceId: study.sourceId, coderId: 1, codeIds: [study.sleepId], selection })
  }
  const at = `/projects/night-shift/codes/${study.sleepId}/similar`
  const read = (html: string) => {
    const head = [...html.matchAll(/<b[^>]*>([^<]*)<\/b>\s*<a class="quiet"/g)].map(([, word]) => word)
    const rows = [...html.matchAll(/found by: ([^<]*)</g)].map(([, words]) => words!.replace(/ \([^)]*\)/g, '').split(', '))
    const forms = [...html.matchAll(/<form class="quotation similar".*?<\/form>/gs)].map(([form]) =>
      Object.fromEntries([...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])),
    )
    return { head, rows, forms, n: Number(/(\d+) paragraphs? to look at/.exec(html)?.[1]) }
  }
  const first = read((await (await opened.get(at)).text()).replaceAll('\u00a0', ' '))
  expect(first.n).toBe(6)
  let page = first
  for (const act of ['codings', 'dismissals', 'codings']) {
    const n = page.n
    page = read((await (await opened.post(`${at}/${act}`, page.forms[0]!)).text()).replaceAll('\u00a0', ' '))
    expect(page.n).toBe(n - 1)
    expect(page.head).toEqual(first.head)
    expect(page.rows.length).toBe(page.n)
    for (const row of page.rows) for (const word of row) expect(page.head).toContain(word)
  }
})

test('what the interviewer says is never offered', async () => {
  const { house, similar, study } = await nightShift()
  await perform(house.write, { projectId: study.projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const speaker_id = await ledger.insert('speaker', { source_id: study.sourceId, label: 'I', role: 'interviewer', case_id: null })
    await ledger.insert('source_span', { source_id: study.sourceId, kind: 'turn', start_offset: text.indexOf(likely), end_offset: text.length, speaker_id })
  })
  expect((await similar()).passages).toEqual([])
})

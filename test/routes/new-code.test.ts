import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open(text?: string) {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house, text)
  const code = (fields: Record<string, string | number>) =>
    test.post(`/projects/night-shift/sources/${study.sourceId}/codings`, { start: 2, end: 11, ...fields })
  const codes = async () =>
    (await test.house.read.selectFrom('code').select(['label', 'parent_id']).where('project_id', '=', study.projectId).orderBy('id').execute()).slice(3)
  return { ...test, ...study, code, codes }
}

test('a code is made where it is used, in one act, and the codebook beside is drawn anew', async () => {
  const { code, codes, post, fatigueId, house } = await open()
  const html = await (await code({ newLabel: 'Night', parentId: fatigueId })).text()
  expect(html).toContain('hx-target="#codebook"')
  expect(html).toContain('hx-target="#picker-codes"')
  expect(await codes()).toEqual([{ label: 'Night', parent_id: fatigueId }])
  expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
  await post('/projects/night-shift/undo', {})
  expect(await codes()).toEqual([])
  expect(await house.read.selectFrom('coding').selectAll().execute()).toEqual([])
})

test('without a name it is called by the words (in vivo); beside other codes, with a memo on each', async () => {
  const { code, codes, teamId, house } = await open()
  await code({ newLabel: '', parentId: '', codeId: teamId, memo: 'why' })
  expect(await codes()).toEqual([{ label: 'was tired', parent_id: null }])
  expect(await house.read.selectFrom('memo').select(['target_kind', 'text']).execute()).toEqual([
    { target_kind: 'coding', text: 'why' },
    { target_kind: 'coding', text: 'why' },
  ])
})

test('a long selection names its code by its first words, cut between words', async () => {
  const { code, codes } = await open(`I was tired ${'and longed for coffee '.repeat(20)}.`)
  await code({ newLabel: '', start: 0, end: 300 })
  expect((await codes())[0]!.label).toMatch(/^I was tired .{20,46} (and|longed|for|coffee)…$/)
})

test('a name that is taken, a foreign parent, or nothing to code with, is refused and keeps nothing', async () => {
  const { code, codes, fatigueId, foreignId, house } = await open()
  expect((await code({ newLabel: 'sleep', parentId: fatigueId })).status).toBe(409)
  expect((await code({ newLabel: 'x', parentId: foreignId })).status).toBe(404)
  expect((await code({})).status).toBe(422)
  expect(await codes()).toEqual([])
  expect(await house.read.selectFrom('quotation').selectAll().execute()).toEqual([])
})

import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  const base = '/projects/night-shift'
  await test.post(`${base}/cases`, { name: 'Ward A', kind: 'ward' })
  await test.post(`${base}/sources/${study.sourceId}/cases`, { caseName: 'Ward A' })
  await test.post(`${base}/sources/${study.sourceId}/codings`, { codeId: study.fatigueId, start: 2, end: 11 })
  const cell = (codeId: number, text: string) => test.post(`${base}/memos`, { kind: 'finding', caseId: 1, codeId, questionId: '', text })
  const page = async (path: string, headers = {}) => (await test.get(`${base}${path}`, headers)).text()
  return { ...test, ...study, base, cell, page }
}

test('a case has memos on its page, and they are listed with its name', async () => {
  const { post, base, page } = await open()
  expect(await (await post(`${base}/memos`, { kind: 'case', id: 1, text: 'quiet ward' })).text()).toContain('hx-target="#memos-case-1"')
  expect(await page('/cases/1')).toContain('quiet ward')
  expect(await page('/memos?kind=case')).toMatch(/quiet ward[\s\S]*Ward A/)
  await post(`${base}/cases/1/removal`, {})
  expect(await page('/memos')).not.toContain('quiet ward')
  await post(`${base}/undo`, {})
  expect(await page('/cases/1')).toContain('quiet ward')
})

test('a cell has a memo: written in its column, marked in the matrix, listed by its name, gone with undo', async () => {
  const { cell, page, post, base, fatigueId, teamId, house } = await open()
  expect(await page(`/matrix?cell=${fatigueId}.1`)).toContain('memos-finding-1-')
  expect(await (await cell(fatigueId, 'why so few?')).text()).toContain(`hx-target="#memos-finding-1-${fatigueId}"`)
  expect((await cell(teamId, 'nobody speaks of it')).status).toBe(200)
  const matrix = await page('/matrix')
  expect(matrix.match(/class="cell h\d noted"/g)).toHaveLength(2)
  expect(matrix).toContain('Fatigue, Ward A: 1 quotation, memo')
  expect(matrix).toContain('Team, Ward A: 0 quotations, memo')
  expect(await page(`/matrix?cell=${teamId}.1`, { 'HX-Request': 'true' })).toContain('nobody speaks of it')
  const turned = await page('/matrix?rows=cases&columns=codes')
  expect(turned.match(/class="cell h\d noted"/g)).toHaveLength(2)
  expect(await page(`/matrix?rows=cases&columns=codes&cell=1.${teamId}`, { 'HX-Request': 'true' })).toContain('nobody speaks of it')
  expect(await page('/matrix?columns=sources')).not.toContain('noted"')
  const listed = await page('/memos?kind=finding')
  expect(listed).toContain('Ward A × Team')
  expect(listed).toContain(`${base}/matrix?cell=${teamId}.1`)
  expect(await page('/history')).toMatch(/wrote a memo about[\s\S]*Ward A[\s\S]*Team/)
  await post(`${base}/undo`, {})
  await post(`${base}/undo`, {})
  expect(await house.read.selectFrom('finding').selectAll().execute()).toEqual([])
  expect(await page('/matrix')).not.toContain('noted"')
})

test('a group of cases has no memo of its own, and says so; cells of nothing are refused', async () => {
  const { page, post, base, cell, fatigueId, foreignId } = await open()
  await post(`${base}/attributes`, { name: 'size', type: 'category' })
  expect(await page(`/matrix?columns=attribute:size&cell=${fatigueId}.g1`, { 'HX-Request': 'true' })).toContain('A group of cases has no memo')
  expect((await cell(foreignId, 'x')).status).toBe(404)
  expect((await post(`${base}/memos`, { kind: 'finding', caseId: 9, codeId: fatigueId, text: 'x' })).status).toBe(404)
  expect((await post(`${base}/memos`, { kind: 'finding', caseId: 1, text: 'x' })).status).toBe(422)
})

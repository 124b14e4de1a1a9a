import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function nightShift() {
  const opened = await openTestHouse()
  await seedSmallStudy(opened.house)
  const page = async () => (await opened.get('/projects/night-shift/search')).text()
  const savedId = async () => Number(/id="saved-(\d+)"/.exec(await page())?.[1])
  return { ...opened, page, savedId }
}

test('a search is kept, renamed and removed from its page, each undone', async () => {
  const { post, page, savedId } = await nightShift()
  const kept = await (await post('/projects/night-shift/searches', { q: 'tired -"<b>"' })).text()
  expect(kept).toContain('hx-target="#saved-searches"')
  expect(kept).toContain('?q=tired+-%22%3Cb%3E%22')
  const id = await savedId()
  expect(await (await post(`/projects/night-shift/searches/${id}`, { name: ' Tired  ones ' })).text()).toContain('Tired ones')
  await post(`/projects/night-shift/searches/${id}/removal`, {})
  expect(await page()).not.toContain('id="saved-' + id)
  await post('/projects/night-shift/undo', {})
  expect(await savedId()).toBe(id)
  expect(await page()).toContain('>Tired ones<')
  await post('/projects/night-shift/undo', {})
  expect(await page()).not.toContain('>Tired ones<')
})

test('without a script each leads back to the search; what is kept already stays one', async () => {
  const { post, page } = await nightShift()
  for (const _ of [1, 2]) {
    const res = await post('/projects/night-shift/searches', { q: 'tired' }, {})
    expect([res.status, res.headers.get('Location')]).toEqual([303, '/projects/night-shift/search?q=tired'])
  }
  expect((await page()).match(/id="saved-\d+"/g)).toHaveLength(1)
})

test('nothing to keep, no name, and what is not there are refused in a sentence', async () => {
  const { post, savedId } = await nightShift()
  expect((await post('/projects/night-shift/searches', { q: '  ' })).status).toBe(422)
  await post('/projects/night-shift/searches', { q: 'tired' })
  const id = await savedId()
  expect((await post(`/projects/night-shift/searches/${id}`, { name: ' ' })).status).toBe(422)
  expect((await post(`/projects/elsewhere/searches/${id}`, { name: 'Mine' })).status).toBe(404)
  expect((await post(`/projects/elsewhere/searches/${id}/removal`, {})).status).toBe(404)
  expect((await post(`/projects/night-shift/searches/${id + 9}`, { name: 'Mine' })).status).toBe(404)
})

test('a search is named in the step that keeps it, with its words as the proposal; kept already, it takes the new name alone', async () => {
  const { get, post, page } = await nightShift()
  const asked = await (await get('/projects/night-shift/search?q=tired+OR+sleepy')).text()
  expect(asked).toMatch(/<form[^>]*id="save-search"[^>]*action="\/projects\/night-shift\/searches"/)
  expect(asked).toMatch(/<input[^>]*name="name"[^>]*value="tired OR sleepy"/)
  await post('/projects/night-shift/searches', { q: 'tired', name: ' Tired  ones ' })
  expect(await page()).toContain('>Tired ones<')
  await post('/projects/night-shift/searches', { q: 'tired', name: 'tired' })
  expect(await page()).toContain('>Tired ones<')
  await post('/projects/night-shift/searches', { q: 'tired', name: 'The weary' })
  expect(await page()).toContain('>The weary<')
  expect((await page()).match(/id="saved-\d+"/g)).toHaveLength(1)
  await post('/projects/night-shift/undo', {})
  expect(await page()).toContain('>Tired ones<')
})

import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('words spelt nearly alike are suggested, added by a press, and then suggested no more; a save is undone', async () => {
  const { house, get, post } = await openTestHouse()
  await seedSmallStudy(house, 'The pandemic came, and the pandemic went.\nSome wrote pandamic, and pandamic again.')
  const page = async () => (await get('/projects/night-shift/synonyms')).text()
  expect(await page()).toContain('id="pair-pandemic-pandamic"')
  const added = await (await post('/projects/night-shift/synonyms/added', { one: 'pandamic', other: 'pandemic' })).text()
  expect(added).toContain('Added pandamic, pandemic.')
  expect(await page()).toMatch(/<textarea[^>]*>pandamic, pandemic<\/textarea>/)
  expect(await page()).not.toContain('id="pair-')
  await post('/projects/night-shift/undo', {})
  expect(await page()).not.toMatch(/>pandamic, pandemic</)
})

import { expect, test } from 'vitest'
import { keepReading, readReading } from '../../src/domain/reading.ts'
import { openTestHouse } from '../support/house.ts'

test('how a person reads is kept in the browser and marked on every page', async () => {
  const { post, get } = await openTestHouse()
  const usual = await (await get('/settings')).text()
  expect(usual).not.toContain('data-size')
  const saved = await post('/settings/reading?back=/', { size: 'large', measure: 'wide', lead: 'usual', face: 'sans', numbers: 'hidden', keys: 'off' }, {})
  expect(saved.status).toBe(303)
  const cookie = decodeURIComponent(
    saved.headers
      .getSetCookie()
      .find((one) => one.startsWith('reading='))!
      .split(';')[0]!
      .slice(8),
  )
  expect(cookie).toBe('size=large&measure=wide&face=sans&numbers=hidden&keys=off')
  const page = await (await get('/settings', { Cookie: `reading=${encodeURIComponent(cookie)}` })).text()
  expect(page).toContain('<html lang="en" data-size="large" data-measure="wide" data-face="sans" data-numbers="hidden" data-keys="off">')
  expect((await post('/settings/reading', { size: 'huge' }, {})).status).toBe(422)
})

test('what is unknown in a cookie is as usual', () => {
  expect(readReading('size=huge&lead=loose&x=y&&=')).toEqual({ ...readReading(undefined), lead: 'loose' })
  expect(keepReading(readReading(''))).toBe('')
})

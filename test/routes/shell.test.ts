import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('health answers', async () => {
  const { get } = await openTestHouse()
  const res = await get('/health')
  expect(res.status).toBe(200)
  expect(await res.json()).toMatchObject({ status: 'ok' })
})

test('a page that is not there is said in one sentence', async () => {
  const { get } = await openTestHouse()
  const res = await get('/projects/nowhere')
  expect(res.status).toBe(404)
  expect(await res.text()).toContain('There is no project of that name')
})

test('what is not there in a project leads back to the project', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house)
  const res = await get('/projects/night-shift/cases/999')
  expect(res.status).toBe(404)
  expect(await res.text()).toContain('<a href="/projects/night-shift">To the project</a>')
})

test('another site may not post here, nor read by a name of its own', async () => {
  const { app, house } = await openTestHouse()
  await seedSmallStudy(house)
  const post = await app.request('/projects/night-shift/undo', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' },
    body: new URLSearchParams(),
  })
  expect(post.status).toBe(403)
  expect((await app.request('http://evil.example/health')).status).toBe(403)
})

test('an act of another site is refused whatever media type it names', async () => {
  const { app, house } = await openTestHouse()
  await seedSmallStudy(house)
  const headers = { Origin: 'http://evil.example', 'Content-Type': 'application/json' }
  expect((await app.request('/projects/night-shift/undo', { method: 'POST', headers, body: '{}' })).status).toBe(403)
})

test('an address that can’t be read is refused in one sentence', async () => {
  const { app } = await openTestHouse()
  const res = await app.request(Object.defineProperty(new Request('http://localhost/'), 'url', { value: 'http://xn--a/' }))
  expect(res.status).toBe(403)
  expect(await res.text()).toContain('came from another site')
})

test('threads answer', async () => {
  const { pool } = await openTestHouse()
  expect(await pool.run('echo', { text: 'hej' })).toBe('hej')
})

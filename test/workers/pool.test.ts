import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { limits } from '../../src/domain/limits.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { openTestHouse } from '../support/house.ts'

test('a job that nobody wants any more is stopped at once, also one that never began, and the next is done', async () => {
  const { pool, folder } = await openTestHouse()
  const path = join(folder, 'stor.txt')
  writeFileSync(path, 'Det var en gång en gård på åsen, och där bodde ingen.\n'.repeat(180_000))
  const read = (signal?: AbortSignal) =>
    pool.run('extract', { path, name: 'stor.txt', encoding: null, keepAt: join(folder, 'raw.json') }, { seconds: 30, ...(signal ? { signal } : {}) })
  const begun = performance.now()
  await read()
  const whole = performance.now() - begun
  const stop = new AbortController()
  const [first, second] = [read(stop.signal), read(stop.signal)]
  const ended = Promise.allSettled([first, second])
  await new Promise((resolve) => setTimeout(resolve, 20))
  const began = performance.now()
  stop.abort(new Error('no more'))
  expect((await ended).map((one) => one.status === 'rejected' && one.reason.message)).toEqual(['no more', 'no more'])
  // Two of them would take twice that.
  expect(performance.now() - began).toBeLessThan(whole)
  await expect(read(stop.signal)).rejects.toThrow('no more')
  expect((await read()).kind).toBe('text')
})

test('threads that read are apart from those that pages wait for', async () => {
  const { pool, folder } = await openTestHouse()
  const path = join(folder, 'stor.txt')
  writeFileSync(path, 'Det var en gång en gård på åsen, och där bodde ingen.\n'.repeat(180_000))
  await pool.run('echo', { text: 'warm' })
  let done = false
  const reading = pool.run('extract', { path, name: 'stor.txt', encoding: null, keepAt: join(folder, 'raw.json') }).then(() => {
    done = true
  })
  expect(await pool.run('echo', { text: 'hej' })).toBe('hej')
  expect(done).toBe(false)
  await reading
})

test('so many jobs wait and no more: the next is refused as busy, what the house does for itself is not, and those that wait are done', async () => {
  const { pool } = await openTestHouse()
  const waiting = Array.from({ length: limits.jobs + 1 }, (_, n) => pool.run('echo', { text: `${n}` }))
  expect(pool.waiting('other')).toBe(limits.jobs)
  await expect(pool.run('echo', { text: 'one more' })).rejects.toEqual(new Refusal('busy', 'refusal.busy-jobs'))
  const own = pool.run('checkpoint', null)
  expect(await Promise.all(waiting)).toEqual(waiting.map((_, n) => `${n}`))
  await own
  expect(await pool.run('echo', { text: 'again' })).toBe('again')
})

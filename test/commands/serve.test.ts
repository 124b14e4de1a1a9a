import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../support/server.ts'

test('a server that is stopped ends at once though somebody listens to a source', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-serve-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startServer(folder, 'start')
  onTestFinished(() => server.stop())
  const [answer] = (await once(request(`${server.address}/projects/demo/sources/1/events`).end(), 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  expect(answer.statusCode).toBe(200)
  expect(String((await once(answer, 'data'))[0])).toContain('event: hello')
  const ended = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(server.said()).toBe('The demo study is made (demo).\n')
}, 90_000)

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openClient } from '../support/client.ts'
import { confirmation } from '../support/import-files.ts'
import { startServer } from '../support/server.ts'

test('who stops the server loses nothing that was under way: acts, an import and an export are finished, streams end, nothing new begins', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-serve-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startServer(folder, 'start')
  onTestFinished(() => server.stop())
  const [answer] = (await once(request(`${server.address}/projects/demo/sources/1/events`).end(), 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  expect(answer.statusCode).toBe(200)
  expect(String((await once(answer, 'data'))[0])).toContain('event: hello')
  const [coder, importer, exporter, late] = [openClient(server.address), openClient(server.address), openClient(server.address), openClient(server.address)]
  const draft = await confirmation(importer, 'demo', [{ name: 'Stängd.txt', bytes: Buffer.from('Vi stängde när det blev mörkt.\n'.repeat(20)) }])
  expect((await late.get('/health')).status).toBe(200)
  // Another program writes: what was sent now is under way for as long as we like.
  const other = new SQLite(join(folder, 'utsaga.sqlite'))
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  const coded = coder.post('/projects/demo/codes', { label: 'I sista stund', parentId: '' })
  const imported = importer.post(draft.action, draft.fields, {})
  const exported = exporter.get('/projects/demo/exports/project.zip')
  // What was sent before these is in hand when they are answered, on a slow machine too.
  for (let asked = 0; asked < 3; asked++) await late.get('/health')
  await wait(500)
  const ended = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  await wait(300)
  expect([server.child.exitCode, (await late.get('/projects/demo').catch(() => ({ status: 503 }))).status]).toEqual([null, 503])
  other.exec('commit')
  expect([(await coded).status, (await imported).status]).toEqual([200, 303])
  const { status, body } = await exported
  expect([status, body.subarray(0, 2).toString(), body.includes('utsaga.json')]).toEqual([200, 'PK', true])
  expect(await ended).toEqual([0, null])
  expect(server.said()).toBe('The demo study is made (demo).\n')
  const count = (query: string) => (other.prepare(query).get() as { n: number }).n
  expect(count("select count(*) as n from code where label = 'I sista stund'")).toBe(1)
  expect(count("select count(*) as n from source where title = 'Stängd'")).toBe(1)
  for (const client of [coder, importer, exporter, late]) client.close()
}, 90_000)

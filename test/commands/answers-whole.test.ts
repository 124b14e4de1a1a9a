import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keepAnswersWhole } from '../../src/commands/answers-whole.ts'

test('a server that ends lets a large answer out whole to one who reads it slowly', async () => {
  const size = 30_000_000
  const server = createServer((_, answer) => answer.end(Buffer.alloc(size)))
  keepAnswersWhole(server)
  server.listen(0)
  await once(server, 'listening')
  const [answer] = (await once(get({ port: (server.address() as AddressInfo).port }), 'response')) as [IncomingMessage]
  const closed = once(server, 'close')
  server.close()
  const idle = setInterval(() => server.closeIdleConnections(), 10)
  await wait(200)
  let read = 0
  for await (const piece of answer) read += (piece as Buffer).length
  expect(read).toBe(size)
  await closed
  clearInterval(idle)
})

import { openClient } from '../../support/client.ts'
import { type Server, startProgram, startServer } from '../../support/server.ts'
import { corpusFolder, SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf } from '../measure.ts'

/** From starting the program over a loaded database to the first page answered. */
export async function starting(ground: Ground): Promise<Figure[]> {
  const folder = await corpusFolder('usual', `${ground.into}/start`)
  const sample = await sampleOf(ground.times(8), () => untilAnswered(() => startServer(folder), '/health'), 1)
  const bare = await sampleOf(ground.times(8), () => untilAnswered(() => startProgram(['src/start.js', '--script', 'test/bench/bare-server.ts']), '/'), 1)
  const page = await sampleOf(ground.times(8), () => untilAnswered(() => startServer(folder), `/projects/${SLUG}/sources/1`), 1)
  return [
    { name: 'start with a loaded database', unit: 'ms', sample, limit: { of: 'p50', at: 1000 }, baseline: { name: 'bare server', sample: bare } },
    { name: '… and an interview opened', unit: 'ms', sample: page },
  ]
}

async function untilAnswered(start: () => Promise<Server>, path: string): Promise<number> {
  const began = performance.now()
  const server = await start()
  const client = openClient(server.address)
  const answer = await client.get(path)
  const took = performance.now() - began
  client.close()
  await server.stop()
  if (path !== '/') good(answer, path)
  return took
}

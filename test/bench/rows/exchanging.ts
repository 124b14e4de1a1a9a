import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Client } from '../../support/client.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf } from '../measure.ts'
import { waited } from './exporting.ts'

/** Two hundred interviews with 12,000 codings out as REFI-QDA, and in again as a new study: read, previewed and kept. */
export async function exchanging(ground: Ground): Promise<Figure[]> {
  const { client, server } = await ground.over('usual')
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  const path = `/projects/${SLUG}/exports/project.qdpx`
  const file = good(await client.get(path), path).body
  const out = await sampleOf(ground.times(5), async () => good(await client.get(path), path).milliseconds, 0)
  const outDelay = await server.delay('reset')
  // Whoever comes with a file has the page of exchange before them, where a thread to read it begins.
  await client.get(`/projects/${SLUG}/exchange`)
  await wait(1500)
  await server.delay('reset')
  const began = performance.now()
  const draft = (await send(client, file)).headers.location!
  await settled(client, draft)
  const read = performance.now() - began
  await confirm(client, draft)
  const kept = performance.now() - began - read
  const inDelay = await server.delay('read')
  const note = `reading it ${(read / 1000).toFixed(1)} s, keeping it ${(kept / 1000).toFixed(1)} s; the file is ${(file.length / 1e6).toFixed(1)} MB`
  await holdsAll(ground)
  return [
    { name: 'QDPX of 200 interviews, 12,000 codings: out', unit: 'ms', sample: out, limit: { of: 'p50', at: 10_000 } },
    waited('others wait meanwhile (p99 of the loop)', outDelay, idle),
    { name: 'the same file in, as a new study', unit: 'ms', sample: [read + kept], limit: { of: 'p50', at: 5000 }, note },
    waited('others wait meanwhile (p99 of the loop)', inDelay, idle),
  ]
}

function send(client: Client, file: Buffer): Promise<Answer> {
  const head = '--cut\r\nContent-Disposition: form-data; name="files"; filename="study.qdpx"\r\nContent-Type: application/zip\r\n\r\n'
  return client.send('/exchanges', 'multipart/form-data; boundary=cut', Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--cut--\r\n')]))
}

/** Ask until a page no longer says how far it has come. */
async function settled(client: Client, path: string): Promise<Answer> {
  for (;;) {
    const page = await client.get(path)
    if (page.status !== 200 || !page.body.includes('id="reading"')) return page
    await wait(50)
  }
}

async function confirm(client: Client, draft: string): Promise<void> {
  good(await client.post(`${draft}/confirmation`, { into: '', name: 'Taken in', language: 'sv' }, {}), draft)
  good(await settled(client, draft), draft)
}

/** What was taken in has every coding of what went out. */
async function holdsAll(ground: Ground): Promise<void> {
  const count = (await ground.sqlite('usual')).prepare('select project_id, count(*) as n from coding join code on code.id = code_id group by project_id')
  const [out, back] = count.all() as { n: number }[]
  if (out!.n !== back?.n) throw new Error(`${back?.n} of ${out!.n} codings were kept`)
}

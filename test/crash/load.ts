import { chanceOf } from '../bench/chance.ts'
import { corpora, SLUG } from '../bench/corpus.ts'
import { passagesOf } from '../bench/passages.ts'
import { type Client, openClient } from '../support/client.ts'
import type { Server } from '../support/server.ts'

/** What a server did under load. `memory` is its resident size in bytes, once a second. */
export type Load = { answers: number; codings: number; faults: string[]; memory: number[] }

const places = ['', '/sources', '/codebook', '/search?q=att', '/matrix', '/frequencies', '/word-cloud', '/cases', '/history', '/exports/quotations.csv']

/** Several people at once for so many seconds: they read, code and undo. Pages that are not there yet are passed by. */
export async function underLoad(server: Server, folder: string, seconds: number, people = 4): Promise<Load> {
  const load: Load = { answers: 0, codings: 0, faults: [], memory: [] }
  const until = performance.now() + seconds * 1000
  const draw = passagesOf(folder)
  const watching = setInterval(() => void server.delay('read').then(({ rss }) => load.memory.push(rss)), 1000)
  await Promise.all(Array.from({ length: people }, (_, person) => work(openClient(server.address), { until, load, draw, seed: person + 1 })))
  clearInterval(watching)
  return load
}

type Work = { until: number; load: Load; draw: ReturnType<typeof passagesOf>; seed: number }

async function work(client: Client, { until, load, draw, seed }: Work): Promise<void> {
  const chance = chanceOf(seed)
  const project = `/projects/${SLUG}`
  while (performance.now() < until) {
    const turn = chance.next()
    const { sourceId, start, end } = draw(chance, 60, 600)
    const path = turn < 0.6 ? `/sources/${chance.whole(1, corpora.small.interviews)}` : turn < 0.75 ? chance.pick(places) : `/sources/${sourceId}/codings`
    const posts = turn >= 0.75
    const answer = !posts
      ? await client.get(project + path)
      : turn < 0.9
        ? await client.post(project + path, { codeId: chance.whole(1, 25), start, end, focus: 1 })
        : await client.post(`${project}/undo`, {})
    load.answers++
    if (posts && answer.status === 201) load.codings++
    if (answer.status >= 500) load.faults.push(`${path} answered ${answer.status}`)
  }
  client.close()
}

/** Bytes that the server grew by from the middle of the load to its end: medians, so that one collection more or less is no matter. */
export function growth({ memory }: Load): number {
  const middle = memory.slice(Math.floor(memory.length * 0.4), Math.floor(memory.length * 0.6))
  return median(memory.slice(Math.floor(memory.length * 0.8))) - median(middle)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

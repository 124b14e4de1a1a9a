import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { endBrowser } from '../support/browser.ts'
import { type Answer, type Client, openClient } from '../support/client.ts'
import { type Server, startProgram, startServer } from '../support/server.ts'
import { type CorpusName, corpusFolder } from './corpus.ts'
import type { Baseline } from './figure.ts'
import { sampleOf } from './measure.ts'

export type Served = { folder: string; server: Server; client: Client }

/** What a figure stands on: servers over the corpora, started when first asked for, and a bare one beside them. */
export type Ground = {
  quick: boolean
  /** A scratch folder, gone when the run is. */
  into: string
  /** How often to measure: a tenth in a quick run. */
  times(usual: number): number
  over(corpus: CorpusName): Promise<Served>
  bare(): Promise<Served>
  /** The very bytes of an answer, sent by a route that does nothing else. */
  bareRoute(answer: Answer): Promise<Baseline>
  /** A connection of this process to a corpus' database, to run the bare SQL by. */
  sqlite(corpus: CorpusName): Promise<SQLite.Database>
  close(): Promise<void>
}

export function openGround(quick: boolean): Ground {
  const into = mkdtempSync(join(tmpdir(), 'utsaga-bench-run-'))
  const served = new Map<string, Promise<Served>>()
  const opened: SQLite.Database[] = []
  const once = (name: string, make: () => Promise<Served>) => {
    if (!served.has(name)) served.set(name, make())
    return served.get(name)!
  }
  const ground: Ground = {
    quick,
    into,
    times: (usual) => (quick ? Math.max(3, Math.ceil(usual / 10)) : usual),
    over: (corpus) =>
      once(corpus, async () => {
        const folder = await corpusFolder(corpus, into)
        return serving(folder, await startServer(folder))
      }),
    bare: () => once('bare', async () => serving('', await startProgram(['src/start.js', '--script', 'test/bench/bare-server.ts']))),
    async bareRoute({ body, headers }) {
      const { client } = await ground.bare()
      await client.put('/same', headers['content-type'] ?? 'text/html', body)
      return { name: 'bare route', sample: await sampleOf(ground.times(200), async () => (await client.get('/same')).milliseconds) }
    },
    async sqlite(corpus) {
      const sqlite = new SQLite(join((await ground.over(corpus)).folder, 'utsaga.sqlite'))
      sqlite.pragma('synchronous = FULL')
      opened.push(sqlite)
      return sqlite
    },
    async close() {
      for (const sqlite of opened) sqlite.close()
      await endBrowser()
      for (const { client, server } of await Promise.all(served.values())) {
        client.close()
        await server.stop()
      }
      rmSync(into, { recursive: true, force: true })
    },
  }
  return ground
}

function serving(folder: string, server: Server): Served {
  return { folder, server, client: openClient(server.address) }
}

/** The route answered with this status instead of what the figure needs. */
export class NotThere extends Error {}

/** An answer that must be good: what isn't is no measurement. */
export function good(answer: Answer, what: string): Answer {
  if (answer.status === 404) throw new NotThere(`${what} answers 404`)
  if (answer.status >= 400)
    throw new Error(
      `${what} answers ${answer.status}: ${answer.body
        .toString()
        .replace(/<[^>]*>|\s+/g, ' ')
        .slice(-300)}`,
    )
  return answer
}

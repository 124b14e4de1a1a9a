import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, chanceOf } from '../bench/chance.ts'
import { corpusFolder, SLUG } from '../bench/corpus.ts'
import { passagesOf } from '../bench/passages.ts'
import { makeTranscript } from '../bench/transcript.ts'
import { type Client, openClient } from '../support/client.ts'
import { importFiles } from '../support/import-files.ts'
import { startServer } from '../support/server.ts'
import { type Promised, wrongsIn } from './evidence.ts'

/** What so many kills left behind: all that was promised before them, and everything wrong that was found after one. */
export type Outcome = { codings: number; drops: number; wrongs: string[] }

const FILES = 3

/** Code and import against a real server, kill it with SIGKILL at a random moment, look at the database, begin again with the same one. */
export async function killInTheMiddle(into: string, kills: number, seed: number): Promise<Outcome> {
  const folder = await corpusFolder('small', into)
  const chance = chanceOf(seed)
  const draw = passagesOf(folder)
  const promised: Promised = { codings: [], drops: [] }
  for (let kill = 1; kill <= kills; kill++) {
    const server = await startServer(folder)
    const stop = new AbortController()
    const hand = { address: server.address, promised, draw, stop: stop.signal }
    const hands = [code({ ...hand, chance: chanceOf(seed * 1000 + kill) }), drop({ ...hand, chance: chanceOf(seed * 2000 + kill) })]
    await more(kill % 2 === 0 ? promised.drops : promised.codings)
    await wait(chance.next() * 800)
    const ended = once(server.child, 'exit')
    server.child.kill('SIGKILL')
    await ended
    stop.abort()
    const faults = (await Promise.all(hands)).filter((fault) => fault !== undefined)
    const wrongs = [...faults, ...wrongsIn(folder, promised)]
    if (wrongs.length > 0) return { codings: promised.codings.length, drops: promised.drops.length, wrongs }
  }
  return { codings: promised.codings.length, drops: promised.drops.length, wrongs: [] }
}

/** Until one more act has been answered with success, thirty seconds at most: a slow machine must not be killed before it has done anything. */
async function more(promised: readonly unknown[]): Promise<void> {
  const before = promised.length
  for (let tries = 0; tries < 3000 && promised.length === before; tries++) await wait(10)
}

type Hand = { address: string; promised: Promised; chance: Chance; draw: ReturnType<typeof passagesOf>; stop: AbortSignal }

/** Codes passages one after another until the server is gone; what is answered with 201 is promised. */
function code({ address, promised, chance, draw, stop }: Hand): Promise<string | undefined> {
  return untilGone(address, stop, async (client) => {
    const { sourceId, start, end } = draw(chance, 40, 900)
    const codeId = chance.whole(1, 25)
    const { status } = await client.post(`/projects/${SLUG}/sources/${sourceId}/codings`, { codeId, start, end, focus: 1 })
    if (status === 201) promised.codings.push({ sourceId, codeId, start, end })
    else if (status !== 409) throw new Error(`A coding was answered with ${status}.`)
  })
}

/** Drops files and confirms them, over and over until the server is gone. */
function drop({ address, promised, chance, stop }: Hand): Promise<string | undefined> {
  return untilGone(address, stop, async (client) => {
    const prefix = `Drop ${chance.whole(1, 1e9)}`
    const files = Array.from({ length: FILES }, (_, nth) => ({
      name: `${prefix} ${nth + 1}.txt`,
      bytes: Buffer.from(makeTranscript(chance, 2000, 40).text),
    }))
    await importFiles(client, SLUG, files)
    promised.drops.push({ prefix, count: FILES })
  })
}

/** A connection that breaks because the server was killed is the end of the work; anything else is a fault, said in words. */
async function untilGone(address: string, stop: AbortSignal, act: (client: Client) => Promise<void>): Promise<string | undefined> {
  const client = openClient(address)
  try {
    while (!stop.aborted) await act(client)
  } catch (error) {
    const gone = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')
    return gone ? undefined : String(error)
  } finally {
    client.close()
  }
  return undefined
}

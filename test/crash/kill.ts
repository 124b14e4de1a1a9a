import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, chanceOf } from '../bench/chance.ts'
import { makeTranscript } from '../bench/transcript.ts'
import { type Client, openClient } from '../support/client.ts'
import { importFiles } from '../support/import-files.ts'
import { startServer } from '../support/server.ts'
import { type Promised, wrongsIn } from './evidence.ts'
import { faultsOf } from './load.ts'
import { peopleOf, promisedBy, putToWork, type TeamWork } from './team.ts'
import { slugOf, teamFolder } from './team-corpus.ts'

/** What so many kills left behind: all that was promised before them, and everything wrong that was found after one. */
export type Outcome = { codings: number; drops: number; wrongs: string[] }

const FILES = 3

/** Let a team code and somebody import against a real server, kill it with SIGKILL at a random moment, look at the database, begin again with the same one. */
export async function killInTheMiddle(into: string, kills: number, seed: number): Promise<Outcome> {
  const folder = await teamFolder(into)
  const chance = chanceOf(seed)
  const people = peopleOf(folder)
  const codings: TeamWork['codings'] = new Map()
  const drops: Promised['drops'] = []
  for (let kill = 1; kill <= kills; kill++) {
    const server = await startServer(folder)
    const work = putToWork(server.address, people, { seed: seed * 1000 + kill, promised: codings })
    const stop = new AbortController()
    const dropping = drop({ address: server.address, drops, chance: chanceOf(seed * 2000 + kill), stop: stop.signal })
    await (kill % 2 === 0 ? until(() => work.acts.size > 10) : more(drops))
    await wait(chance.next() * 500)
    const ended = once(server.child, 'exit')
    server.child.kill('SIGKILL')
    await ended
    // Streams that broke with the server are no fault.
    const faults = faultsOf({ ...work, streams: [] })
    stop.abort()
    work.stop()
    await work.done
    const fault = await dropping
    const promised = { codings: promisedBy(work).codings, drops }
    const wrongs = [...faults, ...(fault ? [fault] : []), ...wrongsIn(folder, promised)]
    if (wrongs.length > 0 || kill === kills)
      return { codings: promised.codings.length, drops: drops.length, wrongs: wrongs.map((wrong) => `kill ${kill}: ${wrong}`) }
  }
  return { codings: 0, drops: 0, wrongs: [] }
}

/** Until one more has been answered with success. */
function more(promised: readonly unknown[]): Promise<void> {
  const before = promised.length
  return until(() => promised.length > before)
}

/** Thirty seconds at most: a slow machine must not be killed before it has done anything. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000 && !isSo(); tries++) await wait(10)
}

type Hand = { address: string; drops: Promised['drops']; chance: Chance; stop: AbortSignal }

/** Drops files and confirms them, over and over until the server is gone. */
function drop({ address, drops, chance, stop }: Hand): Promise<string | undefined> {
  return untilGone(address, stop, async (client) => {
    const prefix = `Drop ${chance.whole(1, 1e9)}`
    const files = Array.from({ length: FILES }, (_, nth) => ({
      name: `${prefix} ${nth + 1}.txt`,
      bytes: Buffer.from(makeTranscript(chance, 2000, 40).text),
    }))
    await importFiles(client, slugOf(1), files)
    drops.push({ prefix, count: FILES })
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

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import SQLite from 'better-sqlite3'
import { wrongsIn } from '../crash/evidence.ts'
import { workOnFullDisk } from '../crash/full-disk.ts'
import { killInTheMiddle } from '../crash/kill.ts'
import { faultsOf, figuresOf, growth, perRequest, quantile, unlikeLedger, watchWork } from '../crash/load.ts'
import { signInTeam } from '../crash/sign-in-team.ts'
import { peopleOf, promisedBy, putToWork } from '../crash/team.ts'
import { team, teamFolder } from '../crash/team-corpus.ts'
import { startServer } from '../support/server.ts'

/** `npm run soak [-- --kills N] [--seconds N]`: fifty coders, each signed in, for ten minutes in ten studies of twenty interviews, then two hundred kills in the middle of their work, then a full disk. Exit 1 where anything is wrong. */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seconds: { type: 'string', default: '600' } } })
const KILLS_IN_A_HOUSE = 10
const SLOWEST = 100
const GROWTH_ALLOWED = 30_000_000

const into = mkdtempSync(join(tmpdir(), 'utsaga-soak-'))
const wrongs: string[] = []
try {
  if (Number(values.seconds) > 0) await loadLong(Number(values.seconds))
  await killOften(Number(values.kills))
  const onDisk = await workOnFullDisk(into)
  console.log(onDisk ? `a disk that is full, then read-only: ${onDisk.length} wrong` : 'a full disk was not tried: this machine mounts none for us')
  wrongs.push(...(onDisk ?? []))
} finally {
  rmSync(into, { recursive: true, force: true })
}
for (const wrong of wrongs) console.error(wrong)
console.log(wrongs.length === 0 ? 'Nothing wrong.' : `${wrongs.length} wrong.`)
process.exitCode = wrongs.length === 0 ? 0 : 1

async function killOften(kills: number): Promise<void> {
  for (let done = 0, seed = Date.now() % 100_000; done < kills; done += KILLS_IN_A_HOUSE, seed++) {
    const now = Math.min(KILLS_IN_A_HOUSE, kills - done)
    const outcome = await killInTheMiddle(into, now, seed)
    console.log(
      `${done + now} of ${kills} kills (seed ${seed}): ${outcome.codings} codings and ${outcome.drops} drops promised, ${outcome.wrongs.length} wrong`,
    )
    wrongs.push(...outcome.wrongs)
  }
}

async function loadLong(seconds: number): Promise<void> {
  const folder = await teamFolder(into, { ...team, interviews: 20, words: 8000 })
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'), { readonly: true })
  const people = await signInTeam(folder, peopleOf(folder))
  const { id: since } = sqlite.prepare('select max(id) as id from act').get() as { id: number }
  const server = await startServer(folder)
  const began = server.spent()
  const work = putToWork(server.address, people)
  const sizes = await watchWork(server, work, seconds)
  const each = perRequest(work, server.spent() - began)
  await server.stop()
  console.log(`${seconds} s of fifty coders:\n${figuresOf(work, sizes)}\n${each.toFixed(1)} ms of processor time an answer`)
  const slow = quantile(work.acting, 0.95)
  if (slow > SLOWEST) wrongs.push(`one act in twenty took over ${Math.round(slow)} ms`)
  const grown = growth(sizes.map(({ heap }) => heap))
  if (grown > GROWTH_ALLOWED) wrongs.push(`what is held grew by ${Math.round(grown / 1e6)} MB in the second half`)
  wrongs.push(...faultsOf(work), ...(server.said() ? [server.said()] : []), ...unlikeLedger(sqlite, work, since), ...wrongsIn(folder, promisedBy(work)))
  sqlite.close()
}

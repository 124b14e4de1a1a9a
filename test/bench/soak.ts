import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wrongsIn } from '../crash/evidence.ts'
import { killInTheMiddle } from '../crash/kill.ts'
import { growth, underLoad } from '../crash/load.ts'
import { startServer } from '../support/server.ts'
import { corpusFolder } from './corpus.ts'

/** `npm run soak [-- --kills N] [--seconds N]`: fifty kills in the middle of codings and imports, then minutes of load. Exit 1 where anything is wrong. */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seconds: { type: 'string', default: '180' } } })
const KILLS_IN_A_HOUSE = 10
const GROWTH_ALLOWED = 150_000_000

const into = mkdtempSync(join(tmpdir(), 'utsaga-soak-'))
const wrongs: string[] = []
try {
  await killOften(Number(values.kills))
  if (Number(values.seconds) > 0) await loadLong(Number(values.seconds))
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
  const folder = await corpusFolder('usual', into)
  const server = await startServer(folder)
  const load = await underLoad(server, folder, seconds)
  await server.stop()
  const last = Math.round((load.memory.at(-1) ?? 0) / 1e6)
  const grown = growth(load)
  console.log(`${seconds} s of load: ${load.answers} answers, ${load.codings} codings; memory ${last} MB, ${Math.round(grown / 1e6)} MB more than half-way`)
  if (grown > GROWTH_ALLOWED) wrongs.push(`memory grew by ${Math.round(grown / 1e6)} MB in the second half`)
  wrongs.push(...load.faults, ...(server.said() ? [server.said()] : []), ...wrongsIn(folder, { codings: [], drops: [] }))
}

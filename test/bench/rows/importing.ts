import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { importFiles, NotImported } from '../../support/import-files.ts'
import { chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, NotThere } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'
import { makeTranscript } from '../transcript.ts'
import { waited } from './exporting.ts'

/** Two hundred text files in one drop: sent, read, previewed, confirmed and kept. */
export async function importing(ground: Ground): Promise<Figure[]> {
  const { client, server } = await ground.over('empty')
  const chance = chanceOf(3)
  const files = Array.from({ length: 200 }, (_, nth) => ({ name: `Drop ${nth + 1}.txt`, bytes: Buffer.from(makeTranscript(chance, 8000, 110).text) }))
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  const took = await timeOf(() => importFiles(client, SLUG, files)).catch((error) => {
    throw error instanceof NotImported && error.status === 404 ? new NotThere('imports answers 404') : error
  })
  const delay = await server.delay('read')
  const kept = (await ground.sqlite('empty')).prepare('select count(*) as n from source').get() as { n: number }
  if (kept.n !== 200) throw new Error(`${kept.n} of 200 sources were kept`)
  const baseline = { name: 'raw SQL, the texts alone', sample: await rawTexts(ground, files) }
  const note = `${(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6).toFixed(1)} MB of text`
  return [
    { name: 'import 200 text files in one drop', unit: 'ms', sample: [took], limit: { of: 'p50', at: 8000 }, baseline, note },
    waited('others wait meanwhile (p99 of the loop)', delay, idle),
  ]
}

async function rawTexts(ground: Ground, files: { bytes: Buffer }[]) {
  const sqlite = new SQLite(join(ground.into, 'raw.sqlite'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec('create table kept (id integer primary key, text text, bytes blob)')
  const insert = sqlite.prepare('insert into kept (text, bytes) values (?, ?)')
  const sample = await sampleOf(
    3,
    () =>
      timeOf(
        sqlite.transaction(() => {
          for (const { bytes } of files) insert.run(bytes.toString(), bytes)
        }),
      ),
    0,
  )
  sqlite.close()
  return sample
}

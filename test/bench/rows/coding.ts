import { chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'
import { passagesOf } from '../passages.ts'

/** Coding a passage as the page does it: one post, answered with what it changed there. */
export async function coding(ground: Ground): Promise<Figure[]> {
  const { client, folder } = await ground.over('usual')
  const draw = passagesOf(folder)
  const chance = chanceOf(11)
  const sizes: number[] = []
  const sample = await sampleOf(ground.times(300), async () => {
    const { sourceId, start, end } = draw(chance, 60, 300)
    const fields = { codeId: chance.whole(1, 25), start, end, focus: 3 }
    const answer = await client.post(`/projects/${SLUG}/sources/${sourceId}/codings`, fields)
    good(answer, 'coding a passage')
    sizes.push((answer.body.length + JSON.stringify(answer.headers).length) / 1000)
    return answer.milliseconds
  })
  return [
    { name: 'code a passage', unit: 'ms', sample, limit: { of: 'p50', at: 8 }, baseline: { name: 'raw SQL, synced', sample: await rawCoding(ground) } },
    { name: 'what coding a passage sends', unit: 'kB', sample: sizes.sort((a, b) => a - b), limit: { of: 'p95', at: 60 } },
  ]
}

/** The same rows by prepared statements: act, quotation, coding and their changes in one transaction, kept through power loss. Taken back after. */
async function rawCoding(ground: Ground) {
  const sqlite = await ground.sqlite('usual')
  const act = sqlite.prepare(`insert into act (project_id, actor_id, kind, at, about) values (1, 1, 'code-passage', '', '{}')`)
  const quotation = sqlite.prepare('insert into quotation (guid, source_id, start_offset, end_offset) values (?, 200, ?, ?)')
  const one = sqlite.prepare(`insert into coding (guid, quotation_id, code_id, coder_id, made_by, made_at) values (?, ?, 1, 1, 'person', '')`)
  const change = sqlite.prepare(`insert into change (act_id, table_name, row_id, after) values (?, ?, ?, '{}')`)
  const write = sqlite.transaction((nth: number) => {
    const actId = act.run().lastInsertRowid
    const quotationId = quotation.run(crypto.randomUUID(), nth, 40_000 + nth).lastInsertRowid
    change.run(actId, 'quotation', quotationId)
    change.run(actId, 'coding', one.run(crypto.randomUUID(), quotationId).lastInsertRowid)
  })
  const tables = ['change', 'coding', 'quotation', 'act']
  const before = tables.map((table) => (sqlite.prepare(`select max(id) as id from "${table}"`).get() as { id: number }).id)
  const sample = await sampleOf(ground.times(200), (nth) => timeOf(() => write(nth)))
  for (const [at, table] of tables.entries()) sqlite.prepare(`delete from "${table}" where id > ?`).run(before[at])
  return sample
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { writeQdpx } from './src/exchange/write-qdpx.ts'
import { makeExchangeDraft } from './src/services/exchange-drafts.ts'
import { importExchange } from './src/services/import-exchange.ts'
import { takeHome } from './src/services/take-home.ts'
import { openHouse } from './src/storage/open.ts'
import { openPool } from './src/workers/pool.ts'

const words = Array.from({ length: 22000 }, (_, n) => 'ord' + n.toString(36) + 'et')
const text = (s: number) => {
  let t = ''
  for (let p = 0; p < 80; p++) {
    t += p % 2 ? 'I: ' : 'R: '
    for (let w = 0; w < 100; w++) t += words[(s * 7919 + p * 101 + w * w * 13) % 22000] + ' '
    t = t.trim() + '.\n'
  }
  return t
}
const uid = () => crypto.randomUUID()
const codes = Array.from({ length: 25 }, (_, n) => ({
  guid: uid(),
  parent: n % 5 ? n - (n % 5) : null,
  label: `Kod ${n}`,
  color: n % 5 ? null : n / 5 + 1,
  definition: '',
  whenToUse: '',
  whenNot: '',
  example: '',
  retired: false,
}))
const sources = Array.from({ length: 200 }, (_, s) => {
  const t = text(s)
  const seen = new Set()
  return {
    guid: uid(),
    title: `Intervju ${s}`,
    kind: 'interview' as const,
    language: 'sv' as const,
    status: 'done' as const,
    madeAt: '2026-01-01T00:00:00.000Z',
    text: t,
    original: null,
    selections: Array.from({ length: 60 }, (_, n) => {
      const start = t.indexOf(' ', n * Math.floor(t.length / 62)) + 1
      return {
        guid: uid(),
        start,
        end: t.indexOf(' ', start + 100),
        codings: [{ guid: uid(), code: (n * 7 + s) % 25, user: 0, at: '2026-01-02T00:00:00.000Z' }],
      }
    }),
  }
})
const project = {
  name: 'Stor',
  origin: '',
  description: '',
  users: [{ guid: uid(), name: 'Anna' }],
  codes,
  variables: [],
  cases: sources.map((s, n) => ({ guid: uid(), name: s.title, kind: 'informant', values: [], sources: [n] })),
  memos: [],
  sets: [],
}
const dir = mkdtempSync('/tmp/refiperf/x-')
const house = await openHouse(join(dir, 'u.sqlite'))
const pool = openPool(house.file)
let t = performance.now()
writeFileSync(join(dir, 'f'), await writeQdpx({ project, sources, at: '2026-01-01T00:00:00Z' }))
console.log('write alone', Math.round(performance.now() - t))
await pool.run('echo', { text: 'x' })
const h = monitorEventLoopDelay({ resolution: 5 })
h.enable()
const say = (what: string) => {
  console.log(what, Math.round(performance.now() - t), 'ms; loop p99', Math.round(h.percentile(99) / 1e6), 'max', Math.round(h.max / 1e6))
  h.reset()
  t = performance.now()
}
t = performance.now()
h.reset()
const draftId = await makeExchangeDraft(house, pool, (p) => copyFile(join(dir, 'f'), p))
say('read')
const done = await importExchange(house, { draftId, coderId: 1, into: { name: 'Stor', language: 'sv' } })
say('import')
console.log(done.report)
const id = await house.read.selectFrom('project').select(['id', 'slug', 'name']).where('slug', '=', done.slug).executeTakeFirstOrThrow()
const f = await takeHome(pool, 'project', 'qdpx', { project: id, filter: '', language: 'sv', options: {} })
say('export')
console.log((f.bytes as Uint8Array).length, f.losses)
if (process.argv[2] === 'zip') {
  const z = await takeHome(pool, 'project', 'zip', { project: id, filter: '', language: 'sv', options: {} })
  say('export zip')
  writeFileSync(join(dir, 'z'), z.bytes as Uint8Array)
  const h2 = await openHouse(join(dir, 'v.sqlite'))
  const p2 = openPool(h2.file)
  await p2.run('echo', { text: 'x' })
  t = performance.now()
  h.reset()
  const d2 = await makeExchangeDraft(h2, p2, (p) => copyFile(join(dir, 'z'), p))
  say('read zip')
  const r = await importExchange(h2, { draftId: d2, coderId: 1, into: { name: '', language: 'sv' } })
  say('import zip')
  console.log(r)
  await p2.close()
  await h2.close()
}
const draft2 = await makeExchangeDraft(house, pool, (p) => copyFile(join(dir, 'f'), p))
say('read again')
console.log((await importExchange(house, { draftId: draft2, coderId: 1, into: { projectId: id.id, slug: id.slug } })).report)
say('import again')
await pool.close()
await house.close()
rmSync(dir, { recursive: true })

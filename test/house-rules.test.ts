import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sv } from '../src/texts/sv.ts'

/** Which rooms each room may look into, besides itself. `packages` are what it may import from outside. */
const doors: Record<string, { rooms: string[]; packages: RegExp }> = {
  'src/domain': { rooms: [], packages: /^$/ },
  'src/exchange': { rooms: ['src/domain'], packages: /^(yauzl|yazl|saxes|unpdf|htmlparser2|marked|hucre(\/xlsx)?|opentype\.js|@resvg\/resvg-js|node:.*)$/ },
  'src/search': { rooms: ['src/domain'], packages: /^snowball-stemmers$/ },
  'src/storage': { rooms: ['src/domain'], packages: /^(kysely|better-sqlite3|node:.*)$/ },
  'src/texts': { rooms: [], packages: /^$/ },
  'src/services': { rooms: ['src/domain', 'src/exchange', 'src/search', 'src/storage', 'src/texts', 'src/workers'], packages: /^(kysely|diff|node:.*)$/ },
  'src/workers': {
    rooms: ['src/domain', 'src/exchange', 'src/search', 'src/storage', 'src/texts', 'src/services'],
    packages: /^(kysely|tsx\/esm\/api|node:.*)$/,
  },
  views: { rooms: ['src/domain', 'src/texts'], packages: /^hono\/(jsx|html|utils\/html)$/ },
  'src/web': {
    rooms: ['src/domain', 'src/texts', 'views', 'src/storage/open.ts', 'src/workers/pool.ts', 'src/search/searcher.ts'],
    packages: /^(hono.*|@hono\/.*|zod|node:.*)$/,
  },
  'src/commands': {
    rooms: [
      'src/domain',
      'src/services',
      'src/storage/open.ts',
      'src/storage/backup.ts',
      'src/storage/check-database.ts',
      'src/texts',
      'src/workers/pool.ts',
      'src/search/searcher.ts',
      'src/web/env.ts',
      'src/app.ts',
    ],
    packages: /^(@hono\/node-server|node:.*)$/,
  },
  'src/routes': { rooms: ['src/domain', 'src/services', 'src/web', 'views', 'src/texts'], packages: /^(hono.*|zod)$/ },
}

for (const [room, { rooms, packages }] of Object.entries(doors)) {
  test(`${room}/ keeps its doors shut`, () => {
    for (const file of filesIn(room))
      for (const target of importsOf(file)) {
        const inside = target.startsWith('.') && [room, ...rooms].some((one) => resolve(file, target).startsWith(`/${one}${one.endsWith('.ts') ? '' : '/'}`))
        expect(inside || packages.test(target), `${file} imports ${target}`).toBe(true)
      }
  })
}

test('every room has its doors; migrations are frozen in time and look into none', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((one) => one.isDirectory())
  for (const { name } of rooms) expect(doors, name).toHaveProperty([`src/${name}`])
  for (const file of filesIn('migrations')) for (const target of importsOf(file)) expect(target, file).toBe('kysely')
})

test('islands take from each other alone, and ask the server for nothing but the stream of acts', () => {
  for (const file of filesIn('views/assets')) {
    for (const target of importsOf(file)) expect(target, file).toMatch(/^\.\/[^/]+$/)
    const asks = /\bfetch\(|XMLHttpRequest|sendBeacon|new (EventSource|WebSocket)\(/.test(read(file))
    expect(asks, file).toBe(file === 'views/assets/act-stream.js')
  }
})

test('data changes in the ledger alone; texts and originals are written once beside it', () => {
  const writers = new Set([
    'src/storage/ledger.ts',
    'src/storage/put-rows.ts',
    'src/storage/source-versions.ts',
    'src/storage/originals.ts',
    'src/storage/acts.ts',
    'src/storage/kept-history.ts',
    // Who can sign in, where, and who is invited, is in no history.
    'src/storage/accounts.ts',
    'src/storage/sessions.ts',
    'src/storage/invitations.ts',
  ])
  for (const file of filesIn('src')) if (/\.(insertInto|updateTable|deleteFrom|replaceInto)\(/.test(read(file))) expect(writers.has(file), file).toBe(true)
  for (const file of filesIn('src').filter((one) => !one.startsWith('src/storage')))
    expect(/\.selectFrom\(/.test(read(file)), `${file} queries outside storage`).toBe(false)
})

test('domain reads no clock and makes no id', () => {
  for (const file of filesIn('src/domain')) expect(/new Date\(\)|Date\.now|Math\.random|randomUUID|process\./.test(read(file)), file).toBe(false)
})

test('only the command line reads the environment', () => {
  for (const file of filesIn('src')) if (/process\.env/.test(read(file))) expect(['src/main.ts', 'src/start.js']).toContain(file)
})

test('every sentence that is refused stands in the catalogues', () => {
  for (const file of filesIn('src'))
    for (const match of read(file).matchAll(/new Refusal\(\s*'[a-z-]+',\s*'([^']+)'/g)) expect(sv, `${file}: ${match[1]}`).toHaveProperty([match[1]!])
})

test('no view writes raw HTML, inline styles or scripts', () => {
  // It puts in again what a view has written, and escaped, before.
  const again = 'views/layout/written-once.ts'
  for (const file of filesIn('views').filter((one) => one !== again))
    expect(/dangerouslySetInnerHTML|\braw\(|style=|onclick=|<script>/.test(read(file)), file).toBe(false)
})

test('no file is over 300 lines without a reason at its top', () => {
  for (const file of [...filesIn('src'), ...filesIn('views'), ...filesIn('test')]) {
    const lines = read(file).split('\n')
    if (lines.length > 300) expect(/long because/i.test(lines.slice(0, 5).join('\n')), `${file} has ${lines.length} lines`).toBe(true)
  }
})

test('style sheets close what they open, so that no layer falls into another', () => {
  for (const file of readdirSync('views/assets').filter((name) => name.endsWith('.css'))) {
    let open = 0
    for (const line of read(`views/assets/${file}`)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')) {
      if (line.startsWith('@layer')) expect(open, `${file}: ${line}`).toBe(0)
      open += line.split('{').length - line.split('}').length
    }
    expect(open, file).toBe(0)
    // What stands after something else makes Chromium look at the whole page at every change of a list.
    expect(read(`views/assets/${file}`)).not.toMatch(/:has\(\s*[+~]/)
  }
})

function filesIn(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|js)$/.test(file))
    .map((file) => `${room}/${file}`)
}
function read(file: string): string {
  return readFileSync(file, 'utf8')
}
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/^(?:import|export)[^'"]*? from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => (match[1] ?? match[2] ?? match[3])!,
  )
}
function resolve(file: string, target: string): string {
  return new URL(target, `file:///${file}`).pathname
}

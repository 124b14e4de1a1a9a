import SQLite from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { ParagraphIndex } from '../../../src/search/paragraph-index.ts'
import type { SearchOptions } from '../../../src/search/searcher.ts'
import { chanceOf } from '../chance.ts'
import type { Figure } from '../figure.ts'
import type { Ground } from '../ground.ts'
import { cpuOf, sampleOf } from '../measure.ts'
import { makeTranscript } from '../transcript.ts'

const INTERVIEWS = 2000
const STOP_WORDS = ['och', 'det', 'att', 'är', 'som', 'på', 'i', 'en']
type Asked = { name: string; query: (nth: number) => string; at: number; options?: SearchOptions; fts?: (nth: number) => string; scan?: true }

/** Search in 2,000 interviews of 8,000 words, in this process: our index, SQLite's FTS5 over the same paragraphs, and a scan of the same text. All are work of the processor alone, and measured as that. */
export async function searchingLarge(ground: Ground): Promise<Figure[]> {
  const chance = chanceOf(1)
  const index = new ParagraphIndex()
  const texts = Array.from({ length: ground.quick ? INTERVIEWS / 10 : INTERVIEWS }, () => Buffer.from(makeTranscript(chance, 8000, 110).text).toString())
  const built = weighed(() => {
    for (const [id, text] of texts.entries()) index.add({ id, language: 'sv', text })
    index.arrange([...texts.keys()])
  })
  const fts = new SQLite(':memory:')
  const ftsTook = cpuOf(() => fillFts(fts, texts))
  const said = texts.flatMap((text, nth) => (nth % 40 === 0 ? (text.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, 400) : []))
  const rows: Figure[] = [
    { name: 'build the index of 2,000', unit: 'ms', sample: [built.milliseconds], baseline: { name: 'SQLite FTS5', sample: [ftsTook] } },
    { name: '… and it weighs, with its texts', unit: 'MB', sample: [built.megabytes + Buffer.byteLength(texts.join('')) / 1e6], limit: { of: 'p95', at: 500 } },
  ]
  for (const one of asked(said)) rows.push(...(await measured(ground, one, { index, fts, texts })))
  fts.close()
  return [...rows, ...heldAgainstMiniSearch(ground, asked(said), index, texts)]
}

function asked(said: readonly string[]): Asked[] {
  const long = said.filter((word) => word.length >= 4)
  const word = (nth: number) => long[(nth * 7919) % long.length]!
  const stop = (nth: number) => STOP_WORDS[nth % STOP_WORDS.length]!
  const three = (nth: number) => [word(nth), word(nth + 3), word(nth + 9)]
  const phrase = (nth: number) => said.slice((nth * 7919) % (said.length - 3)).slice(0, 3)
  return [
    { name: '2,000: a word, as typed', query: word, at: 60, fts: (nth) => `"${word(nth)}"*`, scan: true },
    { name: '2,000: a word, ranked', query: (nth) => `${word(nth)} `, at: 60, options: { order: 'best' }, fts: (nth) => `"${word(nth)}"` },
    { name: '2,000: three words', query: (nth) => `${three(nth).join(' ')} `, at: 60, fts: (nth) => three(nth).join(' ') },
    { name: '2,000: a phrase', query: (nth) => `"${phrase(nth).join(' ')}"`, at: 60, fts: (nth) => `"${phrase(nth).join(' ')}"` },
    { name: '2,000: a stop word', query: (nth) => `${stop(nth)} `, at: 150, fts: (nth) => `"${stop(nth)}"` },
    { name: '2,000: a stop word, ranked', query: (nth) => `${stop(nth)} `, at: 150, options: { order: 'best' } },
    { name: '2,000: a beginning of three letters', query: (nth) => word(nth).slice(0, 3), at: 150, fts: (nth) => `"${word(nth).slice(0, 3)}"*` },
    { name: '2,000: a misspelt word', query: (nth) => `${word(nth)}~ `, at: 150 },
  ]
}

/** Last, for it takes longest to build and weighs most. */
function heldAgainstMiniSearch(ground: Ground, [, ranked, three]: readonly Asked[], index: ParagraphIndex, texts: readonly string[]): Figure[] {
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  const lines = texts.flatMap((text) => text.split('\n')).map((text, id) => ({ id, text }))
  const took = cpuOf(() => mini.addAll(lines))
  const times = (work: (nth: number) => unknown) => Array.from({ length: ground.times(30) }, (_, nth) => cpuOf(() => work(nth))).sort((a, b) => a - b)
  const held = [ranked!, three!].map(({ name, query, at, options }): Figure => {
    const sample = times((nth) => index.search(query(nth), { limit: 50, order: 'text', ...options }))
    const plain = times((nth) => mini.search(query(nth), { combineWith: 'AND' }))
    return {
      name: `${name}, held against MiniSearch`,
      unit: 'ms',
      sample,
      limit: { of: 'p95', at },
      baseline: { name: 'MiniSearch defaults, all words', sample: plain },
    }
  })
  return [{ name: 'MiniSearch builds the index of 2,000', unit: 'ms', sample: [took] }, ...held]
}

type Engines = { index: ParagraphIndex; fts: SQLite.Database; texts: readonly string[] }

async function measured(ground: Ground, { name, query, at, options, fts, scan }: Asked, engines: Engines): Promise<Figure[]> {
  const of = (work: (nth: number) => unknown, times: number) => sampleOf(ground.times(times), (nth) => cpuOf(() => work(nth)))
  const sample = await of((nth) => engines.index.search(query(nth), { limit: 50, order: 'text', ...options }), 100)
  const rows: Figure[] = [{ name, unit: 'ms', sample, limit: { of: 'p95', at } }]
  if (fts) {
    const found = engines.fts.prepare('select count(*), group_concat(rowid) from (select rowid from paragraph where paragraph match ? order by rowid)')
    Object.assign(rows[0]!, { baseline: { name: 'SQLite FTS5, no stems', sample: await of((nth) => found.get(fts(nth)), 50) } })
  }
  if (scan) {
    const reading = (nth: number) => engines.texts.reduce((sum, text) => sum + (text.match(new RegExp(query(nth), 'giu'))?.length ?? 0), 0)
    rows.push({ name: '… held against a scan', unit: 'ms', sample, baseline: { name: 'regex over the text', sample: await of(reading, 10) } })
  }
  return rows
}

/** Plain FTS5 over paragraphs. */
export function fillFts(fts: SQLite.Database, texts: readonly string[]): void {
  fts.exec("create virtual table paragraph using fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
  const insert = fts.prepare('insert into paragraph (rowid, text) values (?, ?)')
  let rowid = 1
  fts.transaction(() => {
    for (const text of texts) for (const line of text.split('\n')) insert.run(rowid++, line)
  })()
}

/** How long some work takes, and what it leaves behind. */
function weighed(work: () => void): { milliseconds: number; megabytes: number } {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const milliseconds = cpuOf(work)
  globalThis.gc?.()
  const after = process.memoryUsage()
  return { milliseconds, megabytes: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6 }
}

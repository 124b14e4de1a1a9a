import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { ParagraphIndex } from '../../../src/search/paragraph-index.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Baseline, Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { hostileQueries } from '../hostile.ts'
import { cpuOf, type Sample, sampleOf, timeOf } from '../measure.ts'
import { waited } from './exporting.ts'
import { fillFts } from './searching-large.ts'

const LETTERS = 'abdefghijklmnoprstuvyåäö'

type Asked = { name: string; query: (nth: number) => string; at: number; facets?: true; baseline?: (asked: Plain) => Baseline | Promise<Baseline> }
type Indexed = { id: number; text: string }
type Plain = { ground: Ground; mini: MiniSearch<Indexed>; fts: SQLite.Database; paragraphs: Indexed[]; words: string[] }

/** Search as it is asked while typing, over 200 interviews, in a page of the server; and the index behind it, beside plain MiniSearch and a scan of the same text. */
export async function searching(ground: Ground): Promise<Figure[]> {
  const { client, server } = await ground.over('usual')
  const texts = await textsOf(ground)
  const paragraphs = texts.flatMap((text) => text.split('\n')).map((text, id) => ({ id, text }))
  const chance = chanceOf(5)
  const words = Array.from({ length: 400 }, () => drawWord(chance, paragraphs))
  const ask = (query: string, facets?: true) =>
    client.get(`/projects/${SLUG}/search${facets ? '/facets' : ''}?q=${encodeURIComponent(query)}`, { 'HX-Request': 'true' })
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  const first = good(await ask(words[0]!), 'search').milliseconds
  for (let left = 20; left > 0 && (await ask(words[0]!)).body.includes('search-building'); left--) await wait(200)
  const whileBuilt = await server.delay('read')
  const queries = asked(words, phrasesOf(chance, paragraphs))
  const samples: Sample[] = []
  // All of them first: a server lets go of a client that keeps it waiting, as this process does while it builds indexes of its own.
  for (const { query, facets } of queries)
    samples.push(await sampleOf(ground.times(200), async (nth) => good(await ask(query(nth), facets), 'search').milliseconds))
  const built = build(texts, paragraphs)
  const fts = new SQLite(':memory:')
  fillFts(
    fts,
    paragraphs.map(({ text }) => text),
  )
  const plain = { ground, mini: built.mini, fts, paragraphs, words }
  const rows: Figure[] = [
    { name: 'first search, while the index is built', unit: 'ms', sample: [first] },
    waited('others wait meanwhile (building the index)', whileBuilt, idle),
    ...built.figures,
  ]
  for (const [index, { name, at, baseline }] of queries.entries())
    rows.push({ name, unit: 'ms', sample: samples[index]!, limit: { of: 'p95', at }, ...(baseline ? { baseline: await baseline(plain) } : {}) })
  fts.close()
  return [...rows, hostile(built.index, words), await updating(ground, texts, built.index, words)]
}

function asked(words: string[], phrases: string[]): Asked[] {
  const word = (nth: number) => words[nth % words.length]!
  return [
    { name: 'search a word', query: word, at: 15, baseline: ({ ground, mini }) => mine(ground, (nth) => mini.search(word(nth))) },
    { name: '… held against FTS5', query: word, at: 15, baseline: (plain) => matched(plain, word) },
    { name: '… held against a scan', query: word, at: 15, baseline: scanned },
    { name: 'search a beginning', query: (nth) => `${word(nth).slice(0, 3)}*`, at: 15 },
    { name: 'search three words', query: (nth) => `${word(nth)} ${word(nth + 7)} ${word(nth + 19)} `, at: 15 },
    {
      name: 'search a misspelt word',
      query: (nth) => `${word(nth)}~ `,
      at: 15,
      baseline: ({ ground, mini }) => mine(ground, (nth) => mini.search(word(nth), { fuzzy: 2 })),
    },
    { name: 'search with conditions', query: (nth) => `${word(nth)} code:"Theme ${1 + (nth % 5)}" region:*`, at: 15 },
    { name: '… what it can be narrowed by, after it', query: word, at: 50, facets: true },
    { name: 'search a phrase', query: (nth) => `"${phrases[nth % phrases.length]}"`, at: 30 },
    { name: 'search words near each other', query: (nth) => `"${word(nth)} ${word(nth + 1)}"~5`, at: 30 },
    {
      name: 'search one letter',
      query: (nth) => LETTERS[nth % LETTERS.length]!,
      at: 50,
      baseline: ({ ground, mini }) => mine(ground, (nth) => mini.search(LETTERS[nth % LETTERS.length]!, { prefix: true })),
    },
  ]
}

async function mine(ground: Ground, work: (nth: number) => unknown): Promise<Baseline> {
  return { name: 'MiniSearch defaults', sample: await sampleOf(ground.times(50), (nth) => timeOf(() => work(nth))) }
}

async function matched({ ground, fts }: Plain, word: (nth: number) => string): Promise<Baseline> {
  const found = fts.prepare('select count(*), group_concat(rowid) from (select rowid from paragraph where paragraph match ? order by rowid)')
  return { name: 'SQLite FTS5, no stems', sample: await sampleOf(ground.times(50), (nth) => timeOf(() => found.get(`"${word(nth)}"*`))) }
}

/** The longest that texts take which are written to take long: work of the processor, the best of three. */
function hostile(index: ParagraphIndex, words: string[]): Figure {
  const sample = hostileQueries(words).map((query) => Math.min(...[1, 2, 3].map(() => cpuOf(() => index.search(query)))))
  return { name: `search the hardest of ${sample.length} hostile texts`, unit: 'ms', sample: [Math.max(...sample)], limit: { of: 'p95', at: 50 } }
}

async function scanned({ ground, paragraphs, words }: Plain): Promise<Baseline> {
  const scan = (nth: number) => {
    const sought = new RegExp(words[nth % words.length]!, 'giu')
    return paragraphs.reduce((sum, { text }) => sum + (text.match(sought)?.length ?? 0), 0)
  }
  return { name: 'regex over the text', sample: await sampleOf(ground.times(30), (nth) => timeOf(() => scan(nth))) }
}

/** Both indexes built in this process, one after the other, and what ours weighs. */
function build(texts: string[], paragraphs: Indexed[]) {
  const mini = new MiniSearch<Indexed>({ fields: ['text'] })
  const plainTook = cpuOf(() => mini.addAll(paragraphs))
  const index = new ParagraphIndex()
  globalThis.gc?.()
  const before = process.memoryUsage()
  const ourTook = cpuOf(() => {
    for (const [id, text] of texts.entries()) index.add({ id, language: 'sv', text })
    index.arrange([...texts.keys()])
  })
  globalThis.gc?.()
  const after = process.memoryUsage()
  const weighs = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6
  const figures: Figure[] = [
    {
      name: 'build the index',
      unit: 'ms',
      sample: [ourTook],
      limit: { of: 'p95', at: plainTook * 4 },
      baseline: { name: 'MiniSearch defaults', sample: [plainTook] },
    },
    { name: 'the index weighs', unit: 'MB', sample: [weighs], limit: { of: 'p95', at: 250 } },
  ]
  return { mini, index, figures }
}

/** An edited interview put into the index, and the next search. */
async function updating(ground: Ground, texts: string[], index: ParagraphIndex, words: string[]): Promise<Figure> {
  const sample = await sampleOf(ground.times(50), (nth) =>
    timeOf(() => {
      const id = nth % texts.length
      index.add({ id, language: 'sv', text: `${texts[id]} Och så ett tillägg.` })
      index.arrange([...texts.keys()])
      index.search(words[nth % words.length]!)
    }),
  )
  return { name: 'bring the index in step with an edit', unit: 'ms', sample, limit: { of: 'p95', at: 20 } }
}

async function textsOf(ground: Ground): Promise<string[]> {
  const sqlite = await ground.sqlite('usual')
  return (sqlite.prepare('select text from source_version').all() as { text: string }[]).map(({ text }) => text)
}

/** A word of four letters or more, as often as it is said. */
function drawWord(chance: Chance, paragraphs: Indexed[]): string {
  for (;;) {
    const word = chance
      .pick(chance.pick(paragraphs).text.split(' '))
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase()
    if (word.length >= 4) return word
  }
}

/** Three words as they stand after each other. */
function phrasesOf(chance: Chance, paragraphs: Indexed[]): string[] {
  const phrases: string[] = []
  while (phrases.length < 100) {
    const words = chance.pick(paragraphs).text.match(/\p{L}+ \p{L}+ \p{L}+/gu)
    if (words) phrases.push(chance.pick(words))
  }
  return phrases
}

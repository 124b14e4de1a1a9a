import MiniSearch from 'minisearch'
import { type Chance, chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'

const LETTERS = 'abdefghijklmnoprstuvyåäö'

/** Search as it is asked while typing, over 200 interviews: a whole word, and its first letter alone. */
export async function searching(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('usual')
  const paragraphs = await paragraphsOf(ground)
  const chance = chanceOf(5)
  const words = Array.from({ length: 400 }, () => drawWord(chance, paragraphs))
  const ask = (query: string) => client.get(`/projects/${SLUG}/search?q=${encodeURIComponent(query)}`, { 'HX-Request': 'true' })
  const first = good(await ask(words[0]!), 'search').milliseconds
  const word = await sampleOf(ground.times(300), async (nth) => good(await ask(words[nth % words.length]!), 'search').milliseconds)
  const letter = await sampleOf(ground.times(100), async (nth) => good(await ask(LETTERS[nth % LETTERS.length]!), 'search').milliseconds)
  const [asWord, asLetter, scan] = await baselines(ground, paragraphs, words)
  return [
    { name: 'first search, which builds the index', unit: 'ms', sample: [first] },
    { name: 'search a word', unit: 'ms', sample: word, limit: { of: 'p95', at: 15 }, baseline: { name: 'MiniSearch defaults', sample: asWord } },
    { name: '… held against a scan', unit: 'ms', sample: word, baseline: { name: 'regex over the text', sample: scan } },
    { name: 'search one letter', unit: 'ms', sample: letter, limit: { of: 'p95', at: 100 }, baseline: { name: 'MiniSearch, prefix', sample: asLetter } },
  ]
}

type Indexed = { id: number; text: string }

async function paragraphsOf(ground: Ground): Promise<Indexed[]> {
  const sqlite = await ground.sqlite('usual')
  const texts = sqlite.prepare('select text from source_version').all() as { text: string }[]
  return texts.flatMap(({ text }) => text.split('\n')).map((text, id) => ({ id, text }))
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

async function baselines(ground: Ground, paragraphs: Indexed[], words: string[]) {
  const plain = new MiniSearch<Indexed>({ fields: ['text'] })
  plain.addAll(paragraphs)
  const asWord = await sampleOf(ground.times(100), (nth) => timeOf(() => plain.search(words[nth % words.length]!)))
  const asLetter = await sampleOf(ground.times(30), (nth) => timeOf(() => plain.search(LETTERS[nth % LETTERS.length]!, { prefix: true })))
  const scan = await sampleOf(ground.times(30), (nth) =>
    timeOf(() => {
      const sought = new RegExp(words[nth % words.length]!, 'giu')
      return paragraphs.reduce((sum, { text }) => sum + (text.match(sought)?.length ?? 0), 0)
    }),
  )
  return [asWord, asLetter, scan] as const
}

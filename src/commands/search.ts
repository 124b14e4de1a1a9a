import { Readable } from 'node:stream'
import { lineOrders } from '../domain/kwic-order.ts'
import { Refusal } from '../domain/refusal.ts'
import { type HitFormat, hitFormats } from '../services/exports/export-hits.ts'
import { findProject } from '../services/find-project.ts'
import { searchTexts } from '../services/search-texts.ts'
import { takeHits } from '../services/take-hits.ts'
import { sayNote, sayProblem } from '../texts/problem-sentences.ts'
import { type Command, type Context, Usage } from './command.ts'
import { writeOut } from './write-out.ts'

/** What a file of lines is called by: its last letters. */
const FORMAT = new RegExp(`[.](${hitFormats.join('|')})$`, 'i')

/** Search the texts of a project, the best hits first; `--out` writes the lines that the page of search shows, in its order. JSON: `start` and `end` cut `words` out of the source's text; `text` is the whole paragraph. */
export const search: Command = {
  usage: `search <project> QUERY [--limit N] | --out FILE.${hitFormats.join('|')} [--order ${lineOrders.join('|')}]`,
  options: { limit: { type: 'string' }, out: { type: 'string' }, order: { type: 'string' } },
  async run(context: Context) {
    const { house, searcher, say, options, words, json, print } = context
    const [slug, ...rest] = words
    // Nobody is still writing: the last word ends there.
    const query = `${rest.join(' ')} `
    const limit = Number(options['limit'] ?? 50)
    if (slug === undefined || query.trim() === '' || !Number.isInteger(limit) || limit < 1) throw new Usage()
    const project = await findProject(house, slug)
    if (options['out'] !== undefined) return takeHome(context, project, query)
    const { query: read, notes, total, milliseconds, hits } = await searchTexts({ house, searcher }, project.id, query, limit)
    const [problem] = read.problems
    if (problem && (read.tree === null || problem.key === 'search.problem-too-much' || problem.key.startsWith('refusal.')))
      throw problem.place === null || problem.values['place'] !== undefined
        ? new Refusal('invalid', problem.key, problem.values)
        : new Refusal('invalid', 'filter.at', { place: problem.place, what: sayProblem({ ...problem, place: null }, say) })
    if (json) return print(`${JSON.stringify({ total, milliseconds, hits: hits.map(({ kwic: _, ...hit }) => hit) })}\n`)
    for (const { source, case: who, paragraph, kwic } of hits)
      print(`${who ?? source}, ${say('search.place', { number: `${paragraph}` })}: ${kwic.left}[${kwic.key}]${kwic.right}\n`)
    print(`${say('search.hits', { n: total })}\n`)
    for (const sentence of [...read.problems.map((one) => sayProblem(one, say)), ...notes.map((one) => sayNote(one, say))]) if (sentence) print(`${sentence}\n`)
  },
}

async function takeHome(rooms: Context, project: { id: number; slug: string }, query: string): Promise<void> {
  const { say, options } = rooms
  const out = String(options['out'])
  const format = FORMAT.exec(out)?.[1]?.toLowerCase()
  const order = lineOrders.find((one) => one === (options['order'] ?? 'text'))
  if (format === undefined || order === undefined) throw new Usage()
  const { bytes } = await takeHits(rooms, { project, query, order, format: format as HitFormat }, say)
  await writeOut(out, Readable.from([Buffer.from(bytes)]))
}

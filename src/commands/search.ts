import { Refusal } from '../domain/refusal.ts'
import { findProject } from '../services/find-project.ts'
import { searchTexts } from '../services/search-texts.ts'
import { type Command, type Context, Usage } from './command.ts'

/** Search the texts of a project, the best hits first. JSON: `start` and `end` cut `words` out of the source's text; `text` is the whole paragraph. */
export const search: Command = {
  usage: 'search <project> QUERY [--limit N]',
  options: { limit: { type: 'string' } },
  async run({ house, searcher, say, options, words, json, print }: Context) {
    const [slug, ...rest] = words
    const query = rest.join(' ')
    const limit = Number(options['limit'] ?? 50)
    if (slug === undefined || query.trim() === '' || !Number.isInteger(limit) || limit < 1) throw new Usage()
    const project = await findProject(house, slug)
    const { query: read, notes, total, milliseconds, hits } = await searchTexts(searcher, project.id, query, limit)
    const [problem] = read.problems
    if (problem && (read.tree === null || problem.key.startsWith('refusal.'))) throw new Refusal('invalid', problem.key, problem.values)
    if (json) return print(`${JSON.stringify({ total, milliseconds, hits: hits.map(({ kwic: _, ...hit }) => hit) })}\n`)
    for (const { source, case: who, paragraph, kwic } of hits)
      print(`${who ?? source}, ${say('search.place', { number: `${paragraph}` })}: ${kwic.left}[${kwic.key}]${kwic.right}\n`)
    print(`${say('search.hits', { n: total })}\n`)
    for (const note of notes) if (note.kind === 'meant') print(`${say('search.meant', { word: note.word, instead: note.instead })}\n`)
  },
}

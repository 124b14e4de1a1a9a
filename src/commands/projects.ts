import { listProjectsOf } from '../services/list-projects.ts'
import { type Command, Usage } from './command.ts'

/** Every project with its slug, the one worked in last first. */
export const projects: Command = {
  usage: 'projects',
  async run({ house, say, words, json, print }) {
    if (words.length > 0) throw new Usage()
    const found = await listProjectsOf(house)
    if (json) return print(`${JSON.stringify(found.map(({ id: _, ...project }) => project))}\n`)
    if (found.length === 0) return print(`${say('cli.no-projects')}\n`)
    print(found.map(({ slug, name, done, sources }) => `${say('cli.project-line', { slug, name, done, n: sources })}\n`).join(''))
  },
}

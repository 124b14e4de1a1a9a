import { takeHome } from '../services/exports/take-home.ts'
import { findProject } from '../services/find-project.ts'
import { plainActs } from '../services/plain-acts.ts'
import { type Command, Usage } from './command.ts'
import { printable } from './printable.ts'

const options = {
  coder: { type: 'string' },
  object: { type: 'string' },
  area: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  limit: { type: 'string' },
  words: { type: 'boolean' },
} as const

/** Who did what and when, the newest first, a line an act; as JSON all of it (with `--limit` the newest so many) with every row before and after, the oldest first, and with `--words` what was said where a passage lies. */
export const history: Command = {
  usage: 'history <project> [--coder NAME] [--object code:N|source:N|case:N|coding:N] [--area A] [--from DAY] [--to DAY] [--limit N] [--json [--words]]',
  options,
  async run(context) {
    const { house, pool, options: asked, words, json, language, print } = context
    const limit = Number(asked['limit'] ?? 50)
    if (words.length !== 1 || !Number.isInteger(limit) || limit < 1) throw new Usage()
    const project = await findProject(house, words[0]!)
    const wishes = Object.fromEntries(Object.keys(options).flatMap((name) => (asked[name] === undefined ? [] : [[name, String(asked[name])]])))
    if (json) return print(printable((await takeHome(pool, 'history', 'json', { project, filter: '', language, options: wishes })).bytes))
    for (const { id, at, actor, kind, about } of await plainActs(house, project.id, wishes, limit)) print(`${id}\t${at}\t${actor}\t${kind}${about}\n`)
  },
}

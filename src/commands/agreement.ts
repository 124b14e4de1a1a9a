import { takeHome } from '../services/exports/take-home.ts'
import { findProject } from '../services/find-project.ts'
import { type Command, Usage } from './command.ts'
import { printable } from './printable.ts'

/** How far coders agree, as CSV or JSON: a code a row, all together first. */
export const agreement: Command = {
  usage: 'agreement <project> [--coders A,B] [--unit character|sentence|turn|answer|source] [--after-reading]',
  options: { coders: { type: 'string' }, unit: { type: 'string' }, 'after-reading': { type: 'boolean' } },
  async run({ house, pool, options, words, json, language, print }) {
    if (words.length !== 1) throw new Usage()
    const project = await findProject(house, words[0]!)
    const asked = { coders: String(options['coders'] ?? ''), unit: String(options['unit'] ?? ''), 'after-reading': String(options['after-reading'] ?? '') }
    const file = await takeHome(pool, 'agreement', json ? 'json' : 'csv', { project, filter: '', language, options: asked })
    print(printable(file.bytes))
  },
}

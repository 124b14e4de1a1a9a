import { existsSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { backUp } from '../storage/backup.ts'
import { checkDatabase } from '../storage/check-database.ts'
import { type CommandApart, Usage } from './command.ts'

/** Copy the database to one file, while Utsaga runs or not. The copy is looked at before it takes its name, then looked through: what is wrong in it was wrong before. */
export const backup: CommandApart = {
  usage: 'backup FILE',
  apart: async ({ file, words, say, json, print }) => {
    const [to] = words
    if (to === undefined || words.length !== 1) throw new Usage()
    if (!existsSync(file)) throw new Refusal('not-found', 'refusal.no-database-there', { file })
    backUp(file, to)
    const { problems } = checkDatabase(to)
    print(json ? `${JSON.stringify({ file: to, problems })}\n` : `${say('cli.backed-up', { file: to })}\n`)
    if (problems.length > 0) throw new Refusal('conflict', 'refusal.backed-up-as-is', { file: to })
  },
}

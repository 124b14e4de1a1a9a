import { existsSync, statSync } from 'node:fs'
import type { DatabaseReport } from '../domain/database-check.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkDatabase } from '../storage/check-database.ts'
import { type CommandApart, Usage } from './command.ts'

/** Look the database through, or a backup of it, and change nothing. Exit 1 where something is wrong. */
export const check: CommandApart = {
  usage: 'check [FILE]',
  apart: async ({ file, words, say, json, print }) => {
    if (words.length > 1) throw new Usage()
    const looked = words[0] ?? file
    const report = reportOf(looked)
    const { problems, ...counts } = report
    if (json) print(`${JSON.stringify({ file: looked, ok: problems.length === 0, ...counts, problems }, null, 2)}\n`)
    else for (const { check: of, n, first } of problems) print(`${say(`check.${of}`, { n })} (${first})\n`)
    if (problems.length > 0) throw new Refusal('conflict', 'refusal.check-failed', { file: looked })
    if (!json) print(`${say('check.fine', counts)}\n`)
  },
}

function reportOf(file: string): DatabaseReport {
  if (!existsSync(file)) throw new Refusal('not-found', 'refusal.no-database-there', { file })
  if (statSync(file).size === 0) throw new Refusal('conflict', 'refusal.empty-database', { file })
  try {
    return checkDatabase(file)
  } catch (error) {
    if (/^no such table/.test((error as Error).message)) throw new Refusal('conflict', 'refusal.other-database', { file })
    return { problems: [{ check: 'file', n: 1, first: (error as Error).message }], codings: 0, sources: 0, acts: 0 }
  }
}

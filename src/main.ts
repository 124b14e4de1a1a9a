import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Apart, type Command, type CommandApart, type Context, Usage } from './commands/command.ts'
import { commands } from './commands/commands.ts'
import { Refusal } from './domain/refusal.ts'
import { troubleOf } from './domain/storage-trouble.ts'
import { wrongInFilter } from './domain/wrong-in-filter.ts'
import { openHouse } from './storage/open.ts'
import { isTextKey, sayIn, type TextKey } from './texts/catalogue.ts'
import { openPool } from './workers/pool.ts'
import { openSearcher } from './workers/searcher.ts'

/** The command line: `utsaga COMMAND ...`. Exit 0 done; 1 refused, with a sentence; 2 wrong usage. Reads the environment, alone in this house. */
const language = /^(sv|nb|nn|no|da)/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'sv' : 'en'
const say = sayIn(language)

async function main(words: string[]): Promise<number> {
  const name = words[0] === undefined || words[0].startsWith('-') ? 'start' : words[0]
  if (words.includes('--help') || name === 'help') return tell(usage())
  if (!Object.hasOwn(commands, name)) return wrong(say('cli.no-command', { name }))
  const command: Command | CommandApart = commands[name as keyof typeof commands]
  try {
    const { values, positionals } = readWords(command, name === words[0] ? words.slice(1) : words)
    return await inHouse(command, values, positionals)
  } catch (error) {
    if (error instanceof Usage) return wrong([error.message, say('cli.usage', { usage: `utsaga ${command.usage}` })].filter(Boolean).join('\n'))
    if (error instanceof Refusal && isTextKey(error.key)) return fail(sentenceOf(error as Refusal & { key: TextKey }, words))
    const trouble = troubleOf(error)
    if (trouble) return fail(say(trouble))
    throw error
  }
}

function readWords(command: Command | CommandApart, args: string[]) {
  try {
    const options = { ...command.options, data: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: args.map(asWord), options, allowPositionals: true, strict: true })
    const read = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? asWritten(value) : value] as const)
    return { values: Object.fromEntries(read), positionals: positionals.map(asWritten) }
  } catch {
    throw new Usage()
  }
}

/** No option here has one dash: what does is a word of a search or of a filter, as in -code:Name. */
function asWord(written: string): string {
  return /^-[^-]/.test(written) ? WORD + written : written
}
function asWritten(word: string): string {
  return word.startsWith(WORD) ? word.slice(WORD.length) : word
}
const WORD = '\0'

/** A refusal in a sentence; of a filter that stands among the words, with its place. */
function sentenceOf({ key, values }: Refusal & { key: TextKey }, words: readonly string[]): string {
  const [wrong] = values['place'] === undefined ? words.flatMap((word) => wrongInFilter(word, { key, values }) ?? []) : []
  return wrong ? say('filter.at', { place: wrong.start + 1, what: say(key, values) }) : say(key, values)
}

async function inHouse(command: Command | CommandApart, values: Context['options'], positionals: string[]): Promise<number> {
  const folder = String(values['data'] ?? process.env['UTSAGA_DATA'] ?? 'data')
  const file = join(folder, 'utsaga.sqlite')
  const print = (text: string) => void process.stdout.write(text)
  const apart: Apart = { file, folder, say, language, options: values, words: positionals, json: values['json'] === true, print }
  if ('apart' in command) return done(command.apart(apart))
  if (existsSync(file) && statSync(file).size === 0) console.error(say('said.empty-database', { file }))
  const house = await openHouse(file)
  const pool = openPool(house.file)
  const searcher = openSearcher(house.file)
  try {
    return await done(command.run({ ...apart, house, pool, searcher }))
  } finally {
    await searcher.close()
    await pool.close()
    await house.close()
  }
}

async function done(work: Promise<void>): Promise<number> {
  await work
  return 0
}

function usage(): string {
  return `${Object.values(commands)
    .map((command) => `  utsaga ${command.usage}`)
    .join('\n')}\n  --data DIR  --json\n`
}
function tell(text: string): number {
  process.stdout.write(text)
  return 0
}
function fail(sentence: string): number {
  console.error(sentence)
  return 1
}
function wrong(sentence: string): number {
  console.error(`${sentence}\n\n${usage()}`)
  return 2
}

// Whoever reads us may stop before the end (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))

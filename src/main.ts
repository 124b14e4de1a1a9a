import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, type Context, Usage } from './commands/command.ts'
import { commands } from './commands/commands.ts'
import { Refusal } from './domain/refusal.ts'
import { openHouse } from './storage/open.ts'
import { isTextKey, sayIn } from './texts/catalogue.ts'
import { openPool } from './workers/pool.ts'
import { openSearcher } from './workers/searcher.ts'

/** The command line: `utsaga COMMAND ...`. Exit 0 done; 1 refused, with a sentence; 2 wrong usage. Reads the environment, alone in this house. */
const language = /^(sv|nb|nn|no|da)/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'sv' : 'en'
const say = sayIn(language)

async function main(words: string[]): Promise<number> {
  const name = words[0] === undefined || words[0].startsWith('-') ? 'start' : words[0]
  if (words.includes('--help') || name === 'help') return print(usage())
  if (!Object.hasOwn(commands, name)) return wrong(say('cli.no-command', { name }))
  const command: Command = commands[name as keyof typeof commands]
  try {
    const { values, positionals } = readWords(command, name === words[0] ? words.slice(1) : words)
    return await inHouse(command, values, positionals)
  } catch (error) {
    if (error instanceof Usage) return wrong(say('cli.usage', { usage: `utsaga ${command.usage}` }))
    if (error instanceof Refusal && isTextKey(error.key)) return fail(say(error.key, error.values))
    throw error
  }
}

function readWords(command: Command, args: string[]) {
  try {
    const options = { ...command.options, data: { type: 'string' }, json: { type: 'boolean' } } as const
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch {
    throw new Usage()
  }
}

async function inHouse(command: Command, values: Context['options'], positionals: string[]): Promise<number> {
  const folder = String(values['data'] ?? process.env['UTSAGA_DATA'] ?? 'data')
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  const pool = openPool(house.file)
  const searcher = openSearcher(house.file)
  try {
    const context: Context = {
      house,
      pool,
      searcher,
      folder,
      say,
      language,
      options: values,
      words: positionals,
      json: values['json'] === true,
      print: (text) => void process.stdout.write(text),
    }
    await command.run(context)
    return 0
  } finally {
    await searcher.close()
    await pool.close()
    await house.close()
  }
}

function usage(): string {
  return `${Object.values(commands)
    .map((command) => `  utsaga ${command.usage}`)
    .join('\n')}\n  --data DIR  --json\n`
}
function print(text: string): number {
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

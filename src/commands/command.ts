import type { ParseArgsConfig } from 'node:util'
import type { Searcher } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import type { InterfaceLanguage, Say } from '../texts/catalogue.ts'
import type { Pool } from '../workers/pool.ts'

/** What a command works with. `words` are its arguments without options; `print` writes to standard output. */
export type Context = {
  house: House
  pool: Pool
  searcher: Searcher
  folder: string
  say: Say
  language: InterfaceLanguage
  options: Record<string, string | boolean | (string | boolean)[] | undefined>
  words: string[]
  json: boolean
  print: (text: string) => void
}

/** A command of the command line: thin over the services that the pages use. `run` throws Usage for wrong words, Refusal for what can't be done. */
export type Command = { usage: string; options?: ParseArgsConfig['options']; run(context: Context): Promise<void> }
/** One that is about the database file itself, and runs before anybody opens it. */
export type CommandApart = { usage: string; options?: ParseArgsConfig['options']; apart(context: Apart): Promise<void> }

/** What a command apart works with. */
export type Apart = Pick<Context, 'folder' | 'say' | 'language' | 'options' | 'words' | 'json' | 'print'> & { file: string }

/** The words of a command are wrong: exit 2 with its usage, after a sentence where one can say what. */
export class Usage extends Error {}

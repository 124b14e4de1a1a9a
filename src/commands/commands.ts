import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { importFiles } from './import.ts'
import { search } from './search.ts'
import { serve, start } from './serve.ts'

/** Every command, by name. */
export const commands = { start, serve, demo, import: importFiles, search } satisfies Record<string, Command>

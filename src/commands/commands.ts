import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { importFiles } from './import.ts'
import { search } from './search.ts'
import { serve, start } from './serve.ts'

/** Every command, by name. */
export const commands = { start, serve, demo, import: importFiles, search, export: exportCommand } satisfies Record<string, Command>

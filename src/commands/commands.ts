import type { Command } from './command.ts'
import { serve, start } from './serve.ts'

/** Every command, by name. */
export const commands = { start, serve } satisfies Record<string, Command>

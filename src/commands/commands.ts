import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { serve, start } from './serve.ts'

/** Every command, by name. */
export const commands = { start, serve, demo, export: exportCommand } satisfies Record<string, Command>

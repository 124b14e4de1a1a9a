import { agreement } from './agreement.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import type { Command, CommandApart } from './command.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { guide } from './guide.ts'
import { history } from './history.ts'
import { importFiles } from './import.ts'
import { newProject } from './new.ts'
import { projects } from './projects.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { serve, start } from './serve.ts'
import { user } from './user.ts'

/** Every command, by name. */
export const commands = {
  start,
  serve,
  demo,
  import: importFiles,
  guide,
  search,
  agreement,
  history,
  export: exportCommand,
  projects,
  new: newProject,
  backup,
  restore,
  check,
  user,
} satisfies Record<string, Command | CommandApart>

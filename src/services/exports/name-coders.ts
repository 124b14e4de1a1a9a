import { listCodersAtWork } from '../../storage/coders.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import type { ExportInput } from './export-input.ts'
import { isOn } from './export-input.ts'

/** What stands for the coders of a project where names are replaced: Coder 1, Coder 2 …; nothing where they are to be named (option `coder-names`). */
export async function nameCoders(db: Db, { project, language, options }: ExportInput): Promise<Map<string, string>> {
  if (isOn(options['coder-names'])) return new Map()
  const say = sayIn(language)
  return new Map((await listCodersAtWork(db, project.id)).map(({ name }, at) => [name, say('publish.coder-number', { number: `${at + 1}` })]))
}

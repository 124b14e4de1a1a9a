import { readFile } from 'node:fs/promises'
import type { Loss, ReadSummary, Repair, Warning } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import { findProject } from '../services/find-project.ts'
import { importCaseFile } from '../services/import-cases.ts'
import { importSources } from '../services/import-sources.ts'
import { localCoder } from '../services/local-coder.ts'
import { type FileRead, readFiles, type SkippedFile } from '../services/read-files.ts'
import { isTextKey, type Say } from '../texts/catalogue.ts'
import { type Command, type Context, Usage } from './command.ts'

/** Import files into a project. Those that can't be read are skipped and said why; refused where none can be. */
export const importFiles: Command = { usage: 'import <project> FILE... [--cases FILE]', options: { cases: { type: 'string' } }, run: runImport }

async function runImport({ house, pool, say, words, options, json, print }: Context): Promise<void> {
  const [slug, ...paths] = words
  const cases = options['cases']
  if (!slug || (paths.length === 0 && typeof cases !== 'string')) throw new Usage()
  const project = await findProject(house, slug)
  const coder = await localCoder(house)
  if (typeof cases === 'string') {
    const n = await importCaseFile(house, pool, { projectId: project.id, coderId: coder.id, path: cases })
    if (!json) print(`${say('cases.imported', { n })}\n`)
  }
  if (paths.length === 0) return json ? print(`${JSON.stringify({ sources: [], skipped: [] }, null, 2)}\n`) : undefined
  const { read, skipped } = await readFiles(house, pool, project, paths)
  if (read.length === 0) throw new Refusal('invalid', 'refusal.import-nothing-read', { reasons: skipped.map((one) => skippedLine(say, one)).join(' ') })
  await importSources(house, { projectId: project.id, coderId: coder.id, sources: withBytes(read), count: read.length })
  print(json ? `${JSON.stringify(report(say, read, skipped), null, 2)}\n` : spoken(say, read, skipped))
}

async function* withBytes(read: readonly FileRead[]) {
  for (const { path, source } of read) yield { ...source, bytes: await readFile(path) }
}

/** The shape that scripts read; sentences are in the language of the command line. */
function report(say: Say, read: readonly FileRead[], skipped: readonly SkippedFile[]) {
  const sources = read.map(({ name, summary, twin }) => ({
    name,
    case: summary.caseName,
    language: summary.language,
    characters: summary.characters,
    words: summary.words,
    paragraphs: summary.paragraphs,
    speakers: summary.speakers,
    repairs: summary.repairs.map((note) => say(`import.repair.${note.kind}`, valuesOf(note))),
    losses: summary.losses.map((note) => say(`import.loss.${note.kind}`, valuesOf(note))),
    warnings: [...(twin ? [say('import.said.same-file', { example: twin })] : []), ...warningsOf(say, summary)],
  }))
  return { sources, skipped: skipped.map((one) => ({ name: one.name, reason: reasonOf(say, one) })) }
}

function spoken(say: Say, read: readonly FileRead[], skipped: readonly SkippedFile[]): string {
  const lines = read.flatMap(({ name, summary, twin }) => [
    say('cli.imported', { name, words: summary.words, paragraphs: summary.paragraphs, speakers: summary.speakers.length }),
    ...[...(twin ? [say('import.said.same-file', { example: twin })] : []), ...warningsOf(say, summary)].map((sentence) => `  ${sentence}`),
  ])
  return `${[...lines, ...skipped.map((one) => skippedLine(say, one))].join('\n')}\n`
}

function warningsOf(say: Say, summary: ReadSummary): string[] {
  return summary.warnings.map((note) => say(`import.warning.${note.kind}`, valuesOf(note)))
}
function skippedLine(say: Say, one: SkippedFile): string {
  return say('cli.skipped', { name: one.name, reason: reasonOf(say, one) })
}
function reasonOf(say: Say, { key, values }: SkippedFile): string {
  return say(isTextKey(key) ? key : 'refusal.import-bug', values)
}
function valuesOf({ count, example = '' }: Repair | Loss | Warning) {
  return { count, example }
}

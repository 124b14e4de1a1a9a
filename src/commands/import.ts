import { readFile } from 'node:fs/promises'
import { baseName, titleOfFile } from '../domain/case-name.ts'
import type { ReadableFile } from '../domain/import-draft.ts'
import type { Loss, Repair, Warning } from '../domain/read-notes.ts'
import type { ReadOptions } from '../domain/read-options.ts'
import type { ReadSummary } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import { findProject } from '../services/find-project.ts'
import { importCaseFile } from '../services/import-cases.ts'
import { guideOf, importGuide, readGuideFile } from '../services/import-guide.ts'
import { confirmDraft } from '../services/imports/confirm-draft.ts'
import { removeDraftFolder } from '../services/imports/draft-folder.ts'
import { type PathsRead, readPaths, type SkippedFile, sourcesOf } from '../services/imports/read-paths.ts'
import { localCoder } from '../services/local-coder.ts'
import { isTextKey, type Say } from '../texts/catalogue.ts'
import { type Command, type Context, Usage } from './command.ts'
import { importExchanged, isExchanged } from './import-exchanged.ts'

/** Import files, folders and zips into a project. Those that can't be read are skipped and said why; refused where none can be. */
export const importFiles: Command = {
  usage: 'import <project> FILE...|FILE.qdpx|FILE.qdc|STUDY.zip [--guide FILE] [--split auto|none|REGEX] [--cases FILE] [--dry-run]',
  options: { guide: { type: 'string' }, split: { type: 'string' }, cases: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: runImport,
}

async function runImport(context: Context): Promise<void> {
  const { house, pool, words, options } = context
  const [slug, ...paths] = words
  const cases = textOf(options['cases'])
  if (!slug || (paths.length === 0 && cases === null)) throw new Usage()
  const exchanged = await Promise.all(paths.map((path) => isExchanged(path)))
  if (exchanged.includes(true)) return importExchanged(context, await findProject(house, slug).catch(() => null), paths)
  const project = await findProject(house, slug)
  if (paths.length === 0) return context.print(await keepCases(context, project.id, cases!))
  await keepGuide(context, project.id, textOf(options['guide']))
  const found = await readPaths(house, pool, project, paths, splitOf(options['split']))
  try {
    const said = await report(context, found)
    if (options['dry-run'] !== true) await keep(context, project.id, found, cases)
    context.print(said)
  } finally {
    await removeDraftFolder(house, found.draft.id)
  }
}

async function keepCases({ house, pool, options, say, json }: Context, projectId: number, path: string): Promise<string> {
  if (options['dry-run'] !== true) {
    const n = await importCaseFile(house, pool, { projectId, coderId: (await localCoder(house)).id, path })
    if (!json) return `${say('cases.imported', { n })}\n`
  }
  return json ? `${JSON.stringify({ sources: [], skipped: [] }, null, 2)}\n` : ''
}

/** Cases before sources, so that each source finds its own. */
async function keep({ house, pool }: Context, projectId: number, { draft }: PathsRead, cases: string | null): Promise<void> {
  const who = { projectId, coderId: (await localCoder(house)).id }
  if (cases !== null) await importCaseFile(house, pool, { ...who, path: cases })
  await confirmDraft(house, { ...who, draftId: draft.id, twins: true })
}

/** A guide comes before the sources, in which its questions are then found. One that is there already is used as it is. */
async function keepGuide({ house, pool, options }: Context, projectId: number, path: string | null): Promise<void> {
  if (path === null) return
  const bytes = await readFile(path).catch(() => {
    throw new Refusal('not-found', 'refusal.import-no-file', { name: path })
  })
  const text = await readGuideFile(pool, { name: baseName(path), bytes })
  const guide = { name: titleOfFile(path), text }
  guideOf(guide)
  if (options['dry-run'] !== true) await importGuide(house, { projectId, coderId: (await localCoder(house)).id, ...guide })
}

function textOf(option: unknown): string | null {
  return typeof option === 'string' ? option : null
}

function splitOf(word: unknown): ReadOptions['split'] {
  if (word === undefined || word === 'auto' || word === 'none') return word ?? 'auto'
  return { pattern: String(word) }
}

async function report({ house, say, json }: Context, { draft, read, skipped }: PathsRead): Promise<string> {
  if (read.length === 0) throw new Refusal('invalid', 'refusal.import-nothing-read', { reasons: skipped.map((one) => skippedLine(say, one)).join(' ') })
  const lines: string[] = []
  const sources: object[] = []
  for (const file of read) {
    if (!json) lines.push(...spoken(say, file))
    else for await (const source of sourcesOf(house, draft, file)) sources.push(reportOf(say, file, source))
  }
  const reasons = skipped.map((one) => ({ name: one.name, reason: reasonOf(say, one) }))
  if (json) return `${JSON.stringify({ sources, skipped: reasons }, null, 2)}\n`
  return `${[...lines, ...skipped.map((one) => skippedLine(say, one))].join('\n')}\n`
}

/** The shape that scripts read; sentences are in the language of the command line. What was mended in a file is told of its first source. */
function reportOf(say: Say, { name, summary, twin }: ReadableFile, source: ReadSummary & { nth: number }) {
  return {
    name: summary.count === 1 ? name : source.title,
    case: source.caseName,
    language: source.language,
    characters: source.characters,
    words: source.words,
    paragraphs: source.paragraphs,
    speakers: source.speakers,
    repairs: source.nth === 0 ? summary.repairs.map((note) => say(`import.repair.${note.kind}`, valuesOf(note))) : [],
    losses: source.losses.map((note) => say(`import.loss.${note.kind}`, valuesOf(note))),
    warnings: [...twinOf(say, twin), ...warningsOf(say, source.warnings)],
  }
}

function spoken(say: Say, { name, summary, sources, twin }: ReadableFile): string[] {
  const numbers = { words: summary.words, paragraphs: summary.paragraphs, speakers: summary.speakers.length }
  const parts = summary.count === 1 ? [] : [`  ${say('cli.parts', { n: summary.count, titles: sources.map((one) => one.title).join('; ') })}`]
  const look = [...twinOf(say, twin), ...warningsOf(say, summary.warnings)].map((sentence) => `  ${sentence}`)
  return [say('cli.imported', { name, ...numbers }), ...parts, ...look]
}

function twinOf(say: Say, twin: string | null): string[] {
  return twin === null ? [] : [say('import.said.same-file', { example: twin })]
}
function warningsOf(say: Say, warnings: readonly Warning[]): string[] {
  return warnings.map((note) => say(`import.warning.${note.kind}`, valuesOf(note)))
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

import { readFile } from 'node:fs/promises'
import { type FileSummary, summariseFile } from '../domain/file-summary.ts'
import type { Extracted } from '../domain/raw-text.ts'
import type { ReadOptions } from '../domain/read-options.ts'
import { summaryOf } from '../domain/read-source.ts'
import type { Evidence } from '../domain/repair/evidence.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { understand } from '../domain/understand.ts'
import { understandTable } from '../domain/understand-table.ts'
import { writeWhole } from './write-whole.ts'

export type UnderstandInput = {
  raw: string
  name: string
  language: SourceLanguage
  options: ReadOptions
  /** Where the counts of words lie that line ends part, or null where none does. */
  evidence: string | null
  keep: { sources: string; summaries: string; repairs: string }
}

/**
 * The sources in a file that was extracted, kept as JSON lines: with thousands nobody has all in memory. Of their repairs all
 * edits are kept apart, for a page of their own.
 */
export async function understandJob(input: UnderstandInput): Promise<FileSummary> {
  const extracted = JSON.parse(await readFile(input.raw, 'utf8')) as Extracted
  const how = { name: input.name, otherwise: input.language, options: input.options, evidence: await evidenceAt(input.evidence) }
  const sources = extracted.kind === 'text' ? understand(extracted.raw, how) : understandTable(extracted.table, how)
  const summaries = sources.map((source) => ({ ...summaryOf(source), repairs: [] }))
  const repairs = sources.flatMap((source) => source.repairs)
  await writeWhole(input.keep.sources, linesOf(sources.map((source) => ({ ...source, repairs: [] }))))
  await writeWhole(input.keep.summaries, linesOf(summaries))
  await writeWhole(input.keep.repairs, JSON.stringify(repairs.filter((repair) => repair.edits)))
  return summariseFile(extracted.kind, summaries, repairs)
}

async function evidenceAt(path: string | null): Promise<Evidence> {
  if (path === null) return () => 0
  const counts = new Map(Object.entries(JSON.parse(await readFile(path, 'utf8')) as Record<string, number>))
  return (form) => counts.get(form) ?? 0
}

function* linesOf(values: readonly object[]): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`
}

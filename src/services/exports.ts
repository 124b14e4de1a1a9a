import type { ExchangeLoss } from '../domain/exchanged.ts'
import type { Exportable, exportable } from '../domain/export-format.ts'
import type { Db } from '../storage/schema.ts'
import type { InterfaceLanguage } from '../texts/catalogue.ts'
import { checkExport } from './check-export.ts'
import { agreementMakers } from './export-agreement.ts'
import { answersMakers } from './export-answers.ts'
import { basesMakers } from './export-bases.ts'
import { casesMakers } from './export-cases.ts'
import { chartMakers } from './export-chart.ts'
import { exportCloudCsv, exportCloudJson, exportCloudPng, exportCloudSvg } from './export-cloud.ts'
import { coOccurrenceMakers } from './export-co-occurrence.ts'
import { codebookMakers } from './export-codebook.ts'
import { comparisonMakers } from './export-comparison.ts'
import { coverageMakers } from './export-coverage.ts'
import { frameworkMakers } from './export-framework.ts'
import { frequencyMakers } from './export-frequencies.ts'
import { gridMakers } from './export-grid.ts'
import { historyMakers } from './export-history.ts'
import { matrixMakers } from './export-matrix.ts'
import { memosMakers } from './export-memos.ts'
import { projectMakers, qdcMaker } from './export-project.ts'
import { quotationMakers } from './export-quotations.ts'
import { saturationMakers } from './export-saturation.ts'
import { sourcesMakers } from './export-sources.ts'
import { wordsMakers } from './export-words.ts'

/** What is asked for: a project, the filter in its text form ('' for all), the language of labels, and what else the maker knows (`columns`, `of` …). */
export type ExportInput = {
  project: { id: number; slug: string; name: string }
  filter: string
  language: InterfaceLanguage
  options: Readonly<Record<string, string>>
}
/** `losses`: what the format had no place for. */
export type ExportFile = { bytes: Uint8Array | string; mediaType: string; fileName: string; losses?: readonly ExchangeLoss[] }
/** Makes one file from what stands in the database. Runs in a worker thread; refuses a wrong filter. */
export type ExportMaker = (db: Db, input: ExportInput) => Promise<ExportFile>

/** Who makes what, in each of its formats. Loaded where it is made, in a worker thread: it brings the libraries of every format. */
const makers: { readonly [W in Exportable]: Readonly<Record<(typeof exportable)[W][number], ExportMaker>> } = {
  matrix: matrixMakers,
  framework: frameworkMakers,
  grid: gridMakers,
  quotations: quotationMakers,
  frequencies: frequencyMakers,
  'co-occurrence': coOccurrenceMakers,
  saturation: saturationMakers,
  coverage: coverageMakers,
  comparison: comparisonMakers,
  chart: chartMakers,
  bases: basesMakers,
  agreement: agreementMakers,
  history: historyMakers,
  'word-cloud': { svg: exportCloudSvg, png: exportCloudPng, csv: exportCloudCsv, json: exportCloudJson },
  words: wordsMakers,
  answers: answersMakers,
  codebook: { ...codebookMakers, qdc: qdcMaker },
  cases: casesMakers,
  memos: memosMakers,
  sources: sourcesMakers,
  project: projectMakers,
}

/** The maker of this in this format. Refuses what there is no maker for. */
export function findExporter(what: string, format: string): ExportMaker {
  checkExport(what, format)
  return (makers[what as Exportable] as Record<string, ExportMaker>)[format]!
}

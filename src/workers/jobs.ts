import type { Kysely } from 'kysely'
import type { CloudRequest } from '../domain/cloud-request.ts'
import { readCaseFile } from '../exchange/read-cases.ts'
import { countTellingWords } from '../services/count-telling-words.ts'
import { countWordList, type WordListWish } from '../services/count-words.ts'
import { drawClouds } from '../services/draw-cloud.ts'
import { type HitFileInput, hitFile } from '../services/exports/export-hits.ts'
import { readExportLosses } from '../services/exports/export-project.ts'
import { type FrequencyWish, readFrequencies } from '../services/frequencies.ts'
import { type BackupWish, keepBackups } from '../services/keep-backups.ts'
import { type MatrixWish, readMatrix } from '../services/matrix.ts'
import { readCloudLines } from '../services/read-cloud-lines.ts'
import { type ListWish, readQuotations } from '../services/read-quotations.ts'
import { checkpoint } from '../storage/open.ts'
import type { Schema } from '../storage/schema.ts'
import { actJobs } from './act-jobs.ts'
import { analysisJobs } from './analysis-jobs.ts'
import { exportJob } from './export-job.ts'
import { extractJob } from './extract-job.ts'
import { gatherEvidenceJob } from './gather-evidence-job.ts'
import { guideTextJob } from './guide-text-job.ts'
import { proposeGuideJob } from './propose-guide-job.ts'
import { readExchangeJob } from './read-exchange-job.ts'
import { readTextJob } from './read-text-job.ts'
import { recogniseFileJob } from './recognise-file-job.ts'
import { recogniseJob } from './recognise-job.ts'
import { understandJob } from './understand-job.ts'

/** What a job gets beside its input: its thread's own read connection, and a way to tell how far it has come, and one to give something out before it is done. */
export type Thread = { file: string; db: Kysely<Schema>; progress: (done: number, of: number) => void; give: (piece: unknown) => void }

/** Every job that runs in a thread, by name. Inputs and outputs are plain values that can be copied between threads. */
export const jobs = {
  /** Answers what it was asked; shows that threads work. */
  echo: async (input: { text: string }, _thread: Thread) => input.text,
  /** Moves the log of the database into it. */
  checkpoint: async (_input: null, { file }: Thread) => checkpoint(file),
  /** Backs the database up where it is time. */
  backup: async (wish: Omit<BackupWish, 'file'>, { file }: Thread) => keepBackups({ ...wish, file }) ?? null,
  recognise: recogniseJob,
  'propose-guide': proposeGuideJob,
  'guide-text': guideTextJob,
  /** Reads a file of cases: CSV or a workbook. */
  readCases: async ({ bytes, name }: { bytes: Uint8Array; name: string }) => readCaseFile(Buffer.from(bytes), name),
  /** A file as far as its format goes; what its words are parted by at line ends; its sources. */
  extract: extractJob,
  gatherEvidence: gatherEvidenceJob,
  /** The text of one file, whole. */
  readText: readTextJob,
  understand: understandJob,
  /** A file of another program into its draft. */
  readExchange: readExchangeJob,
  /** The project's guides in the sources of a file. */
  recogniseFile: recogniseFileJob,
  /** Makes one file of the exports' registry: gives it out as it comes, its head first, and answers how many bytes it was. */
  export: exportJob,
  /** What a project would lose on its way to another program. */
  exportLosses: async (wish: { projectId: number }, { db }: Thread) => readExportLosses(db, wish),
  /** The lines of a search as a file. */
  hits: async (input: HitFileInput, _thread: Thread) => hitFile(input),
  /** Counts of a large project. */
  matrix: async (wish: MatrixWish, { db }: Thread) => readMatrix(db, wish),
  frequencies: async (wish: FrequencyWish, { db }: Thread) => readFrequencies(db, wish),
  quotations: async (wish: ListWish, { db }: Thread) => readQuotations(db, wish),
  ...analysisJobs,
  ...actJobs,
  /** Counts and lays out the word clouds of a request. */
  clouds: async ({ projectId, request }: { projectId: number; request: CloudRequest }, { db }: Thread) => drawClouds(db, projectId, request),
  /** The words of a request in numbers. */
  words: async (wish: WordListWish, { db }: Thread) => countWordList(db, wish),
  /** What tells a code's passages from all that is said. */
  'telling-words': async (wish: { projectId: number; codeId: number }, { db }: Thread) => countTellingWords(db, wish),
  /** The lines behind one word of a cloud. */
  'cloud-lines': async ({ projectId, request, word, page }: { projectId: number; request: CloudRequest; word: string; page: number }, { db }: Thread) =>
    readCloudLines(db, projectId, request, word, page),
} satisfies Record<string, (input: any, thread: Thread) => Promise<unknown>>

export type JobName = keyof typeof jobs
export type JobInputs = { [N in JobName]: Parameters<(typeof jobs)[N]>[0] }
export type JobOutputs = { [N in JobName]: Awaited<ReturnType<(typeof jobs)[N]>> }

import type { Exportable, exportable } from '../../domain/export-format.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Db } from '../../storage/schema.ts'
import { checkExport } from './check-export.ts'
import { agreementMakers } from './export-agreement.ts'
import { answersMakers } from './export-answers.ts'
import { basesMakers } from './export-bases.ts'
import { casesMakers } from './export-cases.ts'
import { chartMakers } from './export-chart.ts'
import { cloudMakers } from './export-cloud.ts'
import { coOccurrenceMakers } from './export-co-occurrence.ts'
import { codebookMakers } from './export-codebook.ts'
import { comparisonMakers } from './export-comparison.ts'
import { coverageMakers } from './export-coverage.ts'
import { frameworkMakers } from './export-framework.ts'
import { frequencyMakers } from './export-frequencies.ts'
import { gridMakers } from './export-grid.ts'
import { historyMakers } from './export-history.ts'
import type { ExportFile, ExportInput, ExportMaker, ExportStream } from './export-input.ts'
import { matrixMakers } from './export-matrix.ts'
import { memosMakers } from './export-memos.ts'
import { methodsMakers } from './export-methods.ts'
import { packMakers } from './export-pack.ts'
import { projectMakers, qdcMaker } from './export-project.ts'
import { quotationMakers } from './export-quotations.ts'
import { saturationMakers } from './export-saturation.ts'
import { sourcesMakers } from './export-sources.ts'
import { transcriptMakers } from './export-transcripts.ts'
import { wordsMakers } from './export-words.ts'
import { canVeil, withVeiling } from './veil-export.ts'
import { isVeiled } from './veiling.ts'

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
  'word-cloud': cloudMakers,
  words: wordsMakers,
  answers: answersMakers,
  codebook: { ...codebookMakers, qdc: qdcMaker },
  transcripts: transcriptMakers,
  methods: methodsMakers,
  pack: packMakers,
  cases: casesMakers,
  memos: memosMakers,
  sources: sourcesMakers,
  project: projectMakers,
}

/** Begin a file: what is asked is refused now, its pieces come as they are made. Refuses what there is no maker for, and pseudonyms where they can't be put in. */
export async function beginExport(db: Db, what: string, format: string, input: ExportInput): Promise<ExportFile | ExportStream> {
  checkExport(what, format)
  const make = (makers[what as Exportable] as Record<string, ExportMaker>)[format]!
  if (isVeiled(input) && !canVeil(make)) throw new Refusal('invalid', 'refusal.no-pseudonyms-here', { what, format })
  const begun = await withVeiling(db, input)
  const made = await make(db, begun)
  return begun.veiling ? { ...made, undecided: begun.veiling.undecided.length } : made
}

/** The maker of this in this format, of whole files. Refuses what there is no maker for. */
export function findExporter(what: string, format: string): (db: Db, input: ExportInput) => Promise<ExportFile> {
  checkExport(what, format)
  return async (db, input) => {
    const made = await beginExport(db, what, format, input)
    if ('bytes' in made) return made
    const { pieces, ...named } = made
    return { ...named, bytes: await wholeOf(pieces) }
  }
}

async function wholeOf(pieces: ExportStream['pieces']): Promise<Uint8Array | string> {
  const all: (Uint8Array | string)[] = []
  for await (const piece of pieces) all.push(piece)
  return all.every((piece) => typeof piece === 'string') ? all.join('') : new Uint8Array(Buffer.concat(all.map((piece) => Buffer.from(piece as Uint8Array))))
}

import { type ExchangeLoss, LossCounter } from '../../domain/exchanged.ts'
import { writeQdc } from '../../exchange/write-qdc.ts'
import { extensionOf } from '../../exchange/write-qde-sources.ts'
import { writeQdpx } from '../../exchange/write-qdpx.ts'
import { countUnexchangeable } from '../../storage/exchange-rows.ts'
import type { Db } from '../../storage/schema.ts'
import { type Gathered, gatherExchange } from '../exchange/gather-exchange.ts'
import { studyMaker } from '../exchange/write-study.ts'
import type { ExportMaker } from './export-input.ts'
import { fileOf } from './table-files.ts'

const qdpx: ExportMaker = async (db, input) => {
  const gathered = await gatherExchange(db, input.project.id)
  const bytes = await writeQdpx({ ...gathered, at: new Date().toISOString() })
  return { ...fileOf('project', 'qdpx', input, ''), bytes, losses: await lossesOf(db, input.project.id, gathered) }
}

/** The codebook alone: codes, colours, descriptions, and the sets that hold codes. */
const qdcOf =
  (what: string): ExportMaker =>
  async (db, input) => {
    const { project } = await gatherExchange(db, input.project.id)
    return fileOf(what, 'qdc', input, writeQdc(project))
  }
export const qdcMaker = qdcOf('codebook')

/** What of a project REFI-QDA has no place for, which the standard wants told. */
async function lossesOf(db: Db, projectId: number, { project, sources, dynamicSets, shared }: Gathered): Promise<ExchangeLoss[]> {
  const counts = await countUnexchangeable(db, projectId)
  const losses = new LossCounter()
  for (const kind of ['turns', 'guides', 'answers', 'findings', 'waiting', 'versions', 'examples', 'searches', 'synonyms'] as const)
    losses.add(kind, Number(counts[kind]))
  losses.add('made-by', Number(counts['ruled']))
  losses.add('history', Number(counts['acts']))
  losses.add('dynamic-sets', dynamicSets)
  losses.add('originals', sources.filter((source) => source.original && !extensionOf(source)).length + shared)
  losses.add('beyond-plane', sources.filter(({ text }) => /[\ud800-\udbff]/.test(text)).length)
  losses.add('cases-memos', project.memos.filter(({ on }) => on.kind === 'case').length)
  return losses.list()
}

/** What the export would leave out, for the page that offers it. */
export async function readExportLosses(db: Db, { projectId }: { projectId: number }): Promise<ExchangeLoss[]> {
  return lossesOf(db, projectId, await gatherExchange(db, projectId))
}

export const projectMakers = { qdpx, qdc: qdcOf('project'), zip: studyMaker }

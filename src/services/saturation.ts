import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { type SaturationOrder, saturationOf } from '../domain/saturation.ts'
import { listCodes } from '../storage/codes.ts'
import { listSelected } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { listSources } from '../storage/sources.ts'
import { selectCodings } from './select-codings.ts'

export type SaturationWish = { projectId: number; filter: string; order: SaturationOrder }
type NewCode = Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'>
/** `firstCoded`: when the first of the selected codings in the source was made. */
type SaturationRow = { sourceId: number; title: string; firstCoded: string; fresh: NewCode[]; used: number; total: number }
/** `codes`: distinct codes in use, where the curve ends; `uncoded`: sources without a selected coding, which have no place in it. */
export type Saturation = { rows: SaturationRow[]; codes: number; uncoded: number }

/** Which codes each source added to those before it. */
export async function readSaturation(db: Db, { projectId, filter, order }: SaturationWish): Promise<Saturation> {
  const codings = await listSelected(db, await selectCodings(db, projectId, parseFilter(filter)))
  const nodes = flatten(treeOf(await listCodes(db, projectId)))
  const sources = await listSources(db, projectId)
  const imported = [...sources].sort((a, b) => (a.madeAt === b.madeAt ? a.id - b.id : a.madeAt < b.madeAt ? -1 : 1)).map(({ id }) => id)
  const coded = [...groupBy(codings, ({ sourceId }) => sourceId)].map(([sourceId, mine]) => ({
    sourceId,
    codeIds: new Set(mine.map(({ codeId }) => codeId)),
    firstCoded: mine.reduce((first, { madeAt }) => (madeAt < first ? madeAt : first), mine[0]!.madeAt),
    order: imported.indexOf(sourceId),
  }))
  const points = saturationOf(coded, order)
  const rows = points.map(({ sourceId, fresh, used, total }) => ({
    sourceId,
    title: sources.find(({ id }) => id === sourceId)!.title,
    firstCoded: coded.find((one) => one.sourceId === sourceId)!.firstCoded,
    fresh: nodes.filter(({ id }) => fresh.includes(id)).map(({ id, key, tone, depth, label, path }) => ({ id, key, tone, depth, label, path })),
    used,
    total,
  }))
  return { rows, codes: new Set(codings.map(({ codeId }) => codeId)).size, uncoded: sources.length - rows.length }
}

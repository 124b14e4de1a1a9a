import { type Coefficients, coefficientsOf } from '../domain/agreement/coefficients.ts'
import { type Intervals, intervalsOf } from '../domain/agreement/intervals.ts'
import { type AgreementUnit, ratingsOf } from '../domain/agreement/rated-units.ts'
import { countPatterns, type Rated, rateCode, rateTogether, rowsByCode, sizesByRaters } from '../domain/agreement/ratings.ts'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodedPlaces, listCodersOfProject } from '../storage/coder-codings.ts'
import { type Coder, listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'
import { countSources } from '../storage/sources.ts'
import { readBeforeReading } from './coded-before-reading.ts'
import { cutIntoUnits, isShared, readRated } from './rated-sources.ts'

/** `coders`: ids or names; none for all who have coded anything in the project. `all`: also what was done after others' codings could be read. */
export type AgreementWish = { projectId: number; coders: readonly (number | string)[]; unit: AgreementUnit; all?: boolean }
export type AgreementCode = Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'>
/** `code` null: all codes together. `coded`: units with the code, by coder. */
export type AgreementRow = Coefficients & { code: AgreementCode | null; coded: number[]; intervals: Intervals }
/** What these coders did to their codings after they could read the others': put some, altered or took away some; and whether that is counted. */
type AfterReading = { counted: boolean; made: number; changed: number; coders: string[] }
/** Plain values. `compared` of `sources` are those that at least two of the coders have coded. */
export type Agreement = { coders: Coder[]; unit: AgreementUnit; compared: number; sources: number; afterReading: AfterReading; rows: AgreementRow[] }

const MOST_CODERS = 20

/**
 * How far coders agree, over all codes together and on each that any of them used, if only where nobody else has been; a code counts with those below it. One coder who
 * has neither coded in a source nor said to be done with it has not rated it. What one alone rated is no agreement, but tells three coders or more what chance would do, as Gwet has it.
 */
export async function readAgreement(db: Db, { projectId, coders: wanted, unit, all = false }: AgreementWish): Promise<Agreement> {
  const coders = await chooseCoders(db, projectId, wanted)
  const ids = coders.map(({ id }) => id)
  const standing = (await listCodedPlaces(db, projectId)).filter(({ coderId }) => ids.includes(coderId))
  const before = await readBeforeReading(db, { projectId, coderIds: ids }, standing)
  const rated = await readRated(db, { projectId, coderIds: ids, places: all ? standing : before.places })
  const compared = rated.filter(isShared)
  const ratings = ratingsOf(await cutIntoUnits(db, projectId, unit, ids.length > 2 ? rated : compared, ids), ids.length, unit === 'character')
  const used = new Set(rated.flatMap(({ places }) => places.map(({ codeId }) => codeId)))
  const lines = flatten(treeOf(await listCodes(db, projectId)))
    .map((node) => ({ node, codeIds: new Set(withDescendants(node).map(({ id }) => id)) }))
    .filter(({ codeIds }) => [...codeIds].some((id) => used.has(id)))
  const byCode = rowsByCode(ratings)
  const questions = [rateTogether(ratings), ...lines.map(({ codeIds }) => rateCode(ratings, codeIds, byCode))]
  const sizes = sizesByRaters(ratings)
  const intervals = intervalsOf(ratings, questions)
  const rows = questions.map((asked, at): AgreementRow => {
    const counts = countPatterns(asked, sizes)
    const node = at === 0 ? null : lines[at - 1]!.node
    return { code: node && toCode(node), ...coefficientsOf(asked, counts), coded: codedBy(asked, counts, ids.length), intervals: intervals[at]! }
  })
  const afterReading = {
    counted: all,
    made: before.made,
    changed: before.changed,
    coders: coders.filter(({ id }) => before.coderIds.includes(id)).map(({ name }) => name),
  }
  return { coders, unit, compared: compared.length, sources: await countSources(db, projectId), afterReading, rows }
}

/** Those asked for, by id or name; refused where one is not there or there are fewer than two. */
export async function chooseCoders(db: Db, projectId: number, wanted: readonly (number | string)[]): Promise<Coder[]> {
  const known = wanted.length === 0 ? await listCodersOfProject(db, projectId) : await listCoders(db)
  const all = known.map(({ id, name }) => ({ id, name }))
  const chosen = wanted.length === 0 ? all.sort((a, b) => a.id - b.id) : [...new Set(wanted)].map((one) => findIn(all, one))
  if (chosen.length > MOST_CODERS) throw new Refusal('invalid', 'refusal.agreement-many', { n: MOST_CODERS })
  if (wanted.length > 0 && chosen.length < 2) throw new Refusal('invalid', 'refusal.agreement-two')
  return chosen
}

function findIn(coders: readonly Coder[], wanted: number | string): Coder {
  const found = coders.find(({ id, name }) => (typeof wanted === 'number' ? id === wanted : name.toLowerCase() === wanted.trim().toLowerCase()))
  if (!found) throw new Refusal('not-found', 'refusal.no-coder-named', { name: `${wanted}` })
  return found
}

function codedBy({ patterns }: Rated, counts: Float64Array, coders: number): number[] {
  return Array.from({ length: coders }, (_, coder) => patterns.reduce((sum, pattern, at) => sum + (pattern[coder]! > 0 ? counts[at]! : 0), 0))
}

function toCode({ id, key, tone, depth, label, path }: CodeNode): AgreementCode {
  return { id, key, tone, depth, label, path }
}

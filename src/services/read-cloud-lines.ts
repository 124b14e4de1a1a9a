import type { CloudRequest } from '../domain/cloud-request.ts'
import { type CloudLines, LINES_A_PAGE, type LinesOfSource, lineInContext } from '../domain/line-in-context.ts'
import { indexAt, paragraphsOf } from '../domain/paragraph.ts'
import { countSides, formOf, type Occurrence, occurrencesOf } from '../domain/word-count.ts'
import { stem } from '../search/stem.ts'
import type { Db } from '../storage/schema.ts'
import { type CloudScope, readCloudScope } from './cloud-scope.ts'
import { readSides } from './count-cloud.ts'

/** The lines behind a word of a cloud: over all pages exactly as many as the cloud counts. A word that the cloud does not have has none. */
export async function readCloudLines(db: Db, projectId: number, request: CloudRequest, word: string, page = 1): Promise<CloudLines> {
  const scope = await readCloudScope(db, projectId)
  const sides = await readSides(db, projectId, scope, request)
  const { texts, of } = sides[0]!
  const compared = countSides(
    sides.map((side) => side.texts),
    stem,
    request.run,
  )
  const counted = compared.words.find(({ forms, sides: [here] }) => here!.count > 0 && forms.includes(formOf(word)))
  const forms = counted?.forms ?? []
  const { count, units } = counted ? counted.sides[0]! : { count: 0, units: 0 }
  const found = counted ? occurrencesOf(texts, forms, request.run).slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE) : []
  const written = new Map(texts.map(({ sourceId, text }) => [sourceId, text]))
  return {
    word: counted?.word ?? word,
    forms,
    count,
    units,
    of,
    unit: scope.unit,
    sources: bySource(scope, found, written),
  }
}

function bySource(scope: CloudScope, found: readonly Occurrence[], written: ReadonlyMap<number, string>): LinesOfSource[] {
  const nameOf = new Map(scope.cases.map(({ id, name }) => [id, name]))
  return scope.sources.flatMap(({ id, title }) => {
    const here = found.filter(({ sourceId }) => sourceId === id)
    if (here.length === 0) return []
    const text = written.get(id)!
    const paragraphs = paragraphsOf(text)
    const lines = here.map((place) => lineInContext(text, paragraphs[indexAt(paragraphs, place.start)]!, place))
    const cases = scope.unit === 'case' ? [...new Set(here.flatMap(({ units }) => units))].map((unit) => nameOf.get(unit)!) : []
    return [{ sourceId: id, title, cases, lines }]
  })
}

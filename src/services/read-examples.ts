import { asItStands, type Cut } from '../domain/cut.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { listNameables } from '../storage/nameables.ts'
import { listExamples } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'

/** Words of the data that show what a code means. `paragraph` is the number to cite by. */
export type Example = Span & { codingId: number; codeId: number; words: string; source: { id: number; title: string }; paragraph: number }

/** The examples that were picked from the data, of one code or of all, in the order of the study: their words as they stand now. */
export async function readExamples(db: Db, projectId: number, codeId?: number, cut: Cut = asItStands): Promise<Example[]> {
  const codings = await listExamples(db, projectId, codeId)
  if (codings.length === 0) return []
  const texts = await textsOf(
    db,
    codings.map((one) => one.sourceId),
  )
  const paragraphs = new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]))
  const titles = new Map((await listNameables(db, projectId, 'source')).map(({ id, names }) => [id, names[0]!]))
  return codings.map(({ id, codeId: of, sourceId, start, end }) => ({
    codingId: id,
    codeId: of,
    start,
    end,
    words: cut(texts.get(sourceId)!, { start, end }),
    source: { id: sourceId, title: titles.get(sourceId)! },
    paragraph: paragraphsUnder(paragraphs.get(sourceId)!, { start, end }).find(({ number }) => number !== null)?.number ?? 1,
  }))
}

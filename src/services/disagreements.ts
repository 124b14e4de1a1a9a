import { type Disagreement, disagreementsIn } from '../domain/agreement/disagreements.ts'
import { flatten, treeOf } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { CodedPlace } from '../storage/coder-codings.ts'
import type { Coder } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { type Decision, listDecisions } from '../storage/decisions.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { type AgreementCode, chooseCoders } from './agreement.ts'
import { readCompared } from './rated-sources.ts'

/** `codeId`: one code alone, without those below it. `settled`: those that have been decided, or those that have not. `only`: the sources that the reader may see others' codings in, null for all. */
export type DisagreementWish = {
  projectId: number
  coders: readonly number[]
  codeId?: number | undefined
  settled: boolean
  page: number
  only: readonly number[] | null
}
/** A passage with its words, and what each coder put the code on. */
type ShownDisagreement = {
  code: AgreementCode
  source: { id: number; title: string }
  paragraph: number
  quotationId: number
  words: string
  missing: boolean
  by: { coder: Coder; words: string[] }[]
  decision: Decision | undefined
}
export type DisagreementPage = { coders: Coder[]; total: number; open: number; page: number; pages: number; shown: ShownDisagreement[] }
const PER_PAGE = 25

type Found = { code: AgreementCode; sourceId: number; at: Disagreement<CodedPlace>; decision: Decision | undefined }

/** Where coders differ, as the codebook and the sources go; settled or open. */
export async function readDisagreements(db: Db, wish: DisagreementWish): Promise<DisagreementPage> {
  const coders = await chooseCoders(db, wish.projectId, wish.coders)
  const { found, titles } = await findAll(db, wish, coders)
  const wanted = found.filter(({ decision }) => (decision !== undefined) === wish.settled)
  const pages = Math.max(1, Math.ceil(wanted.length / PER_PAGE))
  const page = Math.min(wish.page, pages)
  const here = wanted.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const texts = await textsOf(
    db,
    here.map(({ sourceId }) => sourceId),
  )
  return {
    coders,
    total: found.length,
    open: found.filter(({ decision }) => decision === undefined).length,
    page,
    pages,
    shown: here.map((one) => showing(one, coders, texts.get(one.sourceId)!, titles.get(one.sourceId)!)),
  }
}

async function findAll(db: Db, { projectId, codeId, only }: DisagreementWish, coders: readonly Coder[]) {
  const ids = coders.map(({ id }) => id)
  const all = await readCompared(db, projectId, ids, codeId === undefined ? {} : { codeIds: [codeId] })
  const compared = only ? all.filter(({ source }) => only.includes(source.id)) : all
  const codes = flatten(treeOf(await listCodes(db, projectId)))
  const decisions = new Map((await listDecisions(db, projectId)).map((one) => [`${one.quotationId} ${one.codeId}`, one]))
  const found: Found[] = []
  const byCode = new Map(compared.map(({ source, places }) => [source.id, groupBy(places, (place) => place.codeId)]))
  for (const code of codes)
    for (const { source, raters } of compared) {
      const places = byCode.get(source.id)!.get(code.id) ?? []
      const rating = ids.filter((_, bit) => raters & (1 << bit))
      for (const at of disagreementsIn(rating, places)) {
        const decided = at.codings.map(({ quotationId }) => decisions.get(`${quotationId} ${code.id}`)).find((one) => one !== undefined)
        found.push({ code, sourceId: source.id, at, decision: decided })
      }
    }
  return { found, titles: new Map(compared.map(({ source }) => [source.id, source.title])) }
}

function showing({ code, sourceId, at, decision }: Found, coders: readonly Coder[], text: string, title: string): ShownDisagreement {
  const { id, key, tone, depth, label, path } = code
  const longest = [...at.codings].sort((a, b) => b.end - b.start - (a.end - a.start) || a.quotationId - b.quotationId)[0]!
  return {
    code: { id, key, tone, depth, label, path },
    source: { id: sourceId, title },
    paragraph: paragraphsUnder(paragraphsOf(text), at)[0]?.number ?? 1,
    quotationId: decision?.quotationId ?? longest.quotationId,
    words: text.slice(at.start, at.end),
    missing: at.missing,
    by: at.by.map(({ coderId, spans }) => ({
      coder: coders.find((one) => one.id === coderId)!,
      words: spans.map(({ start, end }) => text.slice(start, end)),
    })),
    decision,
  }
}

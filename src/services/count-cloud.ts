import { isAsked } from '../domain/answer.ts'
import type { CloudCount, CloudWord } from '../domain/cloud-count.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { type CodeNode, withDescendants } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { countWordsIn, formOf } from '../domain/word-count.ts'
import { stem } from '../search/stem.ts'
import { listQuotedSpans } from '../storage/quoted-spans.ts'
import type { Db } from '../storage/schema.ts'
import { listThemeAnswers } from '../storage/theme-answers.ts'
import { type CloudScope, codeIdsOf, unitsWanted } from './cloud-scope.ts'
import { readCloudTexts } from './cloud-texts.ts'

/** Count the informants' words, or those under quotations. */
export async function countCloudWords(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<CloudCount> {
  const { texts, quotations } = await readCloudTexts(db, projectId, scope, request, group)
  const { words, total } = countWordsIn(texts, stem)
  const hidden = new Set(request.without)
  const counted = words.filter((word) => word.count >= request.least && !word.forms.some((form) => hidden.has(form)))
  const of = unitsWithSource(scope, request, group).size
  const shown = counted.slice(0, request.most).map(({ word, count, units, forms }) => ({ text: word, count, units, of, asked: false, forms, code: null }))
  return { group, words: shown, rest: counted.length - shown.length, total, quotations, of, unit: scope.unit }
}

/** Count codes: those below the theme, or below every theme; a theme with none below stands itself. Sized by share, so in the order of it. */
export async function countCloudLabels(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<CloudCount> {
  const within = request.themeId ? withDescendants(scope.codes.find(({ id }) => id === request.themeId)!) : scope.codes
  const shown = within.filter((code) => (code.depth > 0 && code.id !== request.themeId) || code.children.length === 0)
  const withSource = unitsWithSource(scope, request, group)
  const baseOf = await readBases(db, projectId, withSource)
  const byCode = await readLabelled(db, projectId, scope, request, group)
  const counted = shown.map((code) => {
    const coded = withDescendants(code).flatMap(({ id }) => byCode.get(id) ?? [])
    return toLabel(code, new Set(coded.map(({ quotationId }) => quotationId)).size, new Set(coded.flatMap(({ units }) => units)), baseOf(code.themeId))
  })
  const hidden = new Set(request.without)
  const kept = counted.filter(
    ({ count, text }) =>
      count >= Math.max(1, request.least) &&
      !formOf(text)
        .split(' ')
        .some((form) => hidden.has(form)),
  )
  kept.sort((a, b) => shareOf(b) - shareOf(a) || b.count - a.count || (a.text < b.text ? -1 : 1))
  const quotations = new Set([...byCode.values()].flat().map(({ quotationId }) => quotationId)).size
  const words = kept.slice(0, request.most)
  return { group, words, rest: kept.length - words.length, total: 0, quotations, of: withSource.size, unit: scope.unit }
}

/** The share of those asked whose words a code is on. */
export function shareOf({ units, of }: CloudWord): number {
  return of > 0 ? units / of : 0
}

type Labelled = { quotationId: number; codeId: number; units: readonly number[] }

/** The codings of the request by code, each with the units that it counts for among those wanted. */
async function readLabelled(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<Map<number, Labelled[]>> {
  const codeIds = codeIdsOf(scope, request)
  const rows = await listQuotedSpans(db, projectId, { ...(codeIds && { codeIds }), ...(request.coderId && { coderId: request.coderId }) })
  const wanted = unitsWanted(scope, request, group)
  const labelled = rows.map(({ quotationId, codeId, sourceId, start, end }) => {
    const units = scope.unitsOf(sourceId, { start, end })
    return { quotationId, codeId, units: wanted ? units.filter((unit) => wanted.has(unit)) : units }
  })
  return groupBy(wanted ? labelled.filter(({ units }) => units.length > 0) : labelled, ({ codeId }) => codeId)
}

type Base = { units: ReadonlySet<number>; asked: boolean }

/** Units are counted among those of the base alone: what was said by somebody never asked is in the quotations, not in "4 of 11 asked". */
function toLabel(code: CodeNode, count: number, units: ReadonlySet<number>, base: Base): CloudWord {
  const { id, key, tone, path } = code
  const among = [...units].filter((unit) => base.units.has(unit)).length
  return { text: code.label, count, units: among, of: base.units.size, asked: base.asked, forms: [], code: { id, key, tone, path } }
}

/** Whom a theme's shares are of: the cases asked one of its questions, or, with no questions linked, the cases with a source. */
async function readBases(db: Db, projectId: number, withSource: ReadonlySet<number>): Promise<(themeId: number) => Base> {
  const bases = new Map<number, Base>()
  for (const [codeId, given] of groupBy(await listThemeAnswers(db, projectId), (answer) => answer.codeId)) {
    const asked = given.filter((answer) => isAsked(answer.status) && withSource.has(answer.caseId))
    bases.set(codeId, { units: new Set(asked.map((answer) => answer.caseId)), asked: true })
  }
  return (themeId) => bases.get(themeId) ?? { units: withSource, asked: false }
}

/** The units of the cloud that have a source: what "in 7 of 13 cases" is of. */
export function unitsWithSource(scope: CloudScope, request: CloudRequest, group: CaseGroup | null): ReadonlySet<number> {
  const wanted = unitsWanted(scope, request, group)
  return wanted ? new Set([...scope.withSource].filter((unit) => wanted.has(unit))) : scope.withSource
}

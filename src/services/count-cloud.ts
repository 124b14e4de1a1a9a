import { isInBase } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import type { CloudCount, CloudWord } from '../domain/cloud-count.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { type CodeNode, withDescendants } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { countWordsIn, formOf, type WordCount } from '../domain/word-count.ts'
import { stem } from '../search/stem.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { listSelected } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { stampOf } from '../storage/stamp.ts'
import { type CloudPart, type CloudScope, readCloudPart } from './cloud-scope.ts'
import { readCloudTexts } from './cloud-texts.ts'

/** Count the informants' words, or those under quotations. */
export async function countCloudWords(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<CloudCount> {
  const part = await readCloudPart(db, projectId, scope, request, group)
  const { words, total, quotations } = await countOnce(db, projectId, scope, request, group, part)
  const hidden = new Set(request.without)
  const counted = words.filter((word) => word.count >= request.least && !word.forms.some((form) => hidden.has(form)))
  const of = part.withSource.size
  const shown = counted.slice(0, request.most).map(({ word, count, units, forms }) => ({ text: word, count, units, of, asked: false, forms, code: null }))
  return { group, words: shown, rest: counted.length - shown.length, total, quotations, of, unit: scope.unit }
}

type Counted = WordCount & { quotations: number | null }
const counts = new Map<string, Counted>()
const KEPT = 4

/** The same words are counted once as long as nothing has changed: hiding one or asking for more of them need not read every text again. */
async function countOnce(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null, part: CloudPart): Promise<Counted> {
  const { themeId, caseId, coderId, filter } = request
  const key = JSON.stringify([await stampOf(db), projectId, themeId, caseId, coderId, filter, group])
  const known = counts.get(key)
  if (known) return known
  const { texts, quotations } = await readCloudTexts(db, scope, request, part)
  const counted = { ...countWordsIn(texts, stem), quotations }
  counts.set(key, counted)
  for (const old of counts.keys()) if (counts.size > KEPT) counts.delete(old)
  return counted
}

/** Count codes: those below the theme, or below every theme; a theme with none below stands itself. In the order of their shares. */
export async function countCloudLabels(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<CloudCount> {
  const part = await readCloudPart(db, projectId, scope, request, group)
  const codings = await listSelected(db, part.selection)
  const byCode = groupBy(codings, ({ codeId }) => codeId)
  const baseOf = await readBases(db, projectId, scope, part)
  const counted = labelsOf(scope, request).map((code) => {
    const theirs = withDescendants(code).flatMap(({ id }) => byCode.get(id) ?? [])
    const units = new Set(theirs.flatMap((coding) => scope.unitsOf(coding.sourceId, coding)))
    return toLabel(code, new Set(theirs.map(({ quotationId }) => quotationId)).size, units, baseOf(code.id))
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
  const words = kept.slice(0, request.most)
  const quotations = new Set(codings.map(({ quotationId }) => quotationId)).size
  return { group, words, rest: kept.length - words.length, total: 0, quotations, of: part.withSource.size, unit: scope.unit }
}

/** The share of those asked whose words a code is on. */
export function shareOf({ units, of }: CloudWord): number {
  return of > 0 ? units / of : 0
}

function labelsOf({ codes }: CloudScope, { themeId }: CloudRequest): CodeNode[] {
  const within = themeId ? withDescendants(codes.find(({ id }) => id === themeId)!) : codes
  return within.filter((code) => (code.depth > 0 && code.id !== themeId) || code.children.length === 0)
}

type LabelBase = { units: ReadonlySet<number>; asked: boolean }

/** Units are counted among those of the base alone: what was said by somebody never asked is in the quotations, not in "4 of 11 asked". */
function toLabel(code: CodeNode, count: number, units: ReadonlySet<number>, base: LabelBase): CloudWord {
  const { id, key, tone, path } = code
  const among = [...units].filter((unit) => base.units.has(unit)).length
  return { text: code.label, count, units: among, of: base.units.size, asked: base.asked, forms: [], code: { id, key, tone, path } }
}

/** Whom a code's shares are of, among the units of the cloud: the cases asked for it, or, with no questions linked, the cases with a source. */
async function readBases(db: Db, projectId: number, scope: CloudScope, { wanted, withSource }: CloudPart): Promise<(codeId: number) => LabelBase> {
  if (scope.unit === 'source') return () => ({ units: withSource, asked: false })
  const everywhere = new Set(scope.cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const bases = basesOf(scope.tree, await listLinkedQuestions(db, projectId), await listGivenAnswers(db, projectId), everywhere)
  const ids = scope.cases.map(({ id }) => id).filter((id) => !wanted || wanted.has(id))
  return (codeId) => {
    const { basis, standingOf } = bases.get(codeId)!
    return { units: new Set(ids.filter((id) => isInBase(standingOf(id)))), asked: basis === 'asked' }
  }
}

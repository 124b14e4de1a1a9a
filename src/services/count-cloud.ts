import { isInBase } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import type { CloudCount, CloudWord } from '../domain/cloud-count.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { type CodeNode, withDescendants } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { type ComparedWord, countSides, formOf } from '../domain/word-count.ts'
import { stem } from '../search/stem.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { listSelected } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { stampOf } from '../storage/stamp.ts'
import { type CloudPart, type CloudScope, readCloudPart } from './cloud-scope.ts'
import { type CloudTexts, readCloudTexts } from './cloud-texts.ts'
import { withThemes } from './themes-of-words.ts'

/** Count the informants' words, or those under quotations, of one of the groups of a request; the other decides with it which forms are one word. `isName`: words that are left out. */
export async function countCloudWords(
  db: Db,
  projectId: number,
  scope: CloudScope,
  request: CloudRequest,
  group: CaseGroup | null,
  isName: (word: string) => boolean = () => false,
): Promise<CloudCount> {
  const { words, groups } = await countRequest(db, projectId, scope, request)
  const at = group === request.group ? 0 : 1
  const { total, quotations, of } = groups[at]!
  const hidden = new Set(request.without)
  const counted = words
    .map(({ word, forms, sides }) => ({ text: word, forms, ...sides[at]! }))
    .filter(({ count, forms }) => count >= request.least && count > 0 && !isHidden(forms, hidden) && !forms.some((form) => form.split(' ').some(isName)))
    .sort((a, b) => b.count - a.count || b.units - a.units)
  const first = counted.slice(0, request.most).map((word) => ({ ...word, of, asked: false, code: null, theme: null }))
  const shown = await withThemes(db, { projectId, scope, request, group }, first, total)
  return {
    group,
    words: shown,
    rest: counted.length - shown.length,
    total,
    quotations,
    of,
    unit: scope.unit,
    asked: request.questionId !== null && scope.unit === 'case',
  }
}

/** Is any of a word's forms left out, or any word of a run? */
export function isHidden(forms: readonly string[], hidden: ReadonlySet<string>): boolean {
  return hidden.size > 0 && forms.some((form) => hidden.has(form) || form.split(' ').some((part) => hidden.has(part)))
}

/** The words of a request over its one group or its two, and of each group how many words, quotations (null: not of quotations) and units it has. */
export type CountedRequest = { words: ComparedWord[]; groups: { group: CaseGroup | null; total: number; quotations: number | null; of: number }[] }
const counts = new Map<string, CountedRequest>()
const KEPT = 4

/** The same words are counted once as long as nothing has changed: hiding one or asking for more of them need not read every text again. */
export async function countRequest(db: Db, projectId: number, scope: CloudScope, request: CloudRequest): Promise<CountedRequest> {
  const { themeId, questionId, caseId, coderId, filter, group, beside, run } = request
  const key = JSON.stringify([await stampOf(db), projectId, themeId, questionId, run, caseId, coderId, filter, group, beside])
  const known = counts.get(key)
  if (known) return known
  const read = await readSides(db, projectId, scope, request)
  const { words, totals } = countSides(
    read.map(({ texts }) => texts),
    stem,
    run,
  )
  const stopped = new Set(scope.stopWords)
  const counted = {
    words: words.filter(({ forms }) => !isHidden(forms, stopped)),
    groups: read.map(({ group, quotations, of }, at) => ({ group, quotations, of, total: totals[at]! })),
  }
  counts.set(key, counted)
  for (const old of counts.keys()) if (counts.size > KEPT) counts.delete(old)
  return counted
}

/** The texts of a request's group, and of the one beside it where there is one. */
export async function readSides(db: Db, projectId: number, scope: CloudScope, request: CloudRequest) {
  const sides: (CloudTexts & { group: CaseGroup | null; of: number })[] = []
  for (const group of request.beside ? [request.group, request.beside] : [request.group]) {
    const part = await readCloudPart(db, projectId, scope, request, group)
    sides.push({ ...(await readCloudTexts(db, scope, request, part)), group, of: (part.asked ?? part.withSource).size })
  }
  return sides
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
  const heavier = (a: CloudWord, b: CloudWord) => (request.weigh === 'quotations' ? b.count - a.count : 0)
  kept.sort((a, b) => heavier(a, b) || shareOf(b) - shareOf(a) || b.count - a.count || (a.text < b.text ? -1 : 1))
  const words = kept.slice(0, request.most)
  const quotations = new Set(codings.map(({ quotationId }) => quotationId)).size
  return {
    group,
    words,
    rest: kept.length - words.length,
    total: 0,
    quotations,
    of: (part.asked ?? part.withSource).size,
    unit: scope.unit,
    asked: part.asked !== null,
  }
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
  return { text: code.label, count, units: among, of: base.units.size, asked: base.asked, forms: [], code: { id, key, tone, path }, theme: null }
}

/** Whom a code's shares are of, among the units of the cloud: the cases asked for it, or, with no questions linked, the cases with a source. */
async function readBases(db: Db, projectId: number, scope: CloudScope, { wanted, withSource, asked }: CloudPart): Promise<(codeId: number) => LabelBase> {
  if (asked) return () => ({ units: asked, asked: true })
  if (scope.unit === 'source') return () => ({ units: withSource, asked: false })
  const everywhere = new Set(scope.cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const bases = basesOf(scope.tree, await listLinkedQuestions(db, projectId), await listGivenAnswers(db, projectId), everywhere)
  const ids = scope.cases.map(({ id }) => id).filter((id) => !wanted || wanted.has(id))
  return (codeId) => {
    const { basis, standingOf } = bases.get(codeId)!
    return { units: new Set(ids.filter((id) => isInBase(standingOf(id)))), asked: basis === 'asked' }
  }
}

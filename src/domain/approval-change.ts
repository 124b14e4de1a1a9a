import { firstAndLast } from './first-and-last.ts'

type Row = Record<string, unknown>
type Changed = { readonly table: string; readonly rowId: number; readonly before: Row | null; readonly after: Row | null }
/** What became of something since it was approved: codings that came, went or lie elsewhere, and what is written otherwise. `text`: of a source, its words. */
export type ApprovalChange = { put: number; gone: number; moved: number; written: readonly ApprovedField[]; text: boolean }
const approvedFields = ['label', 'definition', 'when_to_use', 'when_not', 'example', 'parent_id', 'retired_at', 'title'] as const
type ApprovedField = (typeof approvedFields)[number]

/** Of a code with those below it. */
export function changeOfCode(rows: readonly Changed[], codeIds: ReadonlySet<number>): ApprovalChange {
  const isOf = (side: Row | null) => side !== null && codeIds.has(Number(side['code_id']))
  const codes = firstAndLast(rows, 'code').filter(({ id, earlier }) => codeIds.has(id) || (earlier && codeIds.has(Number(earlier['parent_id']))))
  return { ...codingsOf(rows, isOf), written: fieldsOf(codes), text: false }
}

/** Of a source. `quotationIds`: those that lie in it, or lay there. */
export function changeOfSource(rows: readonly Changed[], sourceId: number, quotationIds: ReadonlySet<number>): ApprovalChange {
  const isOf = (side: Row | null) => side !== null && quotationIds.has(Number(side['quotation_id']))
  const sources = firstAndLast(rows, 'source').filter(({ id }) => id === sourceId)
  return { ...codingsOf(rows, isOf), written: fieldsOf(sources), text: sources.some(({ earlier, now }) => earlier?.['version_id'] !== now?.['version_id']) }
}

function codingsOf(rows: readonly Changed[], isOf: (side: Row | null) => boolean) {
  const sides = firstAndLast(rows, 'coding').map(({ earlier, now }) => ({ was: isOf(earlier), is: isOf(now), earlier, now }))
  return {
    put: sides.filter(({ was, is }) => is && !was).length,
    gone: sides.filter(({ was, is }) => was && !is).length,
    moved: sides.filter(
      ({ was, is, earlier, now }) => was && is && (earlier!['quotation_id'] !== now!['quotation_id'] || earlier!['code_id'] !== now!['code_id']),
    ).length,
  }
}

function fieldsOf(sides: readonly { earlier: Row | null; now: Row | null }[]): ApprovedField[] {
  return approvedFields.filter((field) => sides.some(({ earlier, now }) => (earlier?.[field] ?? '') !== (now?.[field] ?? '')))
}

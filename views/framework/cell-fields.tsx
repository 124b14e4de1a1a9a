import type { OpenFinding } from './finding-column.tsx'

/** The place of a cell, as fields of a form. */
export function CellFields({ open, back }: { open: OpenFinding; back: string }) {
  return (
    <>
      <input type="hidden" name="caseId" value={String(open.case.id)} />
      <input type="hidden" name="codeId" value={String(open.topic.codeId ?? '')} />
      <input type="hidden" name="questionId" value={String(open.topic.questionId ?? '')} />
      <input type="hidden" name="back" value={back} />
    </>
  )
}

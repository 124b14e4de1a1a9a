import { CodeKey } from './code-key.tsx'
import type { MatrixDrawing } from './matrix-drawing.ts'

/** The head of a column: a link that puts the rows in its order, and once more the other way round. */
export function ColumnHead({ drawing, column, pin }: { drawing: MatrixDrawing; column: number; pin: number }) {
  const { say } = drawing.reader
  const member = drawing.member('columns', column)
  const name = drawing.nameOf(member)
  const isGroup = drawing.wishes.columns.startsWith('attribute:')
  const label = isGroup ? say('matrix.group-of', { label: name, n: member.caseIds!.length }) : name
  const off = member.base.of === 0 && member.caseIds ? say('matrix.no-source') : member.quotations === 0 ? say('matrix.not-coded') : ''
  return (
    <th scope="col" class={`case${off ? ' off' : ''}${pin >= 0 ? ` pinned p${pin}` : ''}`} aria-sort={sortOf(drawing, member.key)} data-column={member.key}>
      <SortLink drawing={drawing} by={member.key} title={say('matrix.sort-by', { label: member.detail || label })}>
        {off ? `${label}, ${off}` : label}
      </SortLink>
      {member.code && (
        <span class={`key t${member.code.tone}${member.code.depth ? ' sub' : ''}`} aria-hidden="true">
          {member.code.key}
        </span>
      )}
    </th>
  )
}

/** A head that sorts rows by what stands under it. */
export function SortLink({ drawing, by, title, children }: { drawing: MatrixDrawing; by: string; title?: string; children?: string }) {
  const { sort } = drawing.wishes
  const next = sort === by ? `-${by}` : sort === `-${by}` ? '' : by
  return (
    <a class="sort" href={drawing.address({ sort: next })} title={title}>
      <span>{children}</span>
    </a>
  )
}

export function sortOf({ wishes }: MatrixDrawing, by: string): 'descending' | 'ascending' | undefined {
  const down = by === 'name' ? 'ascending' : 'descending'
  if (wishes.sort === by) return down
  return wishes.sort === `-${by}` ? (down === 'descending' ? 'ascending' : 'descending') : undefined
}

/** The head of a row: a code with its key, or a name. */
export function RowHead({ drawing, row }: { drawing: MatrixDrawing; row: number }) {
  const { say } = drawing.reader
  const member = drawing.member('rows', row)
  const name = drawing.nameOf(member)
  const label = drawing.wishes.rows.startsWith('attribute:') ? say('matrix.group-of', { label: name, n: member.caseIds!.length }) : name
  return (
    <th scope="row" title={member.detail || label} data-row={member.key}>
      {member.code ? <CodeKey code={{ ...member.code, label }} named /> : label}
      {member.base.of === 0 && member.caseIds && <span class="of">{`, ${say('matrix.no-source')}`}</span>}
    </th>
  )
}

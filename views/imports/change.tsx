import { differenceOf, visible } from '../../src/domain/difference.ts'
import type { ShownEdit } from '../../src/domain/read-notes.ts'

/** A place that was mended, as it stood and as it is now, among the words around it. */
export function Change({ edit }: { edit: Pick<ShownEdit, 'before' | 'after'> }) {
  const { left, gone, put, right } = differenceOf(edit.before, edit.after)
  return (
    <span class="change">
      {visible(left)}
      {gone !== '' && <del>{visible(gone)}</del>}
      {put !== '' && <ins>{visible(put)}</ins>}
      {visible(right)}
    </span>
  )
}

import type { Standing } from '../../src/domain/asked.ts'
import { type Form, Square } from '../analysis/unit-squares.tsx'
import { useReader } from '../layout/reader.ts'

/** Answered is filled, unanswered empty, "don't know" a question mark, not asked dashed, without source a dot, outside the guide a dash, waiting three dots. */
type Status = Exclude<Standing, 'with_source'>
const forms: Record<Status, Form> = {
  answered: 'quoted',
  unanswered: 'silent',
  dont_know: 'dont-know',
  not_asked: 'not-asked',
  no_source: 'no-source',
  outside_guide: 'outside-guide',
  waiting: 'waiting',
}

/** The form alone; its word stands beside it or in a label. */
export function StateMark({ status }: { status: Status }) {
  return (
    <svg class="state-mark" viewBox="0 0 18 18" aria-hidden="true">
      <Square form={forms[status]} />
    </svg>
  )
}

/** The form and its word. */
export function StateOf({ status }: { status: Status }) {
  const { say } = useReader()
  return (
    <span class={status === 'not_asked' || status === 'no_source' || status === 'outside_guide' ? 'state off' : 'state'}>
      <StateMark status={status} />
      {say(`answer.${status}`)}
    </span>
  )
}

import type { CountedStatus } from '../../src/domain/answer.ts'
import { type Form, Square } from '../analysis/unit-squares.tsx'
import { useReader } from '../layout/reader.ts'

/** Answered is filled, unanswered empty, "don't know" a question mark, not asked dashed, without source a dot, waiting three dots. */
const forms: Record<CountedStatus, Form> = {
  answered: 'quoted',
  unanswered: 'silent',
  dont_know: 'dont-know',
  not_asked: 'not-asked',
  no_source: 'no-source',
  waiting: 'waiting',
}

/** The form alone; its word stands beside it or in a label. */
export function StateMark({ status }: { status: CountedStatus }) {
  return (
    <svg class="state-mark" viewBox="0 0 18 18" aria-hidden="true">
      <Square form={forms[status]} />
    </svg>
  )
}

/** The form and its word. */
export function StateOf({ status }: { status: CountedStatus }) {
  const { say } = useReader()
  return (
    <span class={status === 'not_asked' || status === 'no_source' ? 'state off' : 'state'}>
      <StateMark status={status} />
      {say(`answer.${status}`)}
    </span>
  )
}

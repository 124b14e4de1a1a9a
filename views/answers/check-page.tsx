import type { CountedStatus } from '../../src/domain/answer.ts'
import { useReader } from '../layout/reader.ts'
import { StateOf } from './state-mark.tsx'

type Check = { caseId: number; caseName: string; question: { id: number; number: number; text: string }; status: CountedStatus; confidence: number }
type Props = { base: string; checks: readonly Check[] }

/** Answers that a rule is not sure of, the least sure first. */
export function CheckPage({ base, checks }: Props) {
  const { say, percent } = useReader()
  const href = ({ caseId, question }: Check) => `${base}/answers/${caseId}?question=${question.id}`
  return (
    <>
      <div class="page-head">
        <h1>{say('answers.check-title')}</h1>
        <p class="lead">{say(checks.length > 0 ? 'answers.check-lead' : 'answers.nothing-to-check')}</p>
        <p class="row">
          {checks[0] && (
            <a class="button first" href={href(checks[0])}>
              {say('answers.check-first')}
            </a>
          )}
          <a href={`${base}/answers`}>{say('answers.all')}</a>
        </p>
      </div>
      {checks.length > 0 && (
        <table class="plain-table stacks">
          <thead>
            <tr>
              <th scope="col">{say('answers.case')}</th>
              <th scope="col">{say('answers.question')}</th>
              <th scope="col">{say('answers.status')}</th>
              <th scope="col">{say('answers.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr>
                <th scope="row">{check.caseName}</th>
                <td>
                  <a href={href(check)}>{`${check.question.number}. ${check.question.text}`}</a>
                </td>
                <td>
                  <StateOf status={check.status} />
                </td>
                <td data-label={say('answers.sure')}>{percent(check.confidence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

import { questionsAround } from '../../src/domain/side.ts'
import { overlap } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { StateOf } from '../answers/state-mark.tsx'
import { useReader } from '../layout/reader.ts'
import { toParagraph } from './to-paragraph.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph }

/** Which question of the guide the passage answers, how it stands, and the questions before and after. Nothing where the source follows no guide. */
export function SideAnswers({ of, paragraph }: Props) {
  const { say } = useReader()
  const { previous, next, any } = questionsAround(of.paragraphs, paragraph.start)
  if (!any && of.answers.length === 0) return null
  const answers = of.answers.filter((answer) => overlap(answer, paragraph))
  const shown = [...new Map(answers.map((answer) => [`${answer.caseId} ${answer.questionId}`, answer])).values()]
  return (
    <section class="side-answers">
      <h3>{say('source.answers')}</h3>
      {shown.length === 0 && <p class="quiet">{say('side.answers-nothing')}</p>}
      {shown.map((answer) => (
        <p>
          <a href={`${of.project}/answers/${answer.caseId}?source=${of.source.id}&question=${answer.questionId}#answer`}>
            {say('source.question', { number: answer.number, text: answer.text })}
          </a>
          <span class="side-state small">
            <StateOf status={answer.status} />
          </span>
        </p>
      ))}
      <p class="row small">
        <To of={of} to={previous} sign="←" none={say('side.no-question-before')} />
        <To of={of} to={next} sign="→" none={say('side.no-question-after')} />
      </p>
    </section>
  )
}

function To({ of, to, sign, none }: { of: TranscriptView; to: ReturnType<typeof questionsAround>['next']; sign: '←' | '→'; none: string }) {
  const { say } = useReader()
  if (!to) return <span class="quiet">{none}</span>
  const label = say('side.question', { number: to.question.number })
  return (
    <a {...toParagraph(of, to.number)} title={to.question.text}>
      {sign === '←' ? `← ${label}` : `${label} →`}
    </a>
  )
}

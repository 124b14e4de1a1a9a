import { useReader } from '../layout/reader.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { AnswerText } from './answer-text.tsx'
import { type AnswerView, addressOf } from './answer-view.ts'
import { StateMark } from './state-mark.tsx'

/** A case's answers on one page: the questions, the text with what was found in it, and the forms that correct it. */
export function AnswerPage({ of }: { of: AnswerView }) {
  const { say } = useReader()
  return (
    <>
      <div class="answer-head">
        <h1>{say('answers.page-title', { name: of.case.name })}</h1>
        <p class="row">
          {of.sources.length > 1 ? (
            <nav class="choices" aria-label={say('answers.sources')}>
              {of.sources.map((source) => (
                <a href={`${of.path}?source=${source.id}`} aria-current={source.id === of.source.id ? 'true' : undefined}>
                  {source.title}
                </a>
              ))}
            </nav>
          ) : (
            <span class="quiet">{of.source.title}</span>
          )}
          <a href={`${of.base}/sources/${of.source.id}`}>{say('answers.to-transcript')}</a>
          <a href={`${of.base}/answers`}>{say('answers.all')}</a>
        </p>
        <p class="quiet small script-only of-keys">{say('answers.keys')}</p>
      </div>
      <AnswerLines of={of} />
      <AnswerText of={of} />
      <AnswerPanel of={of} />
    </>
  )
}

/** The questions with how each stands. `#answer-lines` ← every correction. */
export function AnswerLines({ of }: { of: AnswerView }) {
  const { say } = useReader()
  return (
    <nav class="answer-lines" id="answer-lines" aria-label={say('answers.questions')}>
      <ol>
        {of.lines.map((line, at) => (
          <>
            {line.section && line.section !== of.lines[at - 1]?.section && (
              <li class="part-head">
                <h2>{line.section}</h2>
              </li>
            )}
            <li>
              <a
                class={line.unsure ? 'unsure' : undefined}
                href={`${addressOf(of, line.question.id)}#answer`}
                aria-current={line === of.chosen ? 'true' : undefined}
              >
                <span class="no">{`${line.question.number}`}</span>
                <StateMark status={line.status} />
                <span class="ask">{line.question.text}</span>
                <span class="vh">{` ${say(`answer.${line.status}`)}${line.unsure ? `, ${say('answers.unsure')}` : ''}`}</span>
              </a>
            </li>
          </>
        ))}
      </ol>
    </nav>
  )
}

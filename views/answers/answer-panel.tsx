import { givenStatuses } from '../../src/domain/answer.ts'
import { useReader } from '../layout/reader.ts'
import { AnswerParts } from './answer-parts.tsx'
import type { AnswerLine, AnswerView } from './answer-view.ts'
import { Correct } from './correct.tsx'
import { PlaceFields } from './place-fields.tsx'
import { StateOf } from './state-mark.tsx'

const keys = { answered: 'B', unanswered: 'U', dont_know: 'D', not_asked: 'N' } as const

/** The chosen question's answer and every way to correct it. `#answer` ← every correction. */
export function AnswerPanel({ of }: { of: AnswerView }) {
  const { say } = useReader()
  const line = of.chosen
  return (
    <aside class="answer-panel" id="answer" tabindex={-1} aria-label={say('cases.answer')}>
      {!line && <p class="quiet">{say('answers.choose')}</p>}
      {line && <Chosen of={of} line={line} />}
      <NextCheck of={of} />
    </aside>
  )
}

function Chosen({ of, line }: { of: AnswerView; line: AnswerLine }) {
  const { say } = useReader()
  return (
    <>
      <header>
        <h2>{`${line.question.number}. ${line.question.text}`}</h2>
        <p class="row">
          <StateOf status={line.status} />
          {line.unsure && <span class="needs-you">{say('answers.unsure')}</span>}
        </p>
        <p class="quiet small">
          <MadeBy line={line} />
        </p>
      </header>
      {line.madeBy !== 'person' && (
        <Correct of={of} line={line} does="right">
          <button class="button first" type="submit" data-key="r">
            {say('answers.right')} <kbd aria-hidden="true">R</kbd>
          </button>
        </Correct>
      )}
      <Correct of={of} line={line} does="status">
        <fieldset class="row statuses">
          <legend class="small">{say('answers.say')}</legend>
          {givenStatuses
            .filter((status) => status !== line.status && (status !== 'answered' || line.parts.length > 0))
            .map((status) => (
              <button class="button small" type="submit" name="status" value={status} data-key={keys[status].toLowerCase()}>
                {say(`answers.say-${status}`)} <kbd aria-hidden="true">{keys[status]}</kbd>
              </button>
            ))}
        </fieldset>
      </Correct>
      <AnswerParts of={of} line={line} />
      <AddPart of={of} line={line} />
    </>
  )
}

function MadeBy({ line }: { line: AnswerLine }) {
  const { say, percent } = useReader()
  if (line.madeBy === null) return <>{say('answers.made-nobody')}</>
  if (line.madeBy === 'person') return <>{say('answers.made-person')}</>
  return <>{line.confidence === null ? say('answers.made-rule-plain') : say('answers.made-rule', { percent: percent(line.confidence) })}</>
}

function AddPart({ of, line }: { of: AnswerView; line: AnswerLine }) {
  const { say } = useReader()
  const first = of.paragraphs.find((paragraph) => paragraph.number !== null)?.number ?? 1
  const from = { paragraph: line.parts.at(-1)?.to.paragraph ?? first, word: 1 }
  return (
    <section class="stack add-part">
      <h3>{say('answers.add')}</h3>
      <Correct of={of} line={line} does="add" id="add-form">
        <input type="hidden" name="start" value="" />
        <input type="hidden" name="end" value="" />
        <p class="script-only">
          <button class="button" type="submit" data-key="a" data-needs-selection disabled>
            {say('answers.add-selected')} <kbd aria-hidden="true">A</kbd>
          </button>{' '}
          <span class="quiet small">{say('answers.add-select-first')}</span>
        </p>
      </Correct>
      <details>
        <summary>{say('answers.add-place')}…</summary>
        <Correct of={of} line={line} does="place">
          <PlaceFields from={from} to={{ ...from, word: 1000 }} />
          <button class="button small" type="submit">
            {say('answers.add-place')}
          </button>
        </Correct>
      </details>
    </section>
  )
}

function NextCheck({ of }: { of: AnswerView }) {
  const { say } = useReader()
  const here = of.toCheck.findIndex((check) => check.caseId === of.case.id && check.questionId === of.chosen?.question.id)
  const next = of.toCheck[here + 1]
  if (!next) return null
  return (
    <p class="next-check">
      <a class="button" href={`${of.base}/answers/${next.caseId}?question=${next.questionId}#answer`} data-key="e">
        {say('answers.next-check')} <kbd aria-hidden="true">E</kbd>
      </a>{' '}
      <span class="quiet small">{say('answers.to-check', { n: of.toCheck.length })}</span>
    </p>
  )
}

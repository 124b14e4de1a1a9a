import { useReader } from '../layout/reader.ts'
import { type AnswerLine, type AnswerView, addressOf, type ShownPart } from './answer-view.ts'
import { Correct } from './correct.tsx'
import { PlaceFields } from './place-fields.tsx'

type Props = { of: AnswerView; line: AnswerLine }
const steps = [
  ['paragraph', -1, 'step-paragraph-back', '«'],
  ['word', -1, 'step-word-back', '‹'],
  ['word', 1, 'step-word-on', '›'],
  ['paragraph', 1, 'step-paragraph-on', '»'],
] as const

/** The parts of an answer, each with its edges to move, another question to belong to, and its removal. */
export function AnswerParts({ of, line }: Props) {
  if (line.parts.length === 0) return null
  return (
    <ol class="answer-parts">
      {line.parts.map((part) => (
        <Part of={of} line={line} part={part} />
      ))}
    </ol>
  )
}

function Part({ of, line, part }: Props & { part: ShownPart }) {
  const { say } = useReader()
  const elsewhere = part.sourceId === of.source.id ? undefined : of.sources.find((source) => source.id === part.sourceId)
  const href = elsewhere ? addressOf({ ...of, source: { ...of.source, id: part.sourceId } }, line.question.id) : `#st-${part.from.paragraph}`
  return (
    <li class="answer-part stack" data-part={part.nth}>
      <h3>
        <a href={href}>{say('answers.part', { n: part.nth })}</a>
        {elsewhere && <span class="quiet small">{` ${say('answers.part-elsewhere', { source: elsewhere.title })}`}</span>}
      </h3>
      <p class="said">{part.last ? `${part.first} … ${part.last}` : part.first}</p>
      <Correct of={of} line={line} does="move" part={part.nth} class="move-form" hidden>
        <input type="hidden" name="start" value={`${part.start}`} />
        <input type="hidden" name="end" value={`${part.end}`} />
      </Correct>
      <Edge of={of} line={line} part={part} edge="start" />
      <Edge of={of} line={line} part={part} edge="end" />
      <details>
        <summary>{say('answers.place')}…</summary>
        <Correct of={of} line={line} does="place" part={part.nth}>
          <PlaceFields from={part.from} to={part.to} />
          <button class="button small" type="submit">
            {say('answers.place-set')}
          </button>
        </Correct>
      </details>
      <details>
        <summary>{say('answers.assign')}…</summary>
        <Correct of={of} line={line} does="assign" part={part.nth} class="row">
          <select name="to" aria-label={say('answers.assign-to')}>
            {of.lines
              .filter((other) => other !== line)
              .map((other) => (
                <option value={`${other.question.id}`}>{`${other.question.number}. ${other.question.text}`}</option>
              ))}
          </select>
          <button class="button small" type="submit">
            {say('answers.assign-set')}
          </button>
        </Correct>
      </details>
      <Correct of={of} line={line} does="remove" part={part.nth}>
        <button class="button bare small" type="submit" aria-label={`${say('answers.remove-part')} ${part.nth}`}>
          {say('answers.remove-part')}
        </button>
      </Correct>
    </li>
  )
}

function Edge({ of, line, part, edge }: Props & { part: ShownPart; edge: 'start' | 'end' }) {
  const { say } = useReader()
  return (
    <div class="row edge" role="group" aria-label={say(`answers.edge-${edge}`)}>
      <span class="small">{say(`answers.edge-${edge}`)}</span>
      {steps.map(([by, step, key, sign]) => (
        <Correct of={of} line={line} does="step" part={part.nth}>
          <input type="hidden" name="edge" value={edge} />
          <input type="hidden" name="by" value={by} />
          <input type="hidden" name="steps" value={`${step}`} />
          <button
            class="button bare small"
            type="submit"
            data-step={`${edge} ${by} ${step}`}
            aria-label={`${say(`answers.edge-${edge}`)}: ${say(`answers.${key}`)}`}
          >
            {sign}
          </button>
        </Correct>
      ))}
    </div>
  )
}

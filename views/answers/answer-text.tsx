import { useReader } from '../layout/reader.ts'
import type { AnswerView } from './answer-view.ts'

type Paragraph = AnswerView['paragraphs'][number]
type Run = Paragraph['runs'][number]

/** The text of the source, its questions and answers marked; the chosen answer's edges can be dragged. `#answer-text` ← every correction. */
export function AnswerText({ of }: { of: AnswerView }) {
  const { say } = useReader()
  return (
    <section class="answer-text" id="answer-text" aria-label={say('answers.text')} data-source={of.source.id}>
      {of.paragraphs.map((paragraph) => (
        <TextParagraph of={of} paragraph={paragraph} />
      ))}
    </section>
  )
}

function TextParagraph({ of, paragraph }: { of: AnswerView; paragraph: Paragraph }) {
  if (paragraph.number === null) return <p class="words blank">{of.text.slice(paragraph.start, paragraph.end)}</p>
  return (
    <div
      class={`turn${paragraph.speaker ? ' speaks' : ''}${paragraph.asks ? ' asks' : ''}`}
      id={`st-${paragraph.number}`}
      data-start={paragraph.start}
      data-end={paragraph.end}
    >
      <span class="at">{String(paragraph.number)}</span>
      {paragraph.speaker && <div class="speaker">{paragraph.speaker}</div>}
      <p class="words" lang={of.source.language}>
        {paragraph.runs.map((run) => (
          <RunOf of={of} run={run} />
        ))}
      </p>
    </div>
  )
}

/** The text content is exactly the text: handles are empty and named by their labels. */
function RunOf({ of, run }: { of: AnswerView; run: Run }) {
  const words = of.text.slice(run.start, run.end)
  const names = classesOf(run)
  const part = of.chosen?.parts.find((one) => run.under.some((layer) => layer.part === one.nth && one.sourceId === of.source.id))
  const marked =
    names.length === 0 ? (
      words
    ) : (
      <span class={names.join(' ')} data-part={part?.nth}>
        {words}
      </span>
    )
  return (
    <>
      {part && run.start === part.start && <Handle edge="start" nth={part.nth} />}
      {marked}
      {part && run.end === part.end && <Handle edge="end" nth={part.nth} />}
    </>
  )
}

function classesOf({ under }: Run): string[] {
  const names: string[] = []
  const answers = under.filter((layer) => layer.kind === 'answer')
  if (answers.length > 0) names.push('answer')
  if (answers.some((layer) => layer.part !== null)) names.push('chosen')
  if (under.some((layer) => layer.kind === 'question')) names.push('asked')
  if (under.some((layer) => layer.kind === 'preamble')) names.push('asked', 'preamble')
  if (under.some((layer) => layer.kind === 'label')) names.push('label-in-text')
  return names
}

function Handle({ edge, nth }: { edge: 'start' | 'end'; nth: number }) {
  const { say } = useReader()
  return <button class="handle" type="button" data-edge={edge} data-part={nth} aria-label={say(`answers.handle-${edge}`, { n: nth })} />
}

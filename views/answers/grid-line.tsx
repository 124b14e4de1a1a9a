import type { PropsWithChildren } from 'hono/jsx'
import type { CountedStatus } from '../../src/domain/answer.ts'
import type { KeyedCode } from '../../src/domain/code.ts'
import { CodeKey } from '../analysis/code-key.tsx'
import { Cite } from '../analysis/quotation.tsx'
import { CodeSelect } from '../codebook/code-select.tsx'
import { useReader } from '../layout/reader.ts'
import { StateOf } from './state-mark.tsx'

type ShownPart = {
  source: { id: number; title: string; language: string; versionId: number }
  start: number
  end: number
  paragraph: number
  words: string
  codes: readonly KeyedCode[]
}
export type ShownAnswer = {
  case: { id: number; name: string }
  question: { id: number; number: number; text: string }
  section: string
  status: CountedStatus
  unsure: boolean
  themes: readonly number[]
  parts: readonly ShownPart[]
}
type ShownLine = {
  guide: string
  answers: readonly ShownAnswer[]
  asked: number
  answered: number
  previous: number | undefined
  next: number | undefined
}
type Way = 'down' | 'along'
type Choice = { id: number; key: string; label: string; depth: number }
type Props = { base: string; slug: string; way: Way; line: ShownLine; codes: readonly Choice[]; title: string; stepTo: (id: number) => string }

/** A line of the grid to read: down a question, or along a case. What is read can be coded at once. */
export function GridLinePage({ base, slug, way, line, codes, title, stepTo }: Props) {
  const { say } = useReader()
  const [notAsked, noSource] = (['not_asked', 'no_source'] as const).map((status) => line.answers.filter((one) => one.status === status).length) as [
    number,
    number,
  ]
  return (
    <div class="grid-line">
      <header class="page-head">
        <p class="row small">
          <a href={`${base}/answers`}>{say('answers.all')}</a>
          {line.previous !== undefined && (
            <a href={stepTo(line.previous)} rel="prev">
              {say(`grid.previous-${way}`)}
            </a>
          )}
          {line.next !== undefined && (
            <a href={stepTo(line.next)} rel="next">
              {say(`grid.next-${way}`)}
            </a>
          )}
        </p>
        <h1>{title}</h1>
        <p class="lead">
          {line.asked === 0 ? say('answers.nobody-asked') : say(`grid.denominator-${way}`, { answered: line.answered, asked: line.asked })}
          {notAsked > 0 && ` ${say(`grid.outside-${way}`, { n: notAsked })}`}
          {noSource > 0 && ` ${say('grid.no-source', { n: noSource })}`}
        </p>
        <p class="quiet small script-only of-keys">{say('grid.keys')}</p>
      </header>
      {line.answers.map((answer) => (
        <GridAnswer base={base} slug={slug} way={way} answer={answer} codes={codes} />
      ))}
    </div>
  )
}

export function entryId({ case: one, question }: Pick<ShownAnswer, 'case' | 'question'>): string {
  return `answer-${one.id}-${question.id}`
}

/** One answer of the line: whose it is or to what, how it stands, and its words. `#answer-<case>-<question>` ← coding in it. */
export function GridAnswer({ base, slug, way, answer, codes }: Omit<Props, 'line' | 'title' | 'stepTo'> & { answer: ShownAnswer }) {
  const { say } = useReader()
  const { case: one, question, status, unsure, parts } = answer
  return (
    <section class="grid-answer" id={entryId(answer)} aria-labelledby={`${entryId(answer)}-h`}>
      <header class="row">
        <h2 id={`${entryId(answer)}-h`}>
          {way === 'down' ? (
            <a href={`${base}/answers/cases/${one.id}#${entryId(answer)}`}>{one.name}</a>
          ) : (
            <a href={`${base}/answers/questions/${question.id}#${entryId(answer)}`}>{`${question.number}. ${question.text}`}</a>
          )}
        </h2>
        <StateOf status={status} />
        {unsure && <span class="needs-you">{say('answers.unsure')}</span>}
        {status !== 'no_source' && (
          <a class="push small" href={`${base}/answers/${one.id}?question=${question.id}`}>
            {say('grid.correct')}
          </a>
        )}
      </header>
      {parts.map((part, nth) => (
        <Part slug={slug} part={part}>
          <CodeForm base={base} way={way} answer={answer} part={part} nth={nth} codes={codes} />
        </Part>
      ))}
    </section>
  )
}

/** The text content of the words is exactly the answer's. */
function Part({ slug, part, children }: PropsWithChildren<{ slug: string; part: ShownPart }>) {
  return (
    <figure class="quotation" data-start={part.start} data-end={part.end}>
      <blockquote class="said" lang={part.source.language}>
        {part.words}
      </blockquote>
      <figcaption class="cite">
        <Cite slug={slug} quotation={part} />
        <span class="row">
          {part.codes.map((code) => (
            <CodeKey code={code} named />
          ))}
        </span>
      </figcaption>
      {children}
    </figure>
  )
}

type FormProps = { base: string; way: Way; answer: ShownAnswer; part: ShownPart; nth: number; codes: readonly Choice[] }

/** Code what is selected in the answer, else all of it. What the question asks for is chosen at first. */
function CodeForm({ base, way, answer, part, nth, codes }: FormProps) {
  const { say } = useReader()
  const action = `${base}/answers/codings`
  if (codes.length === 0) return null
  const id = `code-${entryId(answer)}-${nth}`
  const chosen = answer.themes.find((theme) => codes.some((code) => code.id === theme))
  return (
    <form class="row" method="post" action={action} hx-post={action} hx-swap="none">
      <input type="hidden" name="way" value={way} />
      <input type="hidden" name="caseId" value={String(answer.case.id)} />
      <input type="hidden" name="questionId" value={String(answer.question.id)} />
      <input type="hidden" name="sourceId" value={String(part.source.id)} />
      <input type="hidden" name="version" value={String(part.source.versionId)} />
      <input type="hidden" name="start" value={String(part.start)} />
      <input type="hidden" name="end" value={String(part.end)} />
      <label class="vh" for={id}>
        {say('picker.code')}
      </label>
      <CodeSelect id={id} codes={codes} chosen={chosen} />
      <button class="button small" type="submit" data-whole={say('grid.code-answer')} data-selected={say('grid.code-selected')}>
        {say('grid.code-answer')}
      </button>
    </form>
  )
}

import { findingStates } from '../../src/domain/finding.ts'
import { type FrameworkCell, type FrameworkTopic, questionLines } from '../../src/domain/framework.ts'
import type { MemoPlace } from '../../src/domain/memo.ts'
import { CodeKey } from '../analysis/code-key.tsx'
import { Cite } from '../analysis/quotation.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection, type ShownMemo } from '../memos/memo-section.tsx'
import { DiscussLink } from '../review/discuss-link.tsx'
import { CellFields } from './cell-fields.tsx'
import { StandingOf } from './finding-mark.tsx'
import { FindingQuotations, type ShownList } from './finding-quotations.tsx'
import { type FrameworkWishes, frameworkAddress } from './framework-address.ts'
import { type Overtaken, Written } from './written.tsx'

type AnswerWords = { source: { id: number; title: string }; start: number; end: number; paragraph: number; words: string }
export type OpenFinding = {
  place: string
  topic: FrameworkTopic
  case: { id: number; name: string }
  cell: FrameworkCell
  seen: string
  filter: string
  list: ShownList
  answers: readonly AnswerWords[]
  memos: { place: MemoPlace; memos: readonly ShownMemo[] }
  /** Where the cell has been written in, judged or noted. */
  findingId: number | undefined
  /** What the writer sent that was not kept, and what another wrote instead. */
  unkept?: { text: string; overtaken: Overtaken } | undefined
}
export type Ways = { previous: string | undefined; next: string | undefined; nextToDo: string | undefined }
type Props = { base: string; slug: string; wishes: FrameworkWishes; open: OpenFinding; ways: Ways }

/** A cell that is open: what was found, written in place, and the words to write it from. `#cell` ← a cell of the framework. */
export function FindingColumn({ base, slug, wishes, open, ways }: Props) {
  const { topic, cell } = open
  const questions = questionLines(topic, [open.case.id])
  return (
    <section class="column finding-column" id="cell" aria-labelledby="cell-h" tabindex={-1} data-open={open.place}>
      <header>
        <Steps base={base} wishes={wishes} ways={ways} />
        <h2 id="cell-h">{open.case.name}</h2>
        <p>{topic.code ? <CodeKey code={{ ...topic.code, label: topic.label }} named /> : topic.label}</p>
        {questions.length > 0 && (
          <ul class="small quiet plain">
            {questions.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        )}
        <p class="row">
          <StandingOf cell={{ ...cell, state: null }} />
          {open.findingId !== undefined && <DiscussLink base={base} kind="finding" id={open.findingId} />}
        </p>
      </header>
      <FindingForm base={base} wishes={wishes} open={open} />
      {topic.questionId !== null && <AnswerText slug={slug} open={open} />}
      <FindingQuotations base={base} slug={slug} wishes={wishes} open={open} />
      <MemoSection base={base} {...open.memos} />
    </section>
  )
}

/** Ways to the cells before and after, and to the next that nobody has summed up. */
export function Steps({ base, wishes, ways }: { base: string; wishes: FrameworkWishes; ways: Ways }) {
  const { say } = useReader()
  const step = (cell: string | undefined, key: 'framework.previous' | 'framework.next') =>
    cell && <Step to={frameworkAddress(base, wishes, { cell })} label={say(key)} />
  const closeTo = frameworkAddress(base, wishes, { cell: '' })
  return (
    <div class="row small">
      {step(ways.previous, 'framework.previous')}
      {step(ways.next, 'framework.next')}
      <NextToDo base={base} wishes={wishes} cell={ways.nextToDo} />
      <a class="button bare push" href={closeTo} hx-get={closeTo} hx-target="#cell" hx-swap="outerHTML" data-close>
        {say('act.close')} <kbd aria-hidden="true">Esc</kbd>
      </a>
    </div>
  )
}

/** The way to the next cell that nobody has summed up, where there is one. */
export function NextToDo({ base, wishes, cell }: { base: string; wishes: FrameworkWishes; cell: string | undefined }) {
  const { say } = useReader()
  return cell === undefined ? null : <Step to={frameworkAddress(base, wishes, { cell })} label={say('framework.next-to-do')} does="next-to-do" />
}

function Step({ to, label, does }: { to: string; label: string; does?: string | undefined }) {
  return (
    <a href={to} hx-get={to} hx-target="#cell" hx-swap="outerHTML" data-step data-does={does}>
      {label} {does && <kbd aria-hidden="true">N</kbd>}
    </a>
  )
}

/** Saved by itself where scripts run; else by its button. What can't be sent stays in the field. */
function FindingForm({ base, wishes, open }: Pick<Props, 'base' | 'wishes' | 'open'>) {
  const { say } = useReader()
  const action = `${base}/framework/findings`
  const { cell, unkept } = open
  return (
    <form class="finding stack" method="post" action={action} hx-post={action} hx-swap="none" data-island="finding" data-place={open.place}>
      <CellFields open={open} back={frameworkAddress(base, wishes, { cell: open.place })} />
      <fieldset class="row finding-states">
        <legend class="small">{say('framework.judged')}</legend>
        {[...findingStates, ''].map((state) => (
          <label class="check">
            <input type="radio" name="state" value={state} checked={(cell.state ?? '') === state} /> {say(`framework.state-${(state || 'none') as 'none'}`)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="finding-text">{say('framework.summary')}</label>
        <p class="quiet small" id="finding-keys">
          {say('framework.field-keys')}
        </p>
        <textarea id="finding-text" name="text" rows={7} maxlength={20_000} placeholder={say('framework.summary-hint')} aria-describedby="finding-keys">
          {`\n${unkept?.text ?? cell.summary}`}
        </textarea>
      </div>
      <Written of={open.place} seen={open.seen} by={cell.writtenBy} at={cell.writtenAt} overtaken={unkept?.overtaken} />
    </form>
  )
}

/** What the case answered, whole, coded or not. */
function AnswerText({ slug, open: { answers } }: { slug: string; open: OpenFinding }) {
  const { say } = useReader()
  if (answers.length === 0) return null
  return (
    <section>
      <h3>{say('framework.answer')}</h3>
      {answers.map((part) => (
        <figure class="quotation">
          <blockquote>{part.words}</blockquote>
          <figcaption class="cite">
            <Cite slug={slug} quotation={part} />
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

import { flagOf, isToSummarise } from '../../src/domain/finding.ts'
import { type Framework, placeKey } from '../../src/domain/framework.ts'
import { useReader } from '../layout/reader.ts'
import { NextToDo } from './finding-column.tsx'
import { type FrameworkWishes, frameworkAddress } from './framework-address.ts'
import { type FrameworkChoices, FrameworkForm } from './framework-form.tsx'
import { DOWN, FrameworkTable } from './framework-table.tsx'
import { LiveFramework } from './live-framework.tsx'

type Props = { base: string; wishes: FrameworkWishes; choices: FrameworkChoices; framework: Framework; sentence: string; column: unknown; actId: number }

/** The framework matrix: what each case says of each topic, in words. Beside it what stands in the cell that is open. */
export function FrameworkPage({ base, wishes, choices, framework, sentence, column, actId }: Props) {
  const { say } = useReader()
  const nothing = framework.topics.length === 0 || framework.cases.length === 0
  return (
    <>
      <div class="matrix-main">
        <h1>{say('framework.title')}</h1>
        <FrameworkForm base={base} wishes={wishes} choices={choices} sentence={sentence} />
        {nothing ? (
          <p class="notice">{say(emptyOf(wishes, framework))}</p>
        ) : (
          <>
            <FrameworkTally base={base} wishes={wishes} framework={framework} />
            <FrameworkTable base={base} wishes={wishes} framework={framework} />
            <Pages base={base} wishes={wishes} of={framework.cases.length} />
            <OpenForm base={base} wishes={wishes} />
          </>
        )}
      </div>
      {column as string}
      <LiveFramework base={base} wishes={wishes} actId={actId} />
    </>
  )
}

function emptyOf({ filter, topics }: FrameworkWishes, { topics: shown }: Framework) {
  if (shown.length === 0) return topics === 'themes' ? 'framework.no-themes' : 'framework.no-topics'
  return filter ? 'framework.no-cases-left' : 'framework.no-cases'
}

/** How far it has come, and what somebody should look at; each number opens the first such cell. `#framework-tally` ← writing in a cell. */
export function FrameworkTally({ base, wishes, framework }: Pick<Props, 'base' | 'wishes' | 'framework'>) {
  const { say } = useReader()
  const cells = framework.cases.flatMap((one, at) =>
    framework.topics.map((topic) => ({ key: placeKey({ topic: topic.key, caseId: one.id }), cell: topic.cells[at]! })),
  )
  const coded = cells.filter(({ cell }) => cell.quotations > 0)
  const summed = coded.filter(({ cell }) => !isToSummarise(cell)).length
  const flagged = (['no-evidence', 'no-summary'] as const).map((flag) => ({ flag, found: cells.filter(({ cell }) => flagOf(cell) === flag) }))
  return (
    <p class="framework-tally" id="framework-tally">
      {say('framework.tally', { n: summed, of: coded.length })}
      {flagged.map(({ flag, found }) => (
        <> {found[0] && <a href={frameworkAddress(base, wishes, { cell: found[0].key })}>{say(`framework.tally-${flag}`, { n: found.length })}</a>}</>
      ))}
    </p>
  )
}

function Pages({ base, wishes, of }: { base: string; wishes: FrameworkWishes; of: number }) {
  const { say } = useReader()
  if (of <= DOWN) return null
  const { from } = wishes
  return (
    <nav class="row pager" aria-label={say('framework.cases')}>
      {from > 0 && (
        <a href={frameworkAddress(base, wishes, { from: Math.max(0, from - DOWN), cell: '' })} rel="prev">
          {say('quotations.previous')}
        </a>
      )}
      <span>{say('answers.cases-shown', { from: Math.min(of, from + 1), to: Math.min(of, from + DOWN), of })}</span>
      {from + DOWN < of && (
        <a href={frameworkAddress(base, wishes, { from: from + DOWN, cell: '' })} rel="next">
          {say('quotations.next')}
        </a>
      )}
    </nav>
  )
}

/** What the island submits for the words behind a cell. */
function OpenForm({ base, wishes }: { base: string; wishes: FrameworkWishes }) {
  const action = `${base}/framework`
  return (
    <form id="open-cell" action={action} hx-get={action} hx-target="#cell" hx-swap="outerHTML" hidden>
      <input type="hidden" name="topics" value={wishes.topics} />
      <input type="hidden" name="by" value={String(wishes.by ?? '')} />
      <input type="hidden" name="filter" value={wishes.filter} />
      <input type="hidden" name="from" value={String(wishes.from)} />
      <input type="hidden" name="cell" value="" />
    </form>
  )
}

/** Nothing is open: how to open one, and the way to the first that nobody has summed up. `#cell` ← closing. */
export function NoFinding({ base, wishes, nextToDo }: Pick<Props, 'base' | 'wishes'> & { nextToDo: string | undefined }) {
  const { say } = useReader()
  return (
    <section class="column" id="cell" aria-labelledby="cell-h" tabindex={-1}>
      <header>
        <h2 id="cell-h">{say('framework.none-open')}</h2>
        <p class="quiet">{say('framework.how')}</p>
        <NextToDo base={base} wishes={wishes} cell={nextToDo} />
      </header>
    </section>
  )
}

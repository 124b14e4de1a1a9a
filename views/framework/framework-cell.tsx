import type { Standing } from '../../src/domain/asked.ts'
import { flagOf, isToSummarise } from '../../src/domain/finding.ts'
import { type FrameworkCell, type FrameworkTopic, placeKey, type Synthesis } from '../../src/domain/framework.ts'
import { useReader } from '../layout/reader.ts'
import { FreshMark } from '../review/fresh-mark.tsx'
import { StandingOf } from './finding-mark.tsx'
import { type FrameworkWishes, frameworkAddress } from './framework-address.ts'

type Props = { base: string; wishes: FrameworkWishes; topic: FrameworkTopic; at: string }

/** A cell of the framework: what was found, of how many quotations. Opens the words beside the table. */
export function FindingCell({ base, wishes, topic, at, one, cell }: Props & { one: { id: number; name: string }; cell: FrameworkCell }) {
  const { say } = useReader()
  const key = placeKey({ topic: topic.key, caseId: one.id })
  return (
    <CellLink base={base} wishes={wishes} cell={key} at={at} kind={isOff(cell.standing) ? 'off' : ''}>
      <span class="vh">{`${say('framework.cell-of', { case: one.name, topic: topic.label })} `}</span>
      <CellSaid of={key} cell={cell} />
      <FreshMark of={`cell ${key}`} />
      {cell.noted && <span class="quiet small">{say('memo.has')}</span>}
    </CellLink>
  )
}

function isOff(standing: Standing): boolean {
  return standing === 'not_asked' || standing === 'no_source' || standing === 'outside_guide'
}

/** What was written in a cell. `#said-<place>` ← writing in it and picking evidence. */
export function CellSaid({ of, cell }: { of: string; cell: FrameworkCell }) {
  const { say } = useReader()
  const flag = flagOf(cell)
  return (
    <span class="framework-said" id={saidId(of)} data-todo={isToSummarise(cell) ? '' : undefined}>
      <StandingOf cell={cell} />
      {cell.summary ? (
        <span class="framework-words">{cell.summary}</span>
      ) : (
        cell.quotations > 0 && !flag && <span class="framework-todo">{say('framework.to-summarise')}</span>
      )}
      {cell.quotations > 0 && (
        <span class="evidence">
          {cell.evidence > 0
            ? say('framework.n-of-quotations', { n: cell.evidence, of: cell.quotations })
            : say('framework.n-quotations', { n: cell.quotations })}
        </span>
      )}
      {flag && <span class="needs-you">{say(`framework.flag-${flag}`)}</span>}
    </span>
  )
}

/** What is drawn together of a topic, for a group or for all. */
export function SynthesisCell({ base, wishes, topic, at, group, name, synthesis }: Props & { group: number; name: string; synthesis: Synthesis | undefined }) {
  const { say } = useReader()
  const key = placeKey({ topic: topic.key, group })
  return (
    <CellLink base={base} wishes={wishes} cell={key} at={at} kind="synthesis">
      <span class="vh">{`${say('framework.cell-of', { case: name, topic: topic.label })} `}</span>
      <SynthesisSaid of={key} text={synthesis?.text ?? ''} />
    </CellLink>
  )
}

/** `#said-<place>` ← writing in it. */
export function SynthesisSaid({ of, text }: { of: string; text: string }) {
  const { say, may } = useReader()
  return (
    <span class="framework-said" id={saidId(of)}>
      {text ? (
        <span class="framework-words">{text}</span>
      ) : (
        <span class="framework-todo">{say(may('code') ? 'framework.to-draw' : 'framework.not-drawn')}</span>
      )}
    </span>
  )
}

export function saidId(place: string): string {
  return `said-${place.replace('.', '-')}`
}

type Link = { base: string; wishes: FrameworkWishes; cell: string; at: string; kind: string; children?: unknown }

function CellLink({ base, wishes, cell, at, kind, children }: Link) {
  return (
    <a
      class={`framework-cell ${kind}`.trim()}
      href={frameworkAddress(base, wishes, { cell })}
      data-cell={cell}
      data-at={at}
      aria-current={wishes.cell === cell ? 'true' : undefined}
    >
      {children as string}
    </a>
  )
}

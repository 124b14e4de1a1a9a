import {
  casesOf,
  countTopic,
  type Framework,
  type FrameworkCell,
  type FrameworkGroup,
  type FrameworkTopic,
  placeKey,
  synthesisKey,
} from '../../src/domain/framework.ts'
import { CodeKey } from '../analysis/code-key.tsx'
import { useReader } from '../layout/reader.ts'
import { Denominator } from './denominator.tsx'
import type { FrameworkWishes } from './framework-address.ts'
import { FindingCell, SynthesisCell } from './framework-cell.tsx'

type Props = { base: string; wishes: FrameworkWishes; framework: Framework }
/** Cases beneath each other; the denominators are of all. */
export const DOWN = 50
type Row = { case: number } | { group: number }

/** Cases down, topics across, and what is drawn together of each group and of all. On a phone each cell is a card under its case. */
export function FrameworkTable({ base, wishes, framework }: Props) {
  const { say } = useReader()
  const rows = rowsOf(framework, wishes.from)
  return (
    <section
      class="over framework-over"
      id="framework-scroll"
      tabindex={0}
      aria-label={say('framework.region')}
      data-island="matrix"
      data-rows={`${rows.length - 1}`}
      data-columns={`${framework.topics.length - 1}`}
    >
      <table class="framework" data-whole="">
        <caption class="vh">{say('framework.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" class="of-case">
              {say('framework.cases')}
            </th>
            {framework.topics.map((topic) => (
              <TopicHead topic={topic} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) =>
            'case' in row ? (
              <CaseRow base={base} wishes={wishes} framework={framework} at={row.case} nth={nth} />
            ) : (
              <SynthesisRow base={base} wishes={wishes} framework={framework} at={row.group} nth={nth} />
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

/** The rows of a page: what is drawn together of all, then the cases; where they are grouped each group begins with its own. */
function rowsOf({ cases, groups }: Framework, from: number): Row[] {
  const to = from + DOWN
  const shown = cases.map((_, at) => at).slice(from, to)
  if (groups.length === 0) return [{ group: 0 }, ...shown.map((at) => ({ case: at }))]
  const placed = groups.map((group, nth) => ({ nth: nth + 1, places: shown.filter((at) => group.caseIds.includes(cases[at]!.id)) }))
  const shownGroups = placed.filter(({ places }) => places.length > 0)
  return [{ group: 0 }, ...shownGroups.flatMap(({ nth, places }): Row[] => [{ group: nth }, ...places.map((at) => ({ case: at }))])]
}

function TopicHead({ topic }: { topic: FrameworkTopic }) {
  return (
    <th scope="col" title={topic.detail || topic.label}>
      {topic.code ? <CodeKey code={{ ...topic.code, label: topic.label }} named /> : topic.label}
    </th>
  )
}

type RowProps = Props & { at: number; nth: number }

function CaseRow({ base, wishes, framework, at, nth }: RowProps) {
  const one = framework.cases[at]!
  return (
    <tr class={framework.topics.every(({ cells }) => isBare(cells[at]!)) ? 'bare' : undefined}>
      <th scope="row" class="of-case">
        <b>{one.name}</b>
      </th>
      {framework.topics.map((topic, column) => (
        <td data-theme={topic.label}>
          <FindingCell base={base} wishes={wishes} topic={topic} one={one} cell={topic.cells[at]!} at={`${nth},${column}`} />
        </td>
      ))}
    </tr>
  )
}

/** Nothing is found there, and nothing said: such rows are low, so that more of them are seen. They stay so while somebody writes in one. */
function isBare({ quotations, summary, state, derived, noted }: FrameworkCell): boolean {
  return quotations === 0 && summary === '' && state === null && derived === null && !noted
}

function SynthesisRow({ base, wishes, framework, at, nth }: RowProps) {
  const { say } = useReader()
  const group = framework.groups[at - 1]
  const none = say('matrix.no-value')
  const name = group ? say('framework.synthesis-of', { group: nameOf(group, none) }) : say('framework.synthesis')
  return (
    <tr class={group ? 'synthesis' : 'synthesis of-all'}>
      <th scope="row" class="of-case">
        <b>{group ? nameOf(group, none) : say('framework.synthesis')}</b>
        <span>{group ? say('framework.synthesis-n', { n: group.caseIds.length }) : say('framework.all-cases', { n: framework.cases.length })}</span>
      </th>
      {framework.topics.map((topic, column) => {
        const place = { codeId: topic.codeId, questionId: topic.questionId, attributeId: group?.attributeId ?? null, group: group?.value ?? '' }
        const synthesis = framework.syntheses.get(synthesisKey(place))
        return (
          <td data-theme={topic.label}>
            <DenominatorOf framework={framework} topic={topic} at={at} />
            <SynthesisCell base={base} wishes={wishes} topic={topic} group={at} name={name} synthesis={synthesis} at={`${nth},${column}`} />
          </td>
        )
      })}
    </tr>
  )
}

/** The denominator of a topic for the cases of a group, or for all (`at` 0). */
export function DenominatorOf({ framework, topic, at }: { framework: Framework; topic: FrameworkTopic; at: number }) {
  const cells = casesOf(framework, topic, framework.groups[at - 1] ?? null)
  const counts = countTopic(
    topic,
    cells.map(({ cell }) => cell),
  )
  return <Denominator of={placeKey({ topic: topic.key, group: at })} counts={counts} cells={cells.map(({ case: one, cell }) => ({ name: one.name, cell }))} />
}

function nameOf({ label }: FrameworkGroup, none: string): string {
  return label ?? none
}

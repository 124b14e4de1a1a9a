import type { Context } from 'hono'
import { denominatorId } from '../../views/framework/denominator.tsx'
import { FindingColumn, type OpenFinding, type Ways } from '../../views/framework/finding-column.tsx'
import { FindingQuotations } from '../../views/framework/finding-quotations.tsx'
import type { FrameworkWishes } from '../../views/framework/framework-address.ts'
import { CellSaid, SynthesisSaid, saidId } from '../../views/framework/framework-cell.tsx'
import { FrameworkTally, NoFinding } from '../../views/framework/framework-page.tsx'
import { DenominatorOf } from '../../views/framework/framework-table.tsx'
import { type OpenSynthesis, SynthesisColumn } from '../../views/framework/synthesis-column.tsx'
import { type Overtaken, Written, writtenId } from '../../views/framework/written.tsx'
import { isToSummarise } from '../domain/finding.ts'
import { countTopic, type Framework, type FrameworkPlace, type FrameworkTopic, placeKey, placeOf } from '../domain/framework.ts'
import { readThresholds } from '../services/quantifiers.ts'
import { readOpenFinding, readOpenSynthesis } from '../services/read-finding.ts'
import type { AppEnv } from '../web/env.ts'
import { baseOf } from './here.ts'

/** What the writer sent and was not kept, and what another wrote instead. */
export type Unkept = { text: string; overtaken: Overtaken }
type Props = { c: Context<AppEnv>; wishes: FrameworkWishes; framework: Framework; unkept?: Unkept | undefined }

/** What stands beside the table: the open cell or synthesis, else how to open one. */
export async function FrameworkColumn({ c, wishes, framework, unkept }: Props) {
  const place = placeOf(wishes.cell)
  const base = baseOf(c)
  if (!place) return <NoFinding base={base} wishes={wishes} nextToDo={nextToDo(framework, undefined)} />
  const ways = waysFrom(framework, place)
  if ('caseId' in place) {
    const open = { ...(await openFinding(c, wishes, framework, place)), unkept }
    return <FindingColumn base={base} slug={c.var.project.slug} wishes={wishes} open={open} ways={ways} />
  }
  const words = { language: c.var.project.language, thresholds: await readThresholds(c.var.house.read, c.var.project.id) }
  return <SynthesisColumn base={base} wishes={wishes} open={{ ...openSynthesis(framework, place), unkept }} ways={ways} words={words} />
}

async function openFinding(
  c: Context<AppEnv>,
  { topics, by, filter }: FrameworkWishes,
  framework: Framework,
  place: FrameworkPlace & { caseId: number },
): Promise<OpenFinding> {
  const wish = { projectId: c.var.project.id, filter, topics, by }
  return { place: placeKey(place), ...(await readOpenFinding(c.var, wish, framework, place)) }
}

function openSynthesis(framework: Framework, place: FrameworkPlace & { group: number }): OpenSynthesis {
  const open = readOpenSynthesis(framework, place)
  const counts = countTopic(
    open.topic,
    open.cells.map(({ cell }) => cell),
  )
  const stray = place.group === 0 ? framework.stray.filter((one) => one.codeId === open.topic.codeId && one.questionId === open.topic.questionId) : []
  return { place: placeKey(place), ...open, counts, stray }
}

/** Down the topic to the case before and after, and to the next cell of all that nobody has summed up. */
function waysFrom({ cases, topics, groups }: Framework, place: FrameworkPlace): Ways {
  const down = (ids: readonly number[]): FrameworkPlace[] => ids.map((caseId) => ({ topic: place.topic, caseId }))
  const grouped = groups.flatMap(({ caseIds }, nth) => [{ topic: place.topic, group: nth + 1 }, ...down(caseIds)])
  const order: FrameworkPlace[] = [{ topic: place.topic, group: 0 }, ...(groups.length > 0 ? grouped : down(cases.map(({ id }) => id)))]
  const at = order.findIndex((one) => placeKey(one) === placeKey(place))
  const key = (one: FrameworkPlace | undefined) => one && placeKey(one)
  return { previous: key(order[at - 1]), next: key(order[at + 1]), nextToDo: nextToDo({ cases, topics }, place) }
}

/** The next cell that nobody has summed up, after a place and from the beginning again; the first of all where none is open. */
function nextToDo({ cases, topics }: Pick<Framework, 'cases' | 'topics'>, after: FrameworkPlace | undefined): string | undefined {
  const all = topics.flatMap((topic) => cases.map((one, nth) => ({ key: placeKey({ topic: topic.key, caseId: one.id }), cell: topic.cells[nth]! })))
  const here = after === undefined ? -1 : all.findIndex(({ key }) => key === placeKey(after))
  return [...all.slice(here + 1), ...all.slice(0, Math.max(0, here))].find(({ cell }) => isToSummarise(cell))?.key
}

/** Everything that saving changed on the page, but for what somebody writes in. */
export async function Saved({ c, wishes, framework, unkept }: Props) {
  const place = placeOf(wishes.cell)
  if (!place) return null
  const base = baseOf(c)
  const said = 'caseId' in place ? await SavedFinding({ c, wishes, framework, unkept, place }) : SavedSynthesis({ framework, unkept, place })
  return (
    <>
      {said}
      <hx-partial hx-target="#framework-tally" hx-swap="outerMorph">
        <FrameworkTally base={base} wishes={wishes} framework={framework} />
      </hx-partial>
      <hx-partial hx-target="#notices" hx-swap="innerHTML" />
    </>
  )
}

async function SavedFinding({ c, wishes, framework, unkept, place }: Props & { place: FrameworkPlace & { caseId: number } }) {
  const open = await openFinding(c, wishes, framework, place)
  const key = placeKey(place)
  const { cell, topic } = open
  return (
    <>
      <hx-partial hx-target={`#${writtenId(key)}`} hx-swap="outerHTML">
        <Written of={key} seen={open.seen} by={cell.writtenBy} at={cell.writtenAt} overtaken={unkept?.overtaken} />
      </hx-partial>
      <hx-partial hx-target={`#${saidId(key)}`} hx-swap="outerHTML">
        <CellSaid of={key} cell={cell} />
      </hx-partial>
      <Heads framework={framework} topic={topic} caseId={place.caseId} />
      <hx-partial hx-target={`#cell[data-open="${key}"] #finding-quotations`} hx-swap="outerMorph">
        <FindingQuotations base={baseOf(c)} slug={c.var.project.slug} wishes={wishes} open={open} />
      </hx-partial>
    </>
  )
}

function SavedSynthesis({ framework, unkept, place }: Pick<Props, 'framework' | 'unkept'> & { place: FrameworkPlace & { group: number } }) {
  const { synthesis, seen } = readOpenSynthesis(framework, place)
  const key = placeKey(place)
  return (
    <>
      <hx-partial hx-target={`#${writtenId(key)}`} hx-swap="outerHTML">
        <Written of={key} seen={seen} by={synthesis?.writtenBy ?? null} at={synthesis?.writtenAt ?? null} overtaken={unkept?.overtaken} />
      </hx-partial>
      <hx-partial hx-target={`#${saidId(key)}`} hx-swap="outerHTML">
        <SynthesisSaid of={key} text={synthesis?.text ?? ''} />
      </hx-partial>
    </>
  )
}

/** The denominators that a cell counts in: of all, and of its group. */
function Heads({ framework, topic, caseId }: { framework: Framework; topic: FrameworkTopic; caseId: number }) {
  const groups = framework.groups.flatMap(({ caseIds }, nth) => (caseIds.includes(caseId) ? [nth + 1] : []))
  return (
    <>
      {[0, ...groups].map((at) => (
        <hx-partial hx-target={`#${denominatorId(placeKey({ topic: topic.key, group: at }))}`} hx-swap="outerHTML">
          <DenominatorOf framework={framework} topic={topic} at={at} />
        </hx-partial>
      ))}
    </>
  )
}

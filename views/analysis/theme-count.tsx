import type { Thresholds } from '../../src/domain/quantifier.ts'
import { useReader } from '../layout/reader.ts'
import { FittingWord, type ReportLanguage } from './fitting-word.tsx'
import { type ShownUnit, UnitSquares } from './unit-squares.tsx'

export type ShownCount = {
  cases: number
  casesInBase: number
  base: number
  quotations: number
  codings: number
  standings: Record<'answered' | 'unanswered' | 'dont_know' | 'not_asked' | 'no_source', number>
  states: StateCounts
  statesInBase: StateCounts
  units: readonly ShownUnit[]
}
type StateCounts = Record<'yes' | 'no' | 'partly', number>
/** In which language the report is written, and when the project says which word. */
export type CountWords = { language: ReportLanguage; thresholds: Thresholds }
/** Where the numbers open: the quotations, and the cases judged to say so. */
export type CountLinks = { quotations: string; state: (state: 'yes' | 'no' | 'partly') => string }
type Props = { count: ShownCount; basis: 'asked' | 'source'; links: CountLinks; words: CountWords }
type Told = { n: number; word: string; state?: 'partly' | 'no' }

/** Three cells of a row: how many of the base say so (or have quotations, as long as nobody is judged), a square a case, and how many quotations. */
export function Counted({ count, basis, links, words }: Props) {
  const { say, number } = useReader()
  const judged = count.units.some(({ state }) => state)
  const n = judged ? count.statesInBase.yes : count.casesInBase
  const href = judged ? n > 0 && links.state('yes') : count.quotations > 0 && links.quotations
  return (
    <>
      <td class="said">
        <Linked href={href || undefined}>
          <b>{number(n)}</b> {say('freq.of', { base: count.base })}
        </Linked>{' '}
        <span class="of">
          {say(`freq.basis.${basis}`)} {judged && say('freq.say-yes')}
        </span>
        <FittingWord said={n} asked={count.base} others={count.units.length - count.base} {...words} />
      </td>
      <td class="chart">
        <UnitSquares units={count.units} />
        <Rest count={count} basis={basis} links={links} judged={judged} />
      </td>
      <td class="quotes" data-unit={say('freq.unit', { n: count.quotations })}>
        <Linked href={count.quotations > 0 ? links.quotations : undefined}>{number(count.quotations)}</Linked>
      </td>
    </>
  )
}

/** The others in words: who says otherwise, who did not answer, who was never asked. */
function Rest({ count, basis, links, judged }: Omit<Props, 'words'> & { judged: boolean }) {
  const { say, number } = useReader()
  const waiting = count.units.filter((unit) => unit.standing === 'waiting')
  const extra = judged ? count.states.yes - count.statesInBase.yes : count.cases - count.casesInBase - waiting.filter((unit) => unit.quoted).length
  const unjudged = judged ? count.units.filter(({ state, quoted, standing }) => !state && quoted && standing !== 'dont_know').length : 0
  const told: Told[] = [
    ...(['partly', 'no'] as const).map((state) => ({ n: count.states[state], word: say(`unit.${state}`), state })),
    { n: unjudged, word: say('unit.unjudged') },
    ...(basis === 'asked' ? (['dont_know', 'unanswered', 'not_asked'] as const) : []).map((status) => ({
      n: count.standings[status],
      word: say(`status.${status}`),
    })),
    { n: count.standings.no_source, word: say('status.no_source') },
    { n: waiting.length, word: say('status.waiting') },
  ].filter(({ n }) => n > 0)
  if (told.length === 0 && extra === 0) return null
  return (
    <span class="small quiet">
      {told.map(({ n, word, state }, at) => (
        <>
          {at > 0 && ', '}
          <Linked href={state && links.state(state)}>{`${number(n)} ${word}`}</Linked>
        </>
      ))}
      {extra > 0 && `${told.length > 0 ? ', ' : ''}${say('matrix.also', { n: extra })}`}
    </span>
  )
}

function Linked({ href, children }: { href: string | undefined; children?: unknown }) {
  return href ? <a href={href}>{children as string}</a> : <span>{children as string}</span>
}

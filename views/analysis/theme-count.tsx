import { type CasePart, isUnknown, type PartCounts, saidOf, unjudgedOf } from '../../src/domain/case-parts.ts'
import type { Thresholds } from '../../src/domain/quantifier.ts'
import { sayOthers } from '../../src/texts/denominator-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { FittingWord, type ReportLanguage } from './fitting-word.tsx'
import { type ShownUnit, UnitSquares } from './unit-squares.tsx'

export type ShownCount = {
  base: number
  others: number
  quotations: number
  judged: boolean
  parts: PartCounts
  units: readonly ShownUnit[]
}
/** In which language the report is written, and when the project says which word. */
export type CountWords = { language: ReportLanguage; thresholds: Thresholds }
/** Where the numbers open: the quotations, and just the cases of a part. */
export type CountLinks = { quotations: string; part: (part: CasePart) => string | undefined }
/** `asked`: numbers of the questions that ask for it. */
type Props = { count: ShownCount; basis: 'asked' | 'source'; asked: readonly number[]; links: CountLinks; words: CountWords }

/** What the first of the cells is in all rows; each row says what it is in its own. */
export function headOf(themes: readonly { readonly whole: { readonly judged: boolean } }[]) {
  const judged = themes.filter(({ whole }) => whole.judged).length
  return judged === 0 ? 'freq.cases' : judged === themes.length ? 'super.side-yes' : 'freq.cases-counted'
}

/** Three cells of a row: how many of the base say so (or have quotations, as long as nobody is judged), a square a case, and how many quotations. */
export function Counted({ count, basis, asked, links, words }: Props) {
  const { say, number } = useReader()
  const { judged } = count
  const n = saidOf(count)
  const href = n > 0 ? links.part(judged ? 'yes' : 'quoted') : undefined
  return (
    <>
      <td class="said">
        <Said count={count} basis={basis} href={href} />
        <FittingWord said={n} asked={count.base} unjudged={unjudgedOf(count)} others={count.others} questions={asked} {...words} />
      </td>
      <td class="chart">
        <UnitSquares count={count} />
        <Rest count={count} links={links} />
      </td>
      <td class="quotes" data-unit={say('freq.unit', { n: count.quotations })}>
        <Linked href={count.quotations > 0 ? links.quotations : undefined}>{number(count.quotations)}</Linked>
      </td>
    </>
  )
}

/** "2 of 16 asked say yes, 10 not judged"; of whom nobody is judged nothing is said in numbers of yes. */
function Said({ count, basis, href }: Pick<Props, 'count' | 'basis'> & { href: string | undefined }) {
  const { say, number } = useReader()
  const { base, judged } = count
  const unjudged = unjudgedOf(count)
  if (isUnknown(count))
    return (
      <span class="of">
        {say(basis === 'asked' ? 'chart.asked' : 'chart.with-source', { n: base })}, {say('freq.not-judged')}
      </span>
    )
  return (
    <>
      <Linked href={href}>
        <b>{number(saidOf(count))}</b> {say('freq.of', { base })}
      </Linked>{' '}
      <span class="of">
        {say(`freq.basis.${basis}`)} {say(judged ? 'freq.say-yes' : 'freq.have-quotations')}
        {unjudged > 0 && `, ${say('freq.so-many-not-judged', { n: unjudged })}`}
      </span>
    </>
  )
}

/** The others in words: who says otherwise, who did not answer, who was never asked. */
function Rest({ count, links }: Pick<Props, 'count' | 'links'>) {
  const { say, number } = useReader()
  const others = sayOthers(count, say)
  if (others.length === 0) return null
  return (
    <span class="small quiet">
      {others.map(({ part, n, word }, at) => (
        <>
          {at > 0 && ', '}
          <Linked href={links.part(part)}>{`${number(n)} ${word}`}</Linked>
        </>
      ))}
    </span>
  )
}

function Linked({ href, children }: { href: string | undefined; children?: unknown }) {
  return href ? <a href={href}>{children as string}</a> : <span>{children as string}</span>
}

import type { Thresholds } from '../../src/domain/quantifier.ts'
import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'
import { FittingWord, type ReportLanguage } from './fitting-word.tsx'
import type { MatrixChoices } from './matrix-form.tsx'
import { type ShownUnit, UnitLegend, UnitSquares } from './unit-squares.tsx'

export type ShownCount = {
  cases: number
  casesInBase: number
  base: number
  quotations: number
  codings: number
  standings: Record<'answered' | 'unanswered' | 'dont_know' | 'not_asked' | 'no_source', number>
  units: readonly ShownUnit[]
}
export type ShownFrequencies = {
  themes: readonly {
    code: { id: number; key: string; tone: number; label: string; path: string }
    basis: 'asked' | 'source'
    whole: ShownCount
    split: readonly ShownCount[]
  }[]
  groups: readonly { label: string | null; caseIds: readonly number[] }[]
  cases: number
  withSource: number
  coded: number
  quotations: number
}
type Links = (themeId: number, group?: number) => string
type Props = {
  slug: string
  name: string
  counts: ShownFrequencies
  choices: Pick<MatrixChoices, 'attributes'>
  wishes: { filter: string; split: string }
  sentence: string
  links: Links
  words: Words
}
/** In which language the report is written, and when the project says which word. */
type Words = { language: ReportLanguage; thresholds: Thresholds }

/** The supervisor's page, in its first form: each theme with its denominator; every number opens its quotations. */
export function FrequenciesPage({ slug, name, counts, choices, wishes, sentence, links, words }: Props) {
  const { say } = useReader()
  const exporting = `${new URLSearchParams({ ...(wishes.filter && { filter: wishes.filter }), ...(wishes.split && { split: wishes.split }) })}`
  return (
    <>
      <header>
        <h1>{name}</h1>
        <p>
          {say('freq.coded', { n: counts.coded, of: counts.withSource })}{' '}
          {counts.cases > counts.withSource && say('freq.no-source', { n: counts.cases - counts.withSource })} {sentence && say('filter.only', { sentence })}
        </p>
      </header>
      <section class="section">
        <header>
          <h2>{say('freq.themes')}</h2>
          <span class="quiet">{say('freq.how')}</span>
        </header>
        <FrequencyForm slug={slug} choices={choices} wishes={wishes} exporting={exporting} />
        {counts.themes.length === 0 || counts.cases === 0 ? (
          <p class="notice">{say('freq.empty')}</p>
        ) : (
          <FrequencyTable counts={counts} links={links} words={words} />
        )}
        <UnitLegend />
        <p class="quiet small">{say('freq.note')}</p>
        <p class="quiet small">
          {say('quantifiers.note')} <a href={`/projects/${slug}/quantifiers`}>{say('quantifiers.title')}</a>
        </p>
      </section>
    </>
  )
}

function FrequencyForm({ slug, choices, wishes, exporting }: Pick<Props, 'slug' | 'choices' | 'wishes'> & { exporting: string }) {
  const { say } = useReader()
  return (
    <form class="controls" action={`/projects/${slug}/frequencies`} data-island="matrix-form">
      <label for="split">{say('freq.split')}</label>
      <select id="split" name="split">
        <option value="">{say('freq.no-split')}</option>
        {choices.attributes.map(({ name }) => (
          <option value={`attribute:${name}`} selected={wishes.split === `attribute:${name}`}>
            {name}
          </option>
        ))}
      </select>
      <label for="filter">{say('filter.label')}</label>
      <input id="filter" name="filter" value={wishes.filter} autocomplete="off" spellcheck={false} />
      <button class="button" type="submit">
        {say('filter.apply')}
      </button>
      <span class="push row">
        {say('act.download')} <a href={`/projects/${slug}/exports/frequencies.xlsx?${exporting}`}>xlsx</a>
        <a href={`/projects/${slug}/exports/frequencies.csv?${exporting}`}>csv</a>
      </span>
    </form>
  )
}

function FrequencyTable({ counts, links, words }: { counts: ShownFrequencies; links: Links; words: Words }) {
  const { say } = useReader()
  return (
    <table class="freq">
      <caption class="vh">{say('freq.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('freq.theme')}</th>
          <th scope="col">{say('freq.cases')}</th>
          <th scope="col">{say('freq.every-case')}</th>
          <th scope="col">{say('matrix.quotations')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.themes.map(({ code, basis, whole, split }) => (
          <>
            <tr>
              <th scope="row">
                <CodeKey code={code} named />
              </th>
              <Counted count={whole} basis={basis} href={links(code.id)} words={words} />
            </tr>
            {split.map((part, index) => (
              <tr class="part">
                <th scope="row">{counts.groups[index]!.label ?? say('matrix.no-value')}</th>
                <Counted count={part} basis={basis} href={links(code.id, index)} words={words} />
              </tr>
            ))}
          </>
        ))}
      </tbody>
    </table>
  )
}

function Counted({ count, basis, href, words: fitting }: { count: ShownCount; basis: 'asked' | 'source'; href: string; words: Words }) {
  const { say, number } = useReader()
  const waiting = count.units.filter((unit) => unit.standing === 'waiting')
  const extra = count.cases - count.casesInBase - waiting.filter((unit) => unit.quoted).length
  const words = [
    ...(basis === 'asked' ? (['dont_know', 'unanswered', 'not_asked'] as const) : []).map((status) => [count.standings[status], `status.${status}`] as const),
    [count.standings.no_source, 'status.no_source'] as const,
    [waiting.length, 'status.waiting'] as const,
  ].filter(([n]) => n > 0)
  const note = [...words.map(([n, key]) => `${number(n)} ${say(key)}`), ...(extra > 0 ? [say('matrix.also', { n: extra })] : [])].join(', ')
  return (
    <>
      <td class="said">
        <Linked href={count.quotations > 0 ? href : undefined}>
          <b>{number(count.casesInBase)}</b> {say('freq.of', { base: count.base })}
        </Linked>{' '}
        <span class="of">{say(`freq.basis.${basis}`)}</span>
        <FittingWord said={count.casesInBase} asked={count.base} others={count.units.length - count.base} {...fitting} />
      </td>
      <td class="chart">
        <UnitSquares units={count.units} />
        {note && <span class="small quiet">{note}</span>}
      </td>
      <td class="quotes" data-unit={say('freq.unit', { n: count.quotations })}>
        <Linked href={count.quotations > 0 ? href : undefined}>{number(count.quotations)}</Linked>
      </td>
    </>
  )
}

function Linked({ href, children }: { href: string | undefined; children?: unknown }) {
  return href ? <a href={href}>{children as string}</a> : <span>{children as string}</span>
}

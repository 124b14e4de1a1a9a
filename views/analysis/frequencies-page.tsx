import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'
import { WordsAreIn } from './fitting-word.tsx'
import type { MatrixChoices } from './matrix-form.tsx'
import { Counted, type CountLinks, type CountWords, headOf, type ShownCount } from './theme-count.tsx'
import { UnitLegend } from './unit-squares.tsx'

export type ShownFrequencies = {
  themes: readonly {
    code: { id: number; key: string; tone: number; label: string; path: string }
    basis: 'asked' | 'source'
    asked: readonly number[]
    whole: ShownCount
    split: readonly ShownCount[]
  }[]
  groups: readonly { label: string | null; caseIds: readonly number[] }[]
  cases: number
  withSource: number
  coded: number
  quotations: number
}
type Links = (themeId: number, group?: number) => CountLinks
type Props = {
  slug: string
  name: string
  counts: ShownFrequencies
  choices: Pick<MatrixChoices, 'attributes'>
  wishes: { filter: string; split: string }
  sentence: string
  links: Links
  words: CountWords
}

/** Each theme with its denominator, of all and by groups; every number opens its quotations. */
export function FrequenciesPage({ slug, name, counts, choices, wishes, sentence, links, words }: Props) {
  const { say } = useReader()
  const exporting = `${new URLSearchParams({ ...(wishes.filter && { filter: wishes.filter }), ...(wishes.split && { split: wishes.split }) })}`
  return (
    <>
      <header>
        <h1>{say('freq.themes')}</h1>
        <p>
          {name}. {say('freq.coded', { n: counts.coded, of: counts.withSource })}{' '}
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
        <UnitLegend judged={isJudged(counts)} />
        <p class="quiet small">{say('freq.note')}</p>
        <p class="quiet small">
          <WordsAreIn language={words.language} />
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

function isJudged({ themes }: ShownFrequencies): boolean {
  return themes.some(({ whole }) => whole.judged)
}

function FrequencyTable({ counts, links, words }: { counts: ShownFrequencies; links: Links; words: CountWords }) {
  const { say } = useReader()
  return (
    <table class="freq">
      <caption class="vh">{say('freq.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('freq.theme')}</th>
          <th scope="col">{say(headOf(counts.themes))}</th>
          <th scope="col">{say('freq.every-case')}</th>
          <th scope="col">{say('matrix.quotations')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.themes.map(({ code, basis, asked, whole, split }) => (
          <>
            <tr>
              <th scope="row">
                <CodeKey code={code} named />
              </th>
              <Counted count={whole} basis={basis} asked={asked} links={links(code.id)} words={words} />
            </tr>
            {split.map((part, index) => (
              <tr class="part">
                <th scope="row">{counts.groups[index]!.label ?? say('matrix.no-value')}</th>
                <Counted count={part} basis={basis} asked={asked} links={links(code.id, index)} words={words} />
              </tr>
            ))}
          </>
        ))}
      </tbody>
    </table>
  )
}

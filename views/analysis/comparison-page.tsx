import type { CodeChoice } from '../../src/domain/code-choice.ts'
import type { Drawing } from '../../src/domain/drawing.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { AnalysisHead, Downloads, FilterField, Narrowed } from './analysis-parts.tsx'
import { type ChosenTheme, CodesPick } from './codes-pick.tsx'
import { ComparisonTable, type ShownComparison } from './comparison-table.tsx'
import { DrawingPicture } from './drawing-picture.tsx'

export type ComparisonWishes = { by: string; against: number; cuts: string; filter: string; codes: CodeChoice; of: 'yes' | 'quoted' }
type Props = {
  slug: string
  comparison: ShownComparison
  attributes: readonly { name: string; type: string }[]
  themes: readonly ChosenTheme[]
  wishes: ComparisonWishes
  sentence: string
  said: { title: string; base: string }
  drawings: { wide: Drawing; narrow: Drawing }
  /** The address behind a count: THEME.GROUP. */
  addressOf: (opens: string) => string | undefined
  casesOf: (theme: number, group: number) => string
}

/** Two groups or more on each theme: shares with their intervals, what these can't mean, and everything in numbers. */
export function ComparisonPage({ slug, comparison, attributes, themes, wishes, sentence, said, drawings, addressOf, casesOf }: Props) {
  const { say } = useReader()
  const some = comparison.groups.length > 1 && comparison.themes.length > 0
  const by = wishes.by && `attribute:${wishes.by}`
  return (
    <>
      <AnalysisHead slug={slug} title={say('compare.title')} lead={say('compare.lead')} />
      {attributes.length === 0 ? (
        <p class="notice">{say('compare.no-attributes')}</p>
      ) : (
        <ComparisonForm slug={slug} comparison={comparison} attributes={attributes} themes={themes} wishes={wishes} />
      )}
      <Narrowed sentence={sentence} />
      {attributes.length > 0 && !wishes.by && <p class="notice">{say('compare.choose')}</p>}
      {wishes.by && !some && <p class="notice">{say('compare.one-group')}</p>}
      {some && (
        <>
          <section class="section">
            <header>
              <h2>{said.title}</h2>
              <Downloads
                slug={slug}
                what="comparison"
                formats={['svg', 'png', 'csv', 'xlsx', 'json']}
                query={{ ...wishes, by, against: `${wishes.against}`, codes: `${wishes.codes}` }}
              />
            </header>
            <figure class="chart-figure">
              <DrawingPicture drawing={drawings.wide} label={said.title} shape="wide" addressOf={addressOf} />
              <DrawingPicture drawing={drawings.narrow} label={said.title} shape="narrow" addressOf={addressOf} />
              <figcaption>{said.base}</figcaption>
            </figure>
            <p class="caution">
              {say('compare.what-not')} {comparison.themes.length * comparison.groups.length > 6 && say('compare.many')}
            </p>
          </section>
          <ComparisonTable comparison={comparison} addressOf={addressOf} casesOf={casesOf} />
        </>
      )}
    </>
  )
}

function ComparisonForm({ slug, comparison, attributes, themes, wishes }: Omit<Props, 'sentence' | 'said' | 'drawings' | 'addressOf' | 'casesOf'>) {
  const { say } = useReader()
  const groups = comparison.groups.map(({ label }, at) => ({ value: `${at + 1}`, label: label ?? say('matrix.no-value') }))
  return (
    <form class="analysis-form" action={`/projects/${slug}/comparison`} data-island="matrix-form">
      <p class="sentence">
        <Select
          name="by"
          label={say('compare.by')}
          all={say('freq.no-split')}
          chosen={wishes.by}
          options={attributes.map(({ name }) => ({ value: name, label: name }))}
        />
        {groups.length > 1 && (
          <>
            , <Select name="against" label={say('compare.against')} chosen={comparison.against} options={groups} />
          </>
        )}{' '}
        <Select
          name="of"
          label={say('compare.counted')}
          chosen={wishes.of}
          options={(['yes', 'quoted'] as const).map((of) => ({ value: of, label: say(`compare.counted-${of}`) }))}
        />{' '}
        <CodesPick label={say('co.for')} chosen={wishes.codes} themes={themes} />
      </p>
      <FilterField filter={wishes.filter}>
        {attributes.some(({ name, type }) => name === wishes.by && type === 'number') && (
          <label class="row">
            {say('compare.cuts')} <input name="cuts" value={wishes.cuts} inputmode="numeric" placeholder="5000; 10000" autocomplete="off" />
          </label>
        )}
      </FilterField>
    </form>
  )
}

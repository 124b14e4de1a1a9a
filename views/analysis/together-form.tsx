import { type Relation, relations } from '../../src/domain/co-occurrence.ts'
import type { CodeChoice } from '../../src/domain/code-choice.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'
import { FilterField } from './analysis-parts.tsx'
import { Count } from './cloud-form.tsx'
import { type ChosenTheme, CodesPick } from './codes-pick.tsx'

export type TogetherWishes = { relation: Relation; words: number; codes: CodeChoice; filter: string }

/** What is counted, as a sentence with choices; an ordinary form that asks for the page again. */
export function TogetherForm({ slug, wishes, themes }: { slug: string; wishes: TogetherWishes; themes: readonly ChosenTheme[] }) {
  const { say } = useReader()
  return (
    <form class="analysis-form" action={`/projects/${slug}/co-occurrence`} data-island="matrix-form">
      <p class="sentence">
        <RelationPick label={say('co.count')} of="relation" chosen={wishes.relation} />{' '}
        <CodesPick label={say('co.for')} chosen={wishes.codes} themes={themes} />
      </p>
      <FilterField filter={wishes.filter}>
        <WordsBetween wishes={wishes} />
      </FilterField>
    </form>
  )
}

/** How codes stand together: two of them in the table, or the `chosen` ones of a list. */
export function RelationPick({ label, of, chosen }: { label: string; of: 'relation' | 'where'; chosen: Relation }) {
  const { say } = useReader()
  return <Select name="relation" label={label} chosen={chosen} options={relations.map((one) => ({ value: one, label: say(`co.${of}-${one}`) }))} />
}

/** Only where nearness is asked for. */
export function WordsBetween({ wishes }: { wishes: Pick<TogetherWishes, 'relation' | 'words'> }) {
  const { say } = useReader()
  return wishes.relation === 'near' ? <Count name="words" label={say('co.words')} value={wishes.words} max={200} /> : null
}

/** The address of the page without what is as it always is. */
export function togetherQuery({ relation, words, codes, filter }: TogetherWishes): Record<string, string> {
  return {
    ...(relation !== 'overlap' && { relation }),
    ...(relation === 'near' && { words: `${words}` }),
    ...(codes !== 'all' && { codes: `${codes}` }),
    ...(filter && { filter }),
  }
}

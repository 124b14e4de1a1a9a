import { useReader } from '../layout/reader.ts'
import { Downloads, Narrowed } from './analysis-parts.tsx'
import { type OpenTogether, TogetherColumn } from './together-column.tsx'
import { TogetherForm, type TogetherWishes, togetherQuery } from './together-form.tsx'
import { type ShownTogether, TogetherTable } from './together-table.tsx'

type Props = {
  slug: string
  table: ShownTogether
  wishes: TogetherWishes
  themes: readonly { id: number; key: string; label: string }[]
  sentence: string
  open: OpenTogether | undefined
  filterOf: (codeId: number) => string
}

/** Which codes stand together: what is counted as a sentence, the table, and beside it the passages behind a number. */
export function TogetherPage({ slug, table, wishes, themes, sentence, open, filterOf }: Props) {
  const { say } = useReader()
  const none = table.codes.length < 2
  return (
    <>
      <div class="matrix-main">
        <p class="small">
          <a href={`/projects/${slug}/analysis`}>{say('analysis.back')}</a>
        </p>
        <h1>{say('co.title')}</h1>
        <TogetherForm slug={slug} wishes={wishes} themes={themes} />
        <Narrowed sentence={sentence} />
        <p class="row small">
          <Downloads slug={slug} what="co-occurrence" formats={['csv', 'xlsx', 'json']} query={togetherQuery(wishes)} />
        </p>
        {none ? (
          <p class="notice">{wishes.filter ? say('quotations.none') : say('co.empty')}</p>
        ) : (
          <TogetherTable slug={slug} table={table} wishes={wishes} open={open?.address} filterOf={filterOf} />
        )}
        {table.left > 0 && <p class="notice">{say('co.left', { n: table.left })}</p>}
        <p class="quiet small">
          {say(`co.explain-${wishes.relation}`, { words: wishes.words })} {wishes.relation !== 'inside' && say('co.same-both-ways')}
        </p>
      </div>
      <TogetherColumn slug={slug} open={open} />
    </>
  )
}

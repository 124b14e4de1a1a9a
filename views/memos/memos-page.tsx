import type { MemoPlace } from '../../src/domain/memo.ts'
import { Key } from '../codebook/key.tsx'
import { CopyAddress } from '../layout/copy-address.tsx'
import { Pager } from '../layout/pager.tsx'
import { useReader } from '../layout/reader.ts'
import { DiscussLink } from '../review/discuss-link.tsx'
import { MemoChange, MemoSection, type ShownMemo } from './memo-section.tsx'
import { MemoText } from './memo-text.tsx'
import { type MemoChoices, NarrowMemos, type ShownMemoFilter, wishesOfMemos } from './narrow-memos.tsx'

export type ListedMemo = ShownMemo & {
  readonly place: MemoPlace
  readonly about: string
  readonly code: { readonly key: string; readonly tone: number; readonly depth: number; readonly label: string } | null
  readonly passage: { readonly words: string; readonly source: string; readonly paragraph: number; readonly guid: string } | null
  readonly to: string
}
type Props = {
  base: string
  projectId: number
  listed: { memos: readonly ListedMemo[]; total: number; page: number; pages: number }
  choices: MemoChoices
  filter: ShownMemoFilter
}

/** Every memo of the project, narrowed by what they are about, who wrote them and what stands in them. */
export function MemosPage({ base, projectId, listed, choices, filter }: Props) {
  const { say } = useReader()
  const wishes = wishesOfMemos(filter)
  return (
    <div class="memos-page" data-island="memos">
      <div class="page-head">
        <h1>{say('memo.page-title')}</h1>
        <p class="lead">{say('memo.lead')}</p>
      </div>
      <NarrowMemos base={base} choices={choices} filter={filter} />
      <section class="section stack" aria-live="polite">
        <header>
          <h2>{say('memo.count', { n: listed.total })}</h2>
          {listed.total > 0 && (
            <span class="push row small">
              {say('act.download')}
              {(['docx', 'xlsx', 'csv', 'json'] as const).map((format) => (
                <a href={`${base}/exports/memos.${format}?${wishes}`}>{format}</a>
              ))}
            </span>
          )}
        </header>
        {listed.total === 0 && <p class="quiet">{say(`${wishes}` ? 'memo.none-found' : 'memo.none')}</p>}
        {listed.memos.map((memo) => (
          <Listed base={base} memo={memo} />
        ))}
        <Pager to={(n) => `${base}/memos?${new URLSearchParams([...wishes, ['page', `${n}`]])}`} page={listed.page} pages={listed.pages} />
      </section>
      <div class="section">
        <MemoSection base={base} place={{ kind: 'project', id: projectId }} memos={[]} open />
      </div>
      <p class="quiet small script-only of-keys">{say('memo.keys')}</p>
    </div>
  )
}

/** A memo in the list of all, with what it is about. `#memo-<id>` ← editing and removing it. */
export function Listed({ base, memo }: { base: string; memo: ListedMemo }) {
  const { say, when, coderName } = useReader()
  return (
    <article class="memo listed" id={`memo-${memo.id}`} tabindex={-1} aria-label={`${say(`memo.about-${memo.place.kind}`)} ${memo.about}`}>
      <MemoText base={base} memo={memo} />
      {memo.passage && (
        <blockquote>
          <q>{memo.passage.words.length > 300 ? `${memo.passage.words.slice(0, 300).toWellFormed()} …` : memo.passage.words}</q>
        </blockquote>
      )}
      <p class="quiet small row">
        <span>{`${coderName(memo.coder)}, ${when(memo.madeAt)}`}</span>
        <span>
          {say(`memo.about-${memo.place.kind}`)} <About base={base} memo={memo} />
        </span>
        {memo.passage && <CopyAddress to={`${base}/q/${memo.passage.guid}`} />}
        <DiscussLink base={base} kind="memo" id={memo.id} />
        <a class="memo-address" href={`${base}/memos/${memo.id}`}>
          {say('memo.address')}
        </a>
      </p>
      <MemoChange base={base} memo={memo} />
    </article>
  )
}

function About({ base, memo }: { base: string; memo: ListedMemo }) {
  const { say } = useReader()
  const { passage, code } = memo
  return (
    <a class="about" href={`${base}${memo.to}`}>
      {code && memo.place.kind !== 'finding' && <Key code={code} />}{' '}
      {passage ? say('quotations.cite', { source: passage.source, paragraph: `${passage.paragraph}` }) : memo.about || say('memo.the-project')}
    </a>
  )
}

/** One memo at an address of its own, with what it is about. */
export function MemoPage({ base, memo }: { base: string; memo: ListedMemo }) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('memo.one')}</h1>
        <p>
          <a href={`${base}/memos`}>{say('memo.all')}</a>
        </p>
      </div>
      <section class="section">
        <Listed base={base} memo={memo} />
      </section>
    </>
  )
}

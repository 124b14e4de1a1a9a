import { type MemoTarget, memoTargets } from '../../src/domain/memo.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection } from './memo-section.tsx'

export type ListedMemo = {
  readonly id: number
  readonly target: MemoTarget
  readonly coder: string
  readonly coderId: number
  readonly text: string
  readonly madeAt: string
  readonly about: string
  readonly code: { readonly key: string; readonly tone: number; readonly depth: number; readonly label: string } | null
  readonly words: string | null
  readonly to: string
}
type Props = {
  base: string
  projectId: number
  memos: readonly ListedMemo[]
  coders: readonly { id: number; name: string }[]
  filter: { kind?: string | undefined; coder?: number | undefined; q?: string | undefined }
}

/** Every memo of the project, narrowed by what it is about, who wrote it and what stands in it. */
export function MemosPage({ base, projectId, memos, coders, filter }: Props) {
  const { say } = useReader()
  const narrowed = Boolean(filter.kind || filter.coder || filter.q)
  return (
    <>
      <div class="page-head">
        <h1>{say('memo.page-title')}</h1>
        <p class="lead">{say('memo.lead')}</p>
      </div>
      <Narrow base={base} coders={coders} filter={filter} />
      <section class="section stack" aria-live="polite">
        <header>
          <h2>{say('memo.count', { n: memos.length })}</h2>
        </header>
        {memos.length === 0 && <p class="quiet">{say(narrowed ? 'memo.none-found' : 'memo.none')}</p>}
        {memos.map((memo) => (
          <Listed base={base} memo={memo} />
        ))}
      </section>
      <div class="section">
        <MemoSection base={base} target={{ kind: 'project', id: projectId }} memos={[]} open />
      </div>
    </>
  )
}

function Narrow({ base, coders, filter }: Pick<Props, 'base' | 'coders' | 'filter'>) {
  const { say, coderName } = useReader()
  return (
    <form class="row end section" method="get" action={`${base}/memos`}>
      <div class="field">
        <label for="memo-kind">{say('memo.about')}</label>
        <select id="memo-kind" name="kind">
          <option value="">{say('memo.about-all')}</option>
          {memoTargets
            .filter((kind) => kind !== 'finding')
            .map((kind) => (
              <option value={kind} selected={kind === filter.kind}>
                {say(`memo.about-${kind}`)}
              </option>
            ))}
        </select>
      </div>
      <div class="field">
        <label for="memo-coder">{say('memo.by')}</label>
        <select id="memo-coder" name="coder">
          <option value="">{say('memo.by-all')}</option>
          {coders.map((coder) => (
            <option value={String(coder.id)} selected={coder.id === filter.coder}>
              {coderName(coder.name)}
            </option>
          ))}
        </select>
      </div>
      <div class="field grow">
        <label for="memo-q">{say('memo.words')}</label>
        <input id="memo-q" name="q" value={filter.q ?? ''} autocomplete="off" />
      </div>
      <button class="button" type="submit">
        {say('memo.narrow')}
      </button>
    </form>
  )
}

/** `#memo-<id>` is its stable address. */
function Listed({ base, memo }: { base: string; memo: ListedMemo }) {
  const { say, when, coderName } = useReader()
  return (
    <article class="memo" id={`memo-${memo.id}`}>
      <p class="memo-text">{memo.text}</p>
      <p class="quiet small">
        {`${coderName(memo.coder)}, ${when(memo.madeAt)}. ${say(`memo.about-${memo.target.kind}`)}`}{' '}
        <a href={`${base}${memo.to}`}>
          {memo.code && <Key code={memo.code} />} {memo.words === null ? memo.about || say('memo.the-project') : memo.about}
        </a>
      </p>
      {memo.words !== null && (
        <blockquote class="small">
          <q>{memo.words.length > 300 ? `${memo.words.slice(0, 300).toWellFormed()} …` : memo.words}</q>
        </blockquote>
      )}
      <p class="small">
        <a href={`${base}/memos/${memo.id}`}>{say('memo.address')}</a>
      </p>
    </article>
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
      <div class="section">
        <MemoSection base={base} target={memo.target} memos={[memo]} />
      </div>
    </>
  )
}

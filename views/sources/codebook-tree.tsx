import type { CodeNode } from '../../src/domain/code.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { ShowLink } from './show-link.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** The codebook at the left: keys, names, how many quotations here and in all. Choosing a code codes the selection. */
export function CodebookTree({ of, counts }: { of: TranscriptView; counts?: ReadonlyMap<number, number> | undefined }) {
  const { say } = useReader()
  return (
    <nav class="codebook" id="codebook" aria-label={say('nav.codebook')}>
      <header>
        <h2>{say('nav.codebook')}</h2>
        <a class="button bare small push" href={`${of.project}/codebook`}>
          {say('source.edit-codebook')}
        </a>
      </header>
      <div class="scroll">
        <div class="cols" aria-hidden="true">
          <span>{say('source.key-and-code')}</span>
          <span class="num">{say('source.here')}</span>
          <span class="num script-only">{say('source.everywhere')}</span>
        </div>
        {of.tree.length === 0 && <p class="quiet no-codes">{say('source.no-codes')}</p>}
        <ul class="tree" hx-get={`${of.project}/codes/counts`} hx-trigger="load" hx-swap="none">
          {usable(of.tree).map((theme) => (
            <Branch of={of} code={theme} counts={counts} />
          ))}
        </ul>
      </div>
    </nav>
  )
}

/** A code, and those below it as deep as they go. */
function Branch({ of, code, counts }: { of: TranscriptView; code: CodeNode; counts: ReadonlyMap<number, number> | undefined }) {
  const below = usable(code.children)
  return (
    <li>
      <TreeRow of={of} code={code} all={counts?.get(code.id)} />
      {below.length > 0 && (
        <ul>
          {below.map((child) => (
            <Branch of={of} code={child} counts={counts} />
          ))}
        </ul>
      )}
    </li>
  )
}

function usable(codes: readonly CodeNode[]): CodeNode[] {
  return codes.filter((code) => !code.retiredAt)
}

function TreeRow({ of, code, all }: { of: TranscriptView; code: CodeNode; all?: number | undefined }) {
  const { say } = useReader()
  const current = typeof of.showing === 'object' && 'codeId' in of.showing && of.showing.codeId === code.id
  return (
    <div class="tree-line">
      <a
        class={`tree-row${code.depth === 0 ? ' theme' : ''}`}
        href={`${of.project}/quotations?filter=${encodeURIComponent(`code:#${code.id}`)}`}
        data-code={code.id}
        aria-current={current ? 'true' : undefined}
        title={code.definition || undefined}
      >
        <Key code={code} />
        <span class="label">{code.label}</span>
        <HereCount code={code} count={of.here.get(code.id) ?? 0} />
        <AllCount code={code} count={all ?? null} />
      </a>
      <ShowLink of={of} showing={{ codeId: code.id }} class="only" label={say('source.show-only-this', { key: code.key })} tabindex={-1}>
        {say('source.only')}
      </ShowLink>
    </div>
  )
}

/** Quotations under a code in this source. `#here-ID` ← every act that touches the code. */
export function HereCount({ code, count }: { code: CodeNode; count: number }) {
  const { number } = useReader()
  return (
    <span class="n here" id={`here-${code.id}`}>
      {count === 0 ? '–' : number(count)}
    </span>
  )
}

/** Quotations under a code in all the project, filled in after the page. `#all-ID` ← the counts, and every act that touches the code. */
export function AllCount({ code, count }: { code: { id: number }; count: number | null }) {
  const { number } = useReader()
  return (
    <span class="n" id={`all-${code.id}`}>
      {count === null ? '' : number(count)}
    </span>
  )
}

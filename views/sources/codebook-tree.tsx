import { type CodeNode, flatten } from '../../src/domain/code.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
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
          <span class="num">{say('source.everywhere')}</span>
        </div>
        {of.tree.length === 0 && <p class="quiet no-codes">{say('source.no-codes')}</p>}
        <ul class="tree" hx-get={`${of.project}/codes/counts`} hx-trigger="load" hx-swap="none">
          {usable(of.tree).map((theme) => (
            <li>
              <TreeRow of={of} code={theme} all={counts?.get(theme.id)} />
              {theme.children.length > 0 && (
                <ul>
                  {usable(flatten(theme.children)).map((code) => (
                    <li>
                      <TreeRow of={of} code={code} all={counts?.get(code.id)} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

function usable(codes: readonly CodeNode[]): CodeNode[] {
  return codes.filter((code) => !code.retiredAt)
}

function TreeRow({ of, code, all }: { of: TranscriptView; code: CodeNode; all?: number | undefined }) {
  const current = typeof of.showing === 'object' && of.showing.codeId === code.id
  return (
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

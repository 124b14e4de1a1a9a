import type { CodeNode } from '../../src/domain/code.ts'
import { FileForm } from '../layout/file-form.tsx'
import { useReader } from '../layout/reader.ts'
import type { ShownMemo } from '../memos/memo-section.tsx'
import type { ShownExample } from './code-examples.tsx'
import { CodeMenu } from './code-menu.tsx'
import { CodeOptions } from './code-options.tsx'
import { CodePanel } from './code-panel.tsx'
import { CodeTree } from './code-tree.tsx'

export type CodebookView = {
  tree: readonly CodeNode[]
  all: readonly CodeNode[]
  counts: ReadonlyMap<number, { quotations: number; codings: number }>
  chosen: CodeNode | undefined
  memos: readonly ShownMemo[]
  pinned: readonly number[]
  /** The quotations that show what the open code means. */
  examples: readonly ShownExample[]
  /** Under which code the next new one is offered; undefined: beside the one that is open. */
  newUnder?: number | null | undefined
  base: string
}

/** The codebook: the tree at the left, the code that is open at the right. Plain links open a code; forms change it. */
export function Codebook(of: CodebookView) {
  return (
    <>
      <CodebookHead {...of} />
      <div class="home codebook-page">
        <div class="stack book-side">
          <CodeTree {...of} />
          <CodeMenu base={of.base} />
          <NewCode {...of} />
          <ImportCodebook base={of.base} />
        </div>
        <CodePanel {...of} />
      </div>
    </>
  )
}

/** What the codebook holds. `#codebook-head` ← every act on the codebook. */
export function CodebookHead(of: CodebookView) {
  const { say } = useReader()
  const used = of.all.filter((code) => !code.retiredAt)
  return (
    <div class="page-head" id="codebook-head">
      <h1>{say('codebook.title')}</h1>
      <p class="lead">
        {of.all.length === 0 ? say('codebook.empty') : say('codebook.lead', { codes: used.length, themes: used.filter((code) => code.depth === 0).length })}
      </p>
      <p class="row small">
        {of.all.length > 0 && (
          <>
            {say('act.download')} <a href={`${of.base}/exports/codebook.csv`}>csv</a>
            <a href={`${of.base}/exports/codebook.json`}>json</a>
          </>
        )}
        <a href={`${of.base}/codebook/changes`}>{say('codebook.changes')}</a>
      </p>
    </div>
  )
}

/** `#new-code` ← a code that was made. */
export function NewCode(of: CodebookView) {
  const { say } = useReader()
  const under = of.newUnder === undefined ? (of.chosen?.parentId ?? null) : of.newUnder
  return (
    <form class="section stack" id="new-code" method="post" action={`${of.base}/codes`} hx-post={`${of.base}/codes`} hx-swap="none">
      <header>
        <h2>{say('codebook.new')}</h2>
      </header>
      <div class="row end">
        <div class="field grow">
          <label for="new-label">{say('codebook.label')}</label>
          <input id="new-label" name="label" required maxlength={200} autocomplete="off" />
        </div>
        <div class="field">
          <label for="new-parent">{say('codebook.under')}</label>
          <select id="new-parent" name="parentId">
            <option value="">{say('codebook.as-theme')}</option>
            <CodeOptions codes={of.all} chosen={[under]} />
          </select>
        </div>
        <button class="button first" type="submit">
          {say('codebook.create')}
        </button>
      </div>
    </form>
  )
}

function ImportCodebook({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <FileForm
      to={`${base}/codebook/file`}
      title={say('codebook.import')}
      why={say('codebook.import-why')}
      id="file"
      label={say('codebook.file')}
      accept=".csv,text/csv"
      submit={say('codebook.read')}
    >
      <input type="hidden" name="codebook" value="file" />
    </FileForm>
  )
}

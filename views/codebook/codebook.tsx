import type { CodeNode } from '../../src/domain/code.ts'
import { useReader } from '../layout/reader.ts'
import type { ShownMemo } from '../memos/memo-section.tsx'
import { CodePanel } from './code-panel.tsx'
import { Key } from './key.tsx'

export type CodebookView = {
  tree: readonly CodeNode[]
  all: readonly CodeNode[]
  counts: ReadonlyMap<number, { quotations: number; codings: number }>
  chosen: CodeNode | undefined
  memos: readonly ShownMemo[]
  pinned: readonly number[]
  base: string
}

/** The codebook: the tree at the left, the code that is open at the right. Plain links open a code; forms change it. */
export function Codebook(of: CodebookView) {
  return (
    <>
      <CodebookHead {...of} />
      <div class="home codebook-page">
        <div class="stack">
          <CodeTree {...of} />
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

/** The tree with counts. `#codes` ← every act on the codebook. */
export function CodeTree(of: CodebookView) {
  const { say } = useReader()
  return (
    <section class="section" id="codes">
      <header>
        <h2>{say('picker.codes')}</h2>
        <span class="push quiet">{say('codebook.quotations')}</span>
      </header>
      <ul class="book">
        {of.all.map((code) => (
          <Row code={code} of={of} />
        ))}
      </ul>
    </section>
  )
}

function Row({ code, of }: { code: CodeNode; of: CodebookView }) {
  const { say, number } = useReader()
  const count = of.counts.get(code.id)?.quotations ?? 0
  const kind = `${code.depth === 0 ? 'theme' : 'sub'}${code.retiredAt ? ' retired' : ''}${code.depth > 1 ? ' deep' : ''}`
  const address = `${of.base}/codebook?code=${code.id}`
  return (
    <li>
      <a
        class={`book-row ${kind}`}
        href={`${address}#code`}
        hx-get={address}
        hx-target="#code"
        hx-swap="outerHTML"
        hx-push-url={address}
        aria-current={of.chosen?.id === code.id ? 'true' : undefined}
      >
        <Key code={code} />
        <span class="label">
          {code.label}
          {code.retiredAt && <span class="quiet small">{` ${say('codebook.retired')}`}</span>}
          {code.definition && <span class="told">{code.definition}</span>}
        </span>
        <span class="n">{count === 0 ? '–' : number(count)}</span>
      </a>
    </li>
  )
}

/** `#new-code` ← a code that was made. */
export function NewCode(of: CodebookView) {
  const { say } = useReader()
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
            {of.all
              .filter((code) => !code.retiredAt)
              .map((code) => (
                <option value={String(code.id)} selected={of.chosen !== undefined && (of.chosen.parentId ?? of.chosen.id) === code.id}>
                  {`${code.key} ${code.label}`}
                </option>
              ))}
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
    <form class="section stack" method="post" action={`${base}/codebook/file`} enctype="multipart/form-data">
      <header>
        <h2>{say('codebook.import')}</h2>
      </header>
      <p class="quiet">{say('codebook.import-why')}</p>
      <input type="hidden" name="codebook" value="file" />
      <div class="row">
        <label class="vh" for="file">
          {say('codebook.file')}
        </label>
        <input id="file" type="file" name="file" accept=".csv,text/csv" required />
        <button class="button" type="submit">
          {say('codebook.read')}
        </button>
      </div>
    </form>
  )
}

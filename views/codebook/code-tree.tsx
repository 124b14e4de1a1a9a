import type { CodeNode } from '../../src/domain/code.ts'
import { useReader } from '../layout/reader.ts'
import { FreshMark } from '../review/fresh-mark.tsx'
import type { CodebookView } from './codebook.tsx'
import { Key } from './key.tsx'

/**
 * The tree with counts, as deep as it goes. Each row is a link to its code; the island codebook.js lets it be walked, moved and
 * named by keyboard, and code-drag.js by hand. `#codes` ← every act on the codebook.
 */
export function CodeTree(of: CodebookView) {
  const { say } = useReader()
  const inFocus = of.chosen?.id ?? of.tree[0]?.id
  return (
    <section class="section" id="codes">
      <header>
        <h2 id="codes-title">{say('picker.codes')}</h2>
        <span class="push quiet">{say('codebook.quotations')}</span>
      </header>
      {of.tree.length > 0 && (
        <div class="book" role="tree" aria-labelledby="codes-title" id="code-tree">
          {of.tree.map((code) => (
            <Row code={code} of={of} inFocus={inFocus} />
          ))}
        </div>
      )}
    </section>
  )
}

function Row({ code, of, inFocus }: { code: CodeNode; of: CodebookView; inFocus: number | undefined }) {
  const { id, depth, children } = code
  return (
    <div
      role="treeitem"
      class="book-item"
      id={`row-${id}`}
      data-code={id}
      data-key={code.key}
      data-parent={code.parentId ?? ''}
      data-retired={code.retiredAt ? 'yes' : undefined}
      data-codings={of.counts.get(id)?.codings ?? 0}
      aria-level={depth + 1}
      aria-expanded={children.length > 0 ? 'true' : undefined}
      aria-selected={of.chosen?.id === id ? 'true' : 'false'}
      tabindex={id === inFocus ? 0 : -1}
    >
      <RowLink code={code} of={of} />
      <RowMenuLink code={code} base={of.base} />
      {children.length > 0 && (
        <div role="group">
          {children.map((child) => (
            <Row code={child} of={of} inFocus={inFocus} />
          ))}
        </div>
      )}
    </div>
  )
}

function RowLink({ code, of }: { code: CodeNode; of: CodebookView }) {
  const { say, number } = useReader()
  const count = of.counts.get(code.id)?.quotations ?? 0
  const kind = `${code.depth === 0 ? 'theme' : 'sub'}${code.retiredAt ? ' retired' : ''}`
  const address = `${of.base}/codebook?code=${code.id}`
  return (
    <a
      class={`book-row ${kind}`}
      href={`${address}#code`}
      hx-get={address}
      hx-target="#code"
      hx-swap="outerHTML"
      hx-push-url={address}
      aria-current={of.chosen?.id === code.id ? 'true' : undefined}
    >
      {code.children.length > 0 && <span class="twist" aria-hidden="true" />}
      <Key code={code} />
      <span class="label" id={`name-${code.id}`}>
        <span class="called">{code.label}</span> <FreshMark of={`code ${code.id}`} />
        {code.retiredAt && <span class="quiet small">{` ${say('codebook.retired')}`}</span>}
        {code.definition && <span class="told">{code.definition}</span>}
      </span>
      <span class="n" id={`n-${code.id}`}>
        {count === 0 ? '–' : number(count)}
        <span class="vh"> {say('codebook.quotations')}</span>
      </span>
    </a>
  )
}

/** Opens the menu of the row; without a script, the code, where everything in the menu can be done. */
function RowMenuLink({ code, base }: { code: CodeNode; base: string }) {
  const { say } = useReader()
  return (
    <a class="row-menu" href={`${base}/codebook?code=${code.id}#code`} data-does="code-menu" aria-haspopup="menu" title={say('codebook.menu')}>
      <span class="vh">{say('codebook.menu-of', { label: code.label })}</span>
      <span aria-hidden="true">⋯</span>
    </a>
  )
}

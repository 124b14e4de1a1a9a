import type { Child } from 'hono/jsx'
import { useReader } from '../layout/reader.ts'
import { Key } from './key.tsx'

/**
 * What can be done with the row in focus: a menu that code-menu.js opens, and the two forms that it and the keys fill in and submit. Without
 * a script none of it is seen; the code's own panel does the same.
 */
export function CodeMenu({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <>
      <div id="code-menu" class="code-menu" role="menu" popover="auto" aria-label={say('codebook.menu')} data-base={base}>
        <Item does="rename" hint="F2">
          {say('codebook.rename')}
        </Item>
        <Item does="new-beside" hint="N">
          {say('codebook.new-beside')}
        </Item>
        <Item does="new-under" hint={say('codebook.key-new-under')}>
          {say('codebook.new-under')}
        </Item>
        <hr />
        {(['up', 'down', 'in', 'out'] as const).map((way) => (
          <Item does={`move-${way}`} hint={`Alt ${arrowOf[way]}`}>
            {say(`codebook.move-${way}`)}
          </Item>
        ))}
        <hr />
        <Colors />
        <Item does="quotations">{say('codebook.see-quotations')}</Item>
        <Item does="split">{say('codebook.split')}</Item>
        <Item does="merge">{say('codebook.merge-menu')}</Item>
        <hr />
        <Item does="retirement">{say('codebook.retire')}</Item>
        <Item does="restoration">{say('codebook.restore')}</Item>
        <Item does="removal">{say('codebook.remove')}</Item>
      </div>
      {/* Steps that are pressed one after another are all taken, in their order. */}
      <form id="code-act" hidden method="post" action={`${base}/codes`} hx-post={`${base}/codes`} hx-swap="none" hx-sync="this:queue all">
        {['to', 'siblingId', 'parentId', 'color', 'open'].map((name) => (
          <input type="hidden" name={name} value="" disabled />
        ))}
      </form>
      <form id="code-name" class="code-name-field" hidden method="post" action={`${base}/codes`} hx-post={`${base}/codes`} hx-swap="none">
        <label class="vh" for="code-name-label" data-rename={say('codebook.rename')} data-new={say('codebook.new')}>
          {say('codebook.label')}
        </label>
        <input id="code-name-label" name="label" required maxlength={200} autocomplete="off" spellcheck={false} />
        <input type="hidden" name="parentId" value="" disabled />
        <input type="hidden" name="open" value="" disabled />
        <span class="quiet small" aria-hidden="true">
          ⏎ Esc
        </span>
      </form>
    </>
  )
}
const arrowOf = { up: '↑', down: '↓', in: '→', out: '←' }

function Item({ does, hint, children }: { does: string; hint?: string; children: Child }) {
  return (
    <button type="button" role="menuitem" tabindex={-1} data-act={does}>
      {children}
      {hint && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  )
}

/** The colours of a theme; hidden where the row is none. */
function Colors() {
  const { say } = useReader()
  return (
    <div class="code-menu-colors" role="group" aria-label={say('codebook.color')} data-themes-only>
      {[1, 2, 3, 4, 5, 6, 7, 8].map((tone) => (
        <button type="button" role="menuitem" tabindex={-1} data-act="color" data-color={tone} title={say('codebook.color-n', { n: tone })}>
          <Key code={{ key: `${tone}`, tone, depth: 0 }} />
          <span class="vh">{say('codebook.color-n', { n: tone })}</span>
        </button>
      ))}
      <button type="button" role="menuitem" tabindex={-1} data-act="color" data-color="">
        {say('codebook.color-auto')}
      </button>
    </div>
  )
}

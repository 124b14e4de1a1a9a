import type { PropsWithChildren } from 'hono/jsx'
import { extents } from '../../src/domain/extent.ts'
import type { LineOrder } from '../../src/domain/kwic-order.ts'
import { CodeSelect } from '../codebook/code-select.tsx'
import { useReader } from '../layout/reader.ts'

export type CodeChoice = { readonly id: number; readonly key: string; readonly label: string; readonly depth: number }
/** What the page of results was asked for, so that it can be shown again as it was. */
export type Asked = { readonly q: string; readonly order: LineOrder; readonly show: number }
type Props = PropsWithChildren<{ slug: string; asked: Asked; total: number; codes: readonly CodeChoice[] }>

/** The hits as a form: those that are ticked, how much around them, and a code. What would come of it is shown in `#hits-plan` first. */
export function CodeHits({ slug, asked, total, codes, children }: Props) {
  const { say } = useReader()
  const plan = `/projects/${slug}/search/plan`
  return (
    <>
      <form
        id="hits-form"
        method="post"
        action={plan}
        hx-post={plan}
        hx-target="#hits-plan"
        hx-swap="innerHTML"
        data-one={say('search.picked-one')}
        data-many={say('search.picked-many')}
        data-all={say('search.picked-all', { n: total })}
      >
        <AskedFields asked={asked} />
        {codes.length > 0 && (
          <label class="check pick-all">
            <input type="checkbox" name="all" value="yes" />
            <span>{say('search.pick-all', { n: total })}</span>
          </label>
        )}
        {children}
        {codes.length > 0 && (
          <div class="action-bar" role="group" aria-label={say('search.code-picked')}>
            <b id="picked-hits" aria-live="polite" />
            <label>
              {say('search.code-verb')}
              <select name="extent" aria-label={say('search.extent')}>
                {extents.map((one) => (
                  <option value={one} selected={one === 'sentence'}>
                    {say(`search.extent-${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <label for="hits-code">
              {say('search.with')}
              <CodeSelect id="hits-code" label={say('search.code')} codes={codes} none />
            </label>
            <button class="button first" type="submit">
              {say('search.plan')}
            </button>
          </div>
        )}
      </form>
      <div id="hits-plan" tabindex={-1} />
    </>
  )
}

export function AskedFields({ asked: { q, order, show } }: { asked: Asked }) {
  return (
    <>
      <input type="hidden" name="q" value={q.toWellFormed()} />
      <input type="hidden" name="order" value={order} />
      <input type="hidden" name="show" value={String(show)} />
    </>
  )
}

import type { Extent } from '../../src/domain/extent.ts'
import type { HitPlan } from '../../src/domain/hit-plan.ts'
import { useReader } from '../layout/reader.ts'
import { type Asked, AskedFields, type CodeChoice } from './code-hits.tsx'

type Props = { slug: string; asked: Asked; code: CodeChoice; extent: Extent; plan: HitPlan; chosen: string; back: string }

/** What coding the chosen hits would do, and the button that does it. In `#hits-plan`, and a page of its own without JavaScript. */
export function HitsPlan({ slug, asked, code, extent, plan, chosen, back }: Props) {
  const { say } = useReader()
  const same = plan.hits - plan.asked - plan.passages
  const apply = `/projects/${slug}/search/codings`
  return (
    <form class="hits-plan" method="post" action={apply} hx-post={apply} hx-swap="none" aria-label={say('search.plan-title')}>
      <p>
        <b>{say(`search.plan-fresh-${extent}`, { n: plan.fresh, code: `${code.key} ${code.label}`, sources: plan.sources })}</b>
      </p>
      {plan.first.length > 0 && (
        <ol class="planned" tabindex={0} aria-label={say('search.plan-words')}>
          {plan.first.map(({ words, source, paragraph, asks }) => (
            <li>
              <q>{words}</q>{' '}
              <span class="quiet small">
                {source}, {say('search.place', { number: `${paragraph}` })}
              </span>
              {asks && <b class="small"> {say('search.plan-asks')}</b>}
            </li>
          ))}
          {plan.fresh > plan.first.length && <li>{say('search.plan-more', { n: plan.fresh - plan.first.length })}</li>}
        </ol>
      )}
      {(same > 0 || plan.already > 0 || plan.paragraph > 0 || plan.asked > 0 || plan.asking > 0) && (
        <ul>
          {plan.asking > 0 && <li>{say('search.plan-asking', { n: plan.asking })}</li>}
          {plan.asked > 0 && <li>{say('search.plan-asked', { n: plan.asked })}</li>}
          {same > 0 && <li>{say('search.plan-same', { n: same })}</li>}
          {plan.already > 0 && <li>{say('search.plan-already', { n: plan.already })}</li>}
          {plan.paragraph > 0 && <li>{say('search.plan-no-extent', { n: plan.paragraph })}</li>}
        </ul>
      )}
      <AskedFields asked={asked} />
      <input type="hidden" name="codeId" value={String(code.id)} />
      <input type="hidden" name="extent" value={extent} />
      <input type="hidden" name="chosen" value={chosen} />
      <div class="row">
        {plan.fresh > 0 && (
          <button class="button first" type="submit">
            {say('search.apply', { n: plan.fresh })}
          </button>
        )}
        <a class="button" href={back} data-does="drop-plan">
          {say('act.cancel')}
        </a>
      </div>
    </form>
  )
}

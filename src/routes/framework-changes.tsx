import type { Context } from 'hono'
import type { FrameworkWishes } from '../../views/framework/framework-address.ts'
import { FrameworkTally } from '../../views/framework/framework-page.tsx'
import { FrameworkTable } from '../../views/framework/framework-table.tsx'
import { ArrivedActs } from '../../views/framework/live-framework.tsx'
import { kindsIn } from '../domain/act.ts'
import type { Framework } from '../domain/framework.ts'
import { readActs } from '../services/read-history.ts'
import type { AppEnv } from '../web/env.ts'
import { FrameworkColumn } from './framework-column.tsx'

/** As many are told by name as one takes in. */
const TOLD = 3
type Props = { c: Context<AppEnv>; wishes: FrameworkWishes; framework: Framework; after: number; actId: number }

/** What others did since an act, as pieces of the page: the table, what is open, and who wrote what and when. The page leaves out what somebody writes in. */
export async function FrameworkChanges({ c, wishes, framework, after, actId }: Props) {
  const { house, project, coder } = c.var
  const base = `/projects/${project.slug}`
  const told = await readActs(house, project.id, { after, kinds: [...kindsIn('findings'), ...kindsIn('undoing')], notBy: coder.id, limit: TOLD })
  return (
    <>
      <hx-partial hx-target="#framework-scroll" hx-swap="outerMorph">
        <FrameworkTable base={base} wishes={wishes} framework={framework} />
      </hx-partial>
      <hx-partial hx-target="#framework-tally" hx-swap="outerMorph">
        <FrameworkTally base={base} wishes={wishes} framework={framework} />
      </hx-partial>
      <hx-partial hx-target="#cell" hx-swap="outerMorph">
        {await FrameworkColumn({ c, wishes, framework })}
      </hx-partial>
      {told.acts.length > 0 && (
        <hx-partial hx-target="#framework-live" hx-swap="innerHTML">
          <ArrivedActs slug={project.slug} acts={told.acts} names={told.names} />
        </hx-partial>
      )}
      <hx-partial hx-target="#framework-again [name=since]" hx-swap="outerHTML">
        <input type="hidden" name="since" value={String(actId)} />
      </hx-partial>
    </>
  )
}

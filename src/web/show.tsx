import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Page, type PageFrame } from '../../views/layout/page.tsx'
import { ReaderContext } from '../../views/layout/reader.ts'
import type { AppEnv } from './env.ts'
import { takeSaid } from './said.ts'

/** Answer with a view: inside its page, or bare (`null`) as a fragment for htmx. */
export function show(c: Context<AppEnv>, frame: Omit<PageFrame, 'project' | 'said' | 'waiting'> | null, view: Child): Response | Promise<Response> {
  const { reader, project, waiting } = c.var
  const body =
    frame === null ? (
      view
    ) : (
      <Page {...frame} project={project} waiting={waiting} said={takeSaid(c)}>
        {view}
      </Page>
    )
  const html = String(<ReaderContext.Provider value={reader}>{body}</ReaderContext.Provider>)
  return c.html(frame === null ? html : `<!doctype html>${html}`)
}

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Page, type PageFrame } from '../../views/layout/page.tsx'
import { ReaderContext } from '../../views/layout/reader.ts'
import type { AppEnv } from './env.ts'
import { hideForbidden, rightsByPath } from './hide.ts'
import { personMay } from './person.ts'
import { listRights } from './rights.ts'
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
  // Whoever may code is shown everything of coding: their pages are the large ones, and are never looked through.
  const shown = c.var.person.standing === 'in' && project && !reader.may('code') ? hideForbidden(html, reader.path, mayAsk(c)) : html
  return c.html(frame === null ? shown : `<!doctype html>${shown}`)
}

const rightOfPath = rightsByPath(listRights())

/** Whether who asks may ask for an address of this project; of another, they will see. */
function mayAsk(c: Context<AppEnv>): (method: 'GET' | 'POST', path: string) => boolean {
  const { person, project } = c.var
  const known = new Map<string, boolean>()
  return (method, path) => {
    if (!path.startsWith(`/projects/${project.slug}/`) && path !== `/projects/${project.slug}`) return true
    const key = `${method} ${path}`
    const may = known.get(key) ?? personMay(person, rightOfPath(method, path) ?? 'signed-in')
    known.set(key, may)
    return may
  }
}

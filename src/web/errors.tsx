import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { FilterRefused } from '../../views/analysis/filter-refused.tsx'
import { Notice } from '../../views/layout/notice.tsx'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { troubleOf } from '../domain/storage-trouble.ts'
import { isTextKey, type TextKey } from '../texts/catalogue.ts'
import { currentPath } from './current-path.ts'
import type { AppEnv } from './env.ts'
import { filterRefusal } from './filter-refusal.ts'
import { show } from './show.tsx'
import { STATUS } from './status.ts'

/** The one place where exceptions become responses. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof Refusal) return refuse(c, error, STATUS[error.reason])
  if (error instanceof HTTPException && error.status === 403) return refuse(c, new Refusal('forbidden', 'refusal.cross-site'), 403)
  if (error instanceof HTTPException && error.status === 413) return refuse(c, new Refusal('invalid', 'refusal.too-large'), 413)
  if (error instanceof HTTPException && error.status === 400) return refuse(c, new Refusal('invalid', 'refusal.malformed', { field: '?' }), 400)
  // Another program holds the database for a moment.
  if (/^SQLITE_BUSY/.test(`${(error as { code?: unknown }).code}`)) return refuse(c, new Refusal('busy', 'refusal.busy'), 503)
  const trouble = troubleOf(error)
  if (trouble) return refuse(c, new Refusal('conflict', trouble), 507)
  console.error(error)
  return refuse(c, new Refusal('invalid', 'error.bug'), 500)
}

async function refuse(c: Context<AppEnv>, refusal: Refusal, status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507): Promise<Response> {
  c.status(status)
  if (status === 429 || status === 503) c.header('Retry-After', `${refusal.values['seconds'] ?? limits.again}`)
  const key: TextKey = isTextKey(refusal.key) ? refusal.key : 'error.bug'
  const of = await filterRefusal(c, refusal)
  const said = c.var.reader.say(key, refusal.values)
  const sentence = of?.wrong && refusal.values['place'] === undefined ? c.var.reader.say('filter.at', { place: of.wrong.start + 1, what: said }) : said
  const signIn = refusal.key === 'refusal.signed-out' ? signInAddress(c) : undefined
  // A page leads to where one signs in, and back; what a page asked for by itself says so where it stands.
  if (signIn && c.req.method === 'GET' && !c.req.header('HX-Request') && wantsPage(c)) return c.redirect(signIn, 303)
  if (of && !c.req.header('HX-Request')) {
    const back = `/projects/${c.var.project.slug}`
    return show(c, { title: c.var.reader.say('filter.refused'), layout: 'page' }, <FilterRefused {...of} sentence={sentence} path={c.req.path} back={back} />)
  }
  if (!c.req.header('HX-Request'))
    return show(
      c,
      { title: c.var.reader.say('error.title'), layout: 'page' },
      <Notice sentence={sentence} signIn={signIn} back={c.var.project ? `/projects/${c.var.project.slug}` : '/'} />,
    )
  c.header('HX-Retarget', '#notices')
  c.header('HX-Reswap', 'innerHTML')
  return show(c, null, <Notice sentence={sentence} signIn={signIn} />)
}

function wantsPage(c: Context<AppEnv>): boolean {
  return !c.req.header('Accept')?.includes('text/event-stream')
}

function signInAddress(c: Context<AppEnv>): string {
  const path = c.req.method === 'GET' && !c.req.header('HX-Request') ? c.var.reader.path : (currentPath(c) ?? '/')
  return path === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(path)}`
}

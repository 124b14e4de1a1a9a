import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { AlreadyDone } from './domain/already-done.ts'
import { readReading } from './domain/reading.ts'
import { Refusal } from './domain/refusal.ts'
import { accounts } from './routes/accounts.tsx'
import { addresses } from './routes/addresses.tsx'
import { agreement } from './routes/agreement.tsx'
import { analysis } from './routes/analysis.tsx'
import { answers } from './routes/answers.tsx'
import { caseBases } from './routes/case-bases.tsx'
import { cases } from './routes/cases.tsx'
import { charts } from './routes/charts.tsx'
import { coOccurrence } from './routes/co-occurrence.tsx'
import { codeSplits } from './routes/code-splits.tsx'
import { codebook } from './routes/codebook.tsx'
import { codings } from './routes/codings.tsx'
import { comparison } from './routes/comparison.tsx'
import { coverage } from './routes/coverage.tsx'
import { discussion } from './routes/discussion.tsx'
import { draftFiles } from './routes/draft-files.tsx'
import { examples } from './routes/examples.tsx'
import { exchanges } from './routes/exchanges.tsx'
import { exporting } from './routes/exports.ts'
import { finding } from './routes/finding.tsx'
import { framework } from './routes/framework.tsx'
import { frequencies } from './routes/frequencies.tsx'
import { gridLines } from './routes/grid-lines.tsx'
import { groupComparison } from './routes/group-comparison.tsx'
import { guard, whoAsks } from './routes/guard.ts'
import { guides } from './routes/guides.tsx'
import { health } from './routes/health.ts'
import { history } from './routes/history.tsx'
import { imports } from './routes/imports.tsx'
import { inProject } from './routes/in-project.ts'
import { invitations } from './routes/invitations.tsx'
import { matrix } from './routes/matrix.tsx'
import { memos } from './routes/memos.tsx'
import { moments } from './routes/moments.tsx'
import { people } from './routes/people.tsx'
import { pins } from './routes/pins.tsx'
import { projects } from './routes/projects.tsx'
import { publication } from './routes/publication.tsx'
import { quotations } from './routes/quotations.tsx'
import { reviews } from './routes/reviews.tsx'
import { saturation } from './routes/saturation.tsx'
import { search } from './routes/search.tsx'
import { searchCodings } from './routes/search-codings.tsx'
import { searches } from './routes/searches.tsx'
import { answerAgain, onceEach } from './routes/sent-again.tsx'
import { sets } from './routes/sets.tsx'
import { settings } from './routes/settings.tsx'
import { similar } from './routes/similar.tsx'
import { sources } from './routes/sources.tsx'
import { speakers } from './routes/speakers.tsx'
import { supervisor } from './routes/supervisor.tsx'
import { synonyms } from './routes/synonyms.tsx'
import { textEdits } from './routes/text-edits.tsx'
import { together } from './routes/together.tsx'
import { transcripts } from './routes/transcripts.tsx'
import { undoing } from './routes/undoing.tsx'
import { versions } from './routes/versions.tsx'
import { wordCloud } from './routes/word-cloud.tsx'
import { words } from './routes/words.tsx'
import { admit } from './web/admit.ts'
import { assetAddress, assetRoutes } from './web/assets.ts'
import type { AppEnv, Deps } from './web/env.ts'
import { onError } from './web/errors.tsx'
import { originOf, refuseStrangers } from './web/host.ts'
import { personMay } from './web/person.ts'
import { languageOf, readerFor } from './web/reader.ts'
import { refuseUnlisted } from './web/rights.ts'

const MEGABYTE = 1024 * 1024

/** The table of contents: what every request passes, then the routes. */
export function createApp(deps: Deps) {
  const app = new Hono<AppEnv>()
  const access = deps.access ?? { accounts: false }
  const strictTransportSecurity = access.address?.protocol === 'https:' ? 'max-age=31536000' : false
  app.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin', strictTransportSecurity, xFrameOptions: 'DENY' }))
  app.use(async (c, next) => {
    c.set('house', deps.house)
    c.set('pool', deps.pool)
    c.set('searcher', deps.searcher)
    c.set('access', access)
    const { person, coder } = await whoAsks(c, getCookie(c, 'coder'))
    c.set('person', person)
    // What somebody may read nobody keeps for others on the way, and a browser asks again before it shows it.
    if (person.standing !== 'local') c.header('Cache-Control', 'private, no-cache')
    c.set('stopping', deps.stopping)
    c.set('coder', coder)
    const theme = getCookie(c, 'theme')
    const address = URL.canParse(c.req.url) ? new URL(c.req.url) : undefined
    const reader = readerFor({
      language: languageOf(getCookie(c, 'language'), c.req.header('Accept-Language')),
      theme: theme === 'light' || theme === 'dark' ? theme : null,
      reading: readReading(getCookie(c, 'reading')),
      coder,
      standing: person.standing,
      may: (right) => personMay(person, right),
      path: address ? address.pathname + address.search : '/',
      asset: assetAddress,
    })
    c.set('reader', reader)
    refuseStrangers(c, address)
    await next()
  })
  app.use(csrf({ origin: (origin, c) => origin === originOf(c) }))
  app.use(guard)
  const small = bodyLimit({ maxSize: 4 * MEGABYTE, onError: refuseSize })
  const large = bodyLimit({ maxSize: 512 * MEGABYTE, onError: refuseSize })
  app.use((c, next) => (/\/(imports|replacements|exchanges)$/.test(c.req.path) ? large : small)(c, next))
  app.route('/', assetRoutes)
  app.route('/', health)
  app.use(admit())

  app.use('/projects/:slug/*', inProject)
  app.use('/projects/:slug', inProject)
  app.use('/projects/:slug/*', onceEach)
  app.route('/', undoing)
  app.route('/', transcripts)
  app.route('/', together)
  app.route('/', codings)
  app.route('/', pins)
  app.route('/', textEdits)
  app.route('/', versions)
  app.route('/', reviews)
  app.route('/', imports)
  app.route('/', draftFiles)
  app.route('/', search)
  app.route('/', searchCodings)
  app.route('/', searches)
  app.route('/', synonyms)
  app.route('/', exporting)
  app.route('/', exchanges)
  app.route('/', matrix)
  app.route('/', framework)
  app.route('/', sets)
  app.route('/', quotations)
  app.route('/', comparison)
  app.route('/', publication)
  app.route('/', examples)
  app.route('/', frequencies)
  app.route('/', supervisor)
  app.route('/', charts)
  app.route('/', analysis)
  app.route('/', agreement)
  app.route('/', discussion)
  app.route('/', coOccurrence)
  app.route('/', saturation)
  app.route('/', coverage)
  app.route('/', groupComparison)
  app.route('/', caseBases)
  app.route('/', wordCloud)
  app.route('/', words)
  app.route('/', projects)
  app.route('/', history)
  app.route('/', moments)
  app.route('/', sources)
  app.route('/', speakers)
  app.route('/', codebook)
  app.route('/', similar)
  app.route('/', codeSplits)
  app.route('/', memos)
  app.route('/', addresses)
  app.route('/', cases)
  app.route('/', guides)
  app.route('/', finding)
  app.route('/', gridLines)
  app.route('/', answers)
  app.route('/', settings)
  app.route('/', accounts)
  app.route('/', invitations)
  app.route('/', people)

  refuseUnlisted(app.routes)

  app.notFound(() => {
    throw new Refusal('not-found', 'refusal.no-page')
  })
  app.onError((error, c) => (error instanceof AlreadyDone ? answerAgain(c, error.actId).catch((why: Error) => onError(why, c)) : onError(error, c)))
  return app
}

function refuseSize(): never {
  throw new Refusal('invalid', 'refusal.too-large')
}

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

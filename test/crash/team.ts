import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { type Chance, chanceOf } from '../bench/chance.ts'
import { type DrawnPassage, passagesOf } from '../bench/passages.ts'
import { type Answer, type Client, openClient } from '../support/client.ts'
import type { Promised } from './evidence.ts'
import { type Listener, listen } from './listener.ts'

/** One of the team: who, and the two sources that stand open before them, each with its stream of events. */
export type Person = {
  id: number
  /** By which a browser is known as theirs. */
  cookie: string
  slug: string
  sources: [number, number]
  codes: number[]
  draw: (chance: Chance, from: number, to: number) => DrawnPassage
}

/** What a team did. Milliseconds of each answer, to acts, to catch-ups after a stream told of something, and of pages. `acts`: answered with success, by coder. */
export type TeamWork = {
  acting: number[]
  catchingUp: number[]
  reading: number[]
  refused: number
  acts: Map<number, number>
  codings: Map<number, Promised['codings']>
  faults: string[]
  streams: Listener[]
  done: Promise<void>
  stop(): void
}

const ACT_EVERY = 2000
/** Milliseconds after which a page asks for what it was told of, as together.js does. */
const SOON = 120
const places = ['', '/sources', '/codebook', '/matrix', '/frequencies', '/cases', '/history', '/exports/quotations.csv']

/** Coders of a team folder, with what they work on. */
export function peopleOf(folder: string): Person[] {
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'), { readonly: true })
  const all = <T>(query: string, ...values: unknown[]) => sqlite.prepare(query).all(...values) as T[]
  const projects = all<{ id: number; slug: string }>("select id, slug from project where slug like 'team-%' order by id")
  const people = all<{ id: number; guid: string }>("select id, guid from coder where name like 'Coder %' order by id")
  const found = people.map(({ id, guid }, at): Person => {
    const project = projects[at % projects.length]!
    const ids = (query: string) => all<{ id: number }>(query, project.id).map((row) => row.id)
    const sources = ids('select id from source where project_id = ? order by id')
    const nth = Math.floor(at / projects.length)
    const mine = [sources[nth % sources.length]!, sources[(nth + 1) % sources.length]!] as [number, number]
    return {
      id,
      cookie: `coder=${guid}`,
      slug: project.slug,
      sources: mine,
      codes: ids('select id from code where project_id = ? order by id'),
      draw: passagesOf(folder, mine[0]),
    }
  })
  sqlite.close()
  return found
}

/** Let all of them work against a server until stopped: an act every two seconds each, two streams each, now and then a page. Who comes back later promises on top of what was promised. */
export function putToWork(address: string, people: readonly Person[], { seed = 1, promised = new Map<number, Promised['codings']>() } = {}): TeamWork {
  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal)
  const work: TeamWork = {
    ...{ acting: [], catchingUp: [], reading: [], refused: 0, acts: new Map(), codings: promised, faults: [], streams: [] },
    done: Promise.resolve(),
    stop: () => stopping.abort(),
  }
  work.done = Promise.all(people.map((person, at) => workAs(person, { address, work, stop: stopping.signal, chance: chanceOf(seed * 1000 + at) }))).then(
    () => {},
  )
  return work
}

type At = { address: string; work: TeamWork; stop: AbortSignal; chance: Chance }

async function workAs(person: Person, at: At): Promise<void> {
  const { address, work, stop, chance } = at
  const [acting, reading] = [openClient(address), openClient(address)]
  const page = { acting: false, since: 0 }
  const streams = person.sources.map((sourceId) => keepUp(person, sourceId, at, reading, page))
  work.streams.push(...streams)
  const began = performance.now() + chance.next() * ACT_EVERY
  try {
    for (let turn = 0; !stop.aborted; turn++) {
      await pause(began + turn * ACT_EVERY - performance.now(), stop)
      if (stop.aborted) break
      if (chance.next() < 0.1) note(work, work.reading, await reading.get(`/projects/${person.slug}${chance.pick(places)}`, headersOf(person)), 'a page')
      page.acting = true
      await act(person, at, acting, page).finally(() => (page.acting = false))
    }
  } catch (error) {
    fail(work, error)
  } finally {
    for (const stream of streams) stream.close()
    acting.close()
    reading.close()
  }
}

/** Asks for what changed a moment after it was told of, as a page does, unless an act is on its way, whose answer says it too. */
function keepUp(person: Person, sourceId: number, { address, work, stop }: At, client: Client, page: { acting: boolean }): Listener {
  const path = `/projects/${person.slug}/sources/${sourceId}`
  let [since, newest, asking] = [0, 0, false]
  const ask = async () => {
    if (asking || stop.aborted || newest <= since || (page.acting && sourceId === person.sources[0])) return
    asking = true
    try {
      const answer = await client.get(`${path}/changes`, { ...headersOf(person, path), 'Utsaga-Since': `${since || newest - 1}` })
      note(work, work.catchingUp, answer, 'a catch-up')
      since = Math.max(since, Number(answer.headers['utsaga-act'] ?? newest))
    } catch (error) {
      fail(work, error)
    } finally {
      asking = false
    }
  }
  return listen(address, `${path}/events`, person.cookie, (actId) => {
    newest = actId
    setTimeout(() => void ask(), SOON)
  })
}

/** Mostly a coding, some with a memo, and now and then the newest taken back. What is being taken back is promised no more, whatever comes of it. */
async function act(person: Person, { work, chance }: At, client: Client, page: { since: number }): Promise<void> {
  const mine = work.codings.get(person.id) ?? []
  work.codings.set(person.id, mine)
  const path = `/projects/${person.slug}/sources/${person.sources[0]}`
  const headers = {
    ...headersOf(person, path),
    'Sec-Fetch-Site': 'same-origin',
    'Utsaga-Wish': crypto.randomUUID(),
    ...(page.since > 0 && { 'Utsaga-Since': `${page.since}` }),
  }
  const undoes = chance.next() < 0.1 && mine.length > 0
  const { sourceId, start, end } = person.draw(chance, 40, 600)
  const codeId = chance.pick(person.codes)
  if (undoes) mine.pop()
  const answer = undoes
    ? await client.post(`/projects/${person.slug}/undo`, {}, headers)
    : await client.post(`${path}/codings`, { codeId, start, end, focus: 1, ...(chance.next() < 0.1 && { memo: 'Till metoden.' }) }, headers)
  note(work, work.acting, answer, undoes ? 'an undo' : 'a coding')
  if (answer.status >= 300) return
  page.since = Number(answer.headers['utsaga-act'] ?? page.since)
  work.acts.set(person.id, (work.acts.get(person.id) ?? 0) + 1)
  if (!undoes) mine.push({ sourceId, codeId, start, end })
}

function headersOf({ cookie }: Person, path?: string) {
  return { Cookie: cookie, 'HX-Request': 'true', ...(path && { 'HX-Current-URL': `http://127.0.0.1${path}` }) }
}

/** 409 is an answer: the passage bears the code already. 429 and 503 are counted. */
function note(work: TeamWork, into: number[], { status, milliseconds }: Answer, what: string): void {
  into.push(milliseconds)
  if (status === 429 || status === 503) work.refused++
  else if (status >= 400 && status !== 409) work.faults.push(`${what} was answered with ${status}`)
}

/** A connection that breaks because the server was killed is the end of the work. */
function fail(work: TeamWork, error: unknown): void {
  if (!['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')) work.faults.push(String(error))
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (milliseconds > 0) await wait(milliseconds, undefined, { signal: stop }).catch(() => {})
}

/** All that was answered with success, whoever did it. */
export function promisedBy({ codings }: Pick<TeamWork, 'codings'>): Promised {
  return { codings: [...codings.values()].flat(), drops: [] }
}

import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type Role, roleMay, roles } from '../../src/domain/role.ts'
import { listRights, type Right, rightOf } from '../../src/web/rights.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { addPerson } from '../support/people.ts'

type Route = { method: string; path: string; right: Right }
const routes: Route[] = [...listRights()].map(([route, right]) => ({ method: route.split(' ')[0]!, path: route.slice(route.indexOf(' ') + 1), right }))
const headers = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }

async function peopleHouse() {
  const rooms = await openTestHouse()
  const study = await seedSmallStudy(rooms.house)
  const people = new Map<Role, Awaited<ReturnType<typeof addPerson>>>()
  for (const role of roles) people.set(role, await addPerson(rooms.house, role, { [study.projectId]: role }))
  // A program that is being stopped begins nothing: whoever is let through is told so, before anything of the address is done.
  const gate = createApp({ ...rooms, stopping: AbortSignal.abort() })
  const ask = (route: Route, slug: string, cookie?: string) =>
    gate.request(addressOf(route, slug), {
      method: route.method,
      headers: { ...headers, ...(cookie && { Cookie: cookie, 'HX-Request': 'true' }) },
      ...(route.method === 'POST' && { body: new URLSearchParams() }),
    })
  return { ...rooms, study, people, ask }
}

/** An address with its parts filled in. */
function addressOf({ path }: Route, slug: string): string {
  return path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) =>
    name === 'slug' ? slug : name === 'guid' ? '00000000-0000-4000-8000-000000000000' : name === 'file' ? 'hits.csv' : '999999',
  )
}

test('the table has every route of the app and none else', async () => {
  const { app } = await openTestHouse()
  const served = new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))
  expect([...listRights().keys()].sort()).toEqual([...served].sort())
})

/** What the table ought to say, said once more and otherwise: who reads reads, who changes codes, and these are apart. */
const apart: readonly (readonly [RegExp, Right])[] = [
  [/^GET \/(assets|health|sign-in|invitations)\b|^POST \/(sign-in|invitations\/:token(\/reset)?|settings\/(language|theme))$/, 'open'],
  [/^POST \/settings\/coder/, 'local'],
  [/^\w+ \/(?!projects\/:slug)/, 'signed-in'],
  [/^POST .*\/(undo|redo|discussion\/seen)$/, 'read'],
  [/^POST .*\/(threads|comments|resolution|reopening)$/, 'comment'],
  [/^POST .*\/approvals$/, 'sign-off'],
  [/^POST .*\/(people|independence)\b/, 'manage'],
  [/^GET .*\/(suggestions|text-editor|replacement|replacements\/:replacement|acts|edit|split|guides\/finding|guides\/proposal|answers\/check)$/, 'code'],
  [/^GET .*(\/imports\b|\/paragraphs\/.*\/text$)/, 'code'],
  [/^GET /, 'read'],
  [/^POST /, 'code'],
]

test('the table says what it ought to of every route', () => {
  const ought = routes.map(({ method, path }) => [`${method} ${path}`, apart.find(([pattern]) => pattern.test(`${method} ${path}`))![1]])
  expect(routes.map(({ method, path, right }) => [`${method} ${path}`, right])).toEqual(ought)
})

test('every route, for every role and who is signed out, in a project of theirs and in one that is not', async () => {
  const { ask, people } = await peopleHouse()
  const home = routes.find(({ path }) => path === '/projects/:slug')!
  const nowhere = await (await ask(home, 'never-was', people.get('owner')!.cookie)).text()
  expect(nowhere).toContain('no project of that name')
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const out = await ask(route, 'night-shift')
    const toSignIn = out.status === 401 || (out.status === 303 && out.headers.get('Location')!.startsWith('/sign-in'))
    expect(toSignIn, `${name} signed out`).toBe(route.right !== 'open')
    for (const role of roles) {
      const person = people.get(role)!
      const own = await ask(route, 'night-shift', person.cookie)
      expect(outcome(own.status, route), `${name} as ${role}`).toBe(may(route.right, role) ? 'served' : 'refused')
      if (!route.path.includes(':slug')) continue
      const foreign = await ask(route, 'elsewhere', person.cookie)
      expect([foreign.status, await foreign.text()], `${name} elsewhere as ${role}`).toEqual([404, nowhere])
    }
  }
}, 60_000)

function may(right: Right, role: Role): boolean {
  return right === 'open' || right === 'signed-in' || (right !== 'local' && roleMay(role, right))
}

/** What is open stands before that gate: files of the look, and whether the program runs. */
function outcome(status: number, { path }: Route): string {
  if (status === 401 || status === 403) return 'refused'
  return status === 503 || /^\/(assets|health)/.test(path) ? 'served' : `${status}`
}

test('a project address that is written otherwise opens nothing that is not one’s own', async () => {
  const { app, people } = await peopleHouse()
  const { cookie } = people.get('reader')!
  for (const path of [
    '/projects/else%77here',
    '/projects/night-shift/../elsewhere',
    '/projects//elsewhere',
    '/projects/night-shift%2F..%2Felsewhere',
    '/projects/elsewhere/',
    '/projects/ELSEWHERE',
  ]) {
    const answer = await app.request(path, { headers: { ...headers, Cookie: cookie } })
    expect(answer.status, path).toBe(404)
  }
})

test('somebody with no role sees no project in any list, and may not name one in a form', async () => {
  const { app, house, people } = await peopleHouse()
  const nobody = await addPerson(house, 'Nobody')
  const home = await (await app.request('/', { headers: { ...headers, Cookie: nobody.cookie } })).text()
  expect(home).not.toContain('night-shift')
  const readers = await (await app.request('/', { headers: { ...headers, Cookie: people.get('reader')!.cookie } })).text()
  expect(readers).toContain('night-shift')
  expect(readers).not.toContain('/projects/elsewhere')
})

test('a route that is not in the table is not served at all', () => {
  expect(rightOf('GET', '/projects/:slug/secrets')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { type Role, roleMay, roles } from '../../src/domain/role.ts'
import { listRights, type Right, rightOf } from '../../src/web/rights.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { addPerson } from '../support/people.ts'

type Route = { method: string; path: string; right: Right }
const routes: Route[] = [...listRights()].map(([route, right]) => ({ method: route.split(' ')[0]!, path: route.slice(route.indexOf(' ') + 1), right }))
/** They end the session that they come with. */
const leaving = new Set(['/sign-out', '/account/sessions/removal'])
const headers = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }

async function peopleHouse() {
  const rooms = await openTestHouse()
  const study = await seedSmallStudy(rooms.house)
  const people = new Map<Role, Awaited<ReturnType<typeof addPerson>>>()
  for (const role of roles) people.set(role, await addPerson(rooms.house, role, { [study.projectId]: role }))
  const ask = (route: Route, slug: string, cookie?: string) =>
    rooms.app.request(addressOf(route, slug), {
      method: route.method,
      headers: { ...headers, ...(cookie && { Cookie: cookie, 'HX-Request': 'true' }) },
      ...(route.method === 'POST' && { body: new URLSearchParams() }),
    })
  return { ...rooms, study, people, ask }
}

/** An address with its parts filled in: ids of nothing, so that what is let through changes nothing. */
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
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const out = await ask(route, 'night-shift')
    const toSignIn = out.status === 401 || (out.status === 303 && out.headers.get('Location')!.startsWith('/sign-in'))
    expect(toSignIn, `${name} signed out`).toBe(route.right !== 'open')
    for (const role of roles) {
      const person = people.get(role)!
      const own = await ask(route, 'night-shift', person.cookie)
      if (leaving.has(route.path)) person.cookie = await person.signIn()
      expect(outcome(own.status), `${name} as ${role}`).toBe(may(route.right, role) ? 'served' : 'refused')
      if (!route.path.includes(':slug')) continue
      const foreign = await ask(route, 'elsewhere', person.cookie)
      const nowhere = await ask(route, 'never-was', person.cookie)
      expect([foreign.status, await foreign.text()], `${name} elsewhere as ${role}`).toEqual([404, await nowhere.text()])
    }
  }
}, 120_000)

function may(right: Right, role: Role): boolean {
  return right === 'open' || right === 'signed-in' || (right !== 'local' && roleMay(role, right))
}

function outcome(status: number): string {
  if (status >= 500) return `${status}`
  return status === 401 || status === 403 ? 'refused' : 'served'
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

import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { inviteFirst, inviteReset } from '../../src/services/invite.ts'
import { setDisabled } from '../../src/services/people.ts'
import { addPerson, openPeopleHouse, PASSWORD, statusAndPlace } from '../support/people.ts'

test('with no accounts nobody signs in; once there is one everybody does, and all that was here is the first one’s', async () => {
  const { house, browser } = await openPeopleHouse()
  const { ask } = browser()
  expect((await ask('/projects/night-shift')).status).toBe(200)
  const { path } = await inviteFirst(house)
  expect(await (await ask(path)).text()).toContain('Make the first account')
  const made = await ask(path, { name: ' Anna@Example.org ', called: 'Anna', password: PASSWORD })
  expect(statusAndPlace(made)).toEqual([303, '/'])
  expect((await ask('/projects/night-shift/people')).status).toBe(200)
  expect((await ask('/projects/elsewhere')).status).toBe(200)
  const other = browser()
  expect(statusAndPlace(await other.ask('/projects/night-shift?x=1'))).toEqual([303, '/sign-in?back=%2Fprojects%2Fnight-shift%3Fx%3D1'])
  expect((await other.ask('/projects/night-shift', undefined, { Cookie: 'coder=whoever' })).status).toBe(303)
  expect((await other.ask(path)).status).toBe(404)
  const signedIn = await other.ask('/sign-in', { name: 'ANNA@example.org', password: PASSWORD, back: '/projects/night-shift?x=1' })
  expect(statusAndPlace(signedIn)).toEqual([303, '/projects/night-shift?x=1'])
  const page = await other.ask('/projects/night-shift')
  expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache'])
})

test('what must have accounts shows nothing before there is one, and of its address only what is open', async () => {
  const { browser } = await openPeopleHouse({ accounts: true })
  const { ask } = browser()
  expect(await (await ask('/sign-in')).text()).toContain('no account here yet')
  expect(statusAndPlace(await ask('/projects/night-shift'))).toEqual([303, '/sign-in?back=%2Fprojects%2Fnight-shift'])
  expect((await ask('/projects/night-shift/undo', {})).status).toBe(401)
  expect(await (await ask('/health')).json()).toEqual({ status: 'ok' })
})

test('a wrong password, an unknown name and a closed account are one answer; back never leads elsewhere', async () => {
  const { house, browser } = await openPeopleHouse()
  await addPerson(house, 'Anna')
  await addPerson(house, 'Bo')
  await setDisabled(house, 'bo', true)
  const { ask } = browser()
  const answers = []
  for (const [name, password] of [
    ['anna', 'wrong'],
    ['nobody', 'wrong'],
    ['bo', PASSWORD],
  ] as const) {
    const answer = await ask('/sign-in', { name, password })
    answers.push([answer.status, (await answer.text()).replaceAll(`value="${name}"`, '')])
  }
  expect(answers[0]![0]).toBe(403)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect(statusAndPlace(await ask('/sign-in', { name: 'anna', password: PASSWORD, back: '//evil.example/x' }))).toEqual([303, '/'])
})

test('a session is new at every sign-in, and no word of it or of a password lies in the history or as it was', async () => {
  const { house, browser, file, study } = await openPeopleHouse()
  await addPerson(house, 'Anna', { [study.projectId]: 'owner' })
  const { ask, cookies } = browser()
  cookies.set('session', 'chosen-by-somebody-else')
  await ask('/sign-in', { name: 'anna', password: PASSWORD })
  const first = cookies.get('session')!
  expect(Buffer.from(first, 'base64url')).toHaveLength(32)
  await ask('/sign-in', { name: 'anna', password: PASSWORD })
  expect(cookies.get('session')).not.toBe(first)
  expect((await ask('/account', undefined, { Cookie: `session=${first}` })).status).toBe(303)
  const sqlite = file()
  const kept = JSON.stringify([sqlite.prepare('select * from session').all(), sqlite.prepare('select * from invitation').all()])
  expect(kept).not.toContain(cookies.get('session'))
  const told = JSON.stringify([sqlite.prepare('select * from act').all(), sqlite.prepare('select * from change').all()])
  expect(told).not.toMatch(/scrypt|token|sha256/)
})

test('sessions are listed and ended, one, all, and the others by another password', async () => {
  const { house, browser } = await openPeopleHouse()
  await addPerson(house, 'Anna')
  const [one, two, three] = [browser(), browser('http://localhost', 'Mozilla/5.0 (iPhone) Version/18 Safari/605'), browser()]
  for (const { ask } of [one, two, three]) await ask('/sign-in', { name: 'anna', password: PASSWORD })
  const page = await (await one.ask('/account')).text()
  expect(page).toContain('Safari, iOS')
  const id =
    /action="\/account\/sessions\/(\d+)\/removal"[\s\S]*?<b>/.exec(page.slice(page.indexOf('Safari, iOS')))?.[1] ??
    /Safari, iOS[\s\S]*?sessions\/(\d+)\/removal/.exec(page)![1]
  await one.ask(`/account/sessions/${id}/removal`, {})
  expect((await two.ask('/account')).status).toBe(303)
  expect((await one.ask('/account/password', { old: 'wrong', password: 'sex nya hus på en rad' })).status).toBe(403)
  expect((await one.ask('/account/password', { old: PASSWORD, password: 'kort' })).status).toBe(422)
  expect((await one.ask('/account/password', { old: PASSWORD, password: 'sex nya hus på en rad' })).status).toBe(303)
  expect((await three.ask('/account')).status).toBe(303)
  expect((await one.ask('/account')).status).toBe(200)
  await two.ask('/sign-in', { name: 'anna', password: 'sex nya hus på en rad' })
  expect(statusAndPlace(await one.ask('/account/sessions/removal', {}))).toEqual([303, '/sign-in'])
  for (const { ask } of [one, two]) expect((await ask('/account')).status).toBe(303)
})

test('nobody ends a session that is not theirs; an account that is closed is out at once', async () => {
  const { house, browser, file } = await openPeopleHouse()
  const anna = await addPerson(house, 'Anna')
  const bo = await addPerson(house, 'Bo')
  const { ask } = browser()
  const { id } = file().prepare('select id from session where account_id = ?').get(anna.accountId) as { id: number }
  expect((await ask(`/account/sessions/${id}/removal`, {}, { Cookie: bo.cookie })).status).toBe(404)
  expect((await ask('/account', undefined, { Cookie: anna.cookie })).status).toBe(200)
  await setDisabled(house, 'Anna', true)
  expect((await ask('/account', undefined, { Cookie: anna.cookie })).status).toBe(303)
})

test('a session ends when nobody uses it, and after a month in any case', async () => {
  const { house, browser } = await openPeopleHouse()
  const { cookie } = await addPerson(house, 'Anna')
  const { ask } = browser()
  const shift = (column: string, days: number) => {
    const sqlite = new SQLite(house.file)
    sqlite.prepare(`update session set ${column} = ?`).run(new Date(Date.now() - days * 86_400_000).toISOString())
    sqlite.close()
  }
  const isIn = async () => (await ask('/account', undefined, { Cookie: cookie })).status === 200
  shift('seen_at', 6)
  expect(await isIn()).toBe(true)
  shift('seen_at', 8)
  expect(await isIn()).toBe(false)
  shift('seen_at', 0)
  shift('made_at', 29)
  expect(await isIn()).toBe(true)
  shift('made_at', 31)
  expect(await isIn()).toBe(false)
})

test('too many tries at a name are told to wait, with how long, also for who then knows the password; another name goes on', async () => {
  const { house, browser } = await openPeopleHouse()
  await addPerson(house, 'Anna')
  await addPerson(house, 'Bo')
  const { ask } = browser()
  for (let nth = 0; nth < 10; nth++) expect((await ask('/sign-in', { name: 'anna', password: 'wrong' })).status).toBe(403)
  const late = await ask('/sign-in', { name: ' ANNA', password: PASSWORD })
  expect([late.status, await late.text()]).toEqual([429, expect.stringContaining('Wait 15 minutes')])
  expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(800)
  expect((await ask('/sign-in', { name: 'bo', password: PASSWORD })).status).toBe(303)
  for (let nth = 0; nth < 40; nth++) await ask(`/invitations/guess${nth}`)
  expect((await ask('/invitations/guess')).status).toBe(429)
})

const behind = { incoming: { socket: { remoteAddress: '10.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }
/** Somebody at an address of their own, as a proxy says, who tries a password. */
function from(app: { request: (path: string, init: RequestInit, env: object) => Response | Promise<Response> }, address: string, cookie = '') {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en', 'X-Forwarded-For': address, Cookie: cookie }
  return async (name: string, password: string) => app.request('/sign-in', { method: 'POST', headers, body: new URLSearchParams({ name, password }) }, behind)
}

test('a browser that somebody has signed in with lets them in however many others try, is theirs alone, and holds until the password is another', async () => {
  const { app, house } = await openPeopleHouse({ accounts: true, trustedProxy: '10.0.0.1' })
  await addPerson(house, 'Anna')
  await addPerson(house, 'Bo')
  const deviceIn = (answer: Response) => /device-\d+=[^;]+/.exec(answer.headers.getSetCookie().join('\n'))![0]
  const device = deviceIn(await from(app, '192.0.2.1')('anna', PASSWORD))
  // Said to be Bo's it is a stranger's, as is one that was made up.
  const strange = [device.replace('device-1', 'device-2'), 'device-2=AAAAAAAAAAAAAAAA.', 'device-2=x', 'device-0=.', '']
  for (let nth = 0; nth < 10; nth++) await from(app, '203.0.113.9', strange[nth % 5])('bo', 'wrong')
  expect((await from(app, '203.0.113.9', strange[0])('bo', PASSWORD)).status).toBe(429)
  expect((await from(app, '198.51.100.1')('bo', PASSWORD)).status).toBe(303)
  // Beside who tries, at an address that must wait for every name.
  for (let nth = 0; nth < 40; nth++) await app.request(`/invitations/guess${nth}`, { headers: { 'X-Forwarded-For': '203.0.113.9' } }, behind)
  expect((await from(app, '203.0.113.9')('anna', PASSWORD)).status).toBe(429)
  expect((await from(app, '203.0.113.9', device)('anna', PASSWORD)).status).toBe(303)
  const { path } = await inviteReset(house, { name: 'anna', byId: 1 })
  const reset = { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: new URLSearchParams({ password: 'sex nya hus på en rad' }) }
  expect(deviceIn(await app.request(`${path}/reset`, reset, behind))).not.toBe(device)
  expect((await from(app, '203.0.113.9', device)('anna', 'sex nya hus på en rad')).status).toBe(429)
}, 60_000)

test('a link sets a new password, once, and ends every session', async () => {
  const { house, browser } = await openPeopleHouse()
  const anna = await addPerson(house, 'Anna')
  const { ask } = browser()
  const old = (await inviteReset(house, { name: 'anna', byId: 1 })).path
  const { path } = await inviteReset(house, { name: 'anna', byId: 1 })
  expect((await ask(old)).status).toBe(404)
  expect(await (await ask(path)).text()).toContain('New password for anna')
  expect((await ask(path, { name: 'x', called: 'X', password: PASSWORD })).status).toBe(404)
  expect(statusAndPlace(await ask(`${path}/reset`, { password: 'sex nya hus på en rad' }))).toEqual([303, '/account'])
  expect((await ask('/account')).status).toBe(200)
  expect((await ask('/account', undefined, { Cookie: anna.cookie })).status).toBe(303)
  expect((await ask(path)).status).toBe(404)
  const other = browser()
  expect((await other.ask('/sign-in', { name: 'anna', password: PASSWORD })).status).toBe(403)
  expect((await other.ask('/sign-in', { name: 'anna', password: 'sex nya hus på en rad' })).status).toBe(303)
})

test('an address that was stated is the only one; over https the cookie goes nowhere else', async () => {
  const { house, browser } = await openPeopleHouse({ accounts: true, address: new URL('https://utsaga.example.org') })
  await addPerson(house, 'Anna')
  // Behind a proxy a request comes over plain http, by the name that people write.
  const { ask, cookies } = browser('http://utsaga.example.org')
  const page = await ask('/sign-in')
  expect(page.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  const signedIn = await ask('/sign-in', { name: 'anna', password: PASSWORD }, { Origin: 'https://utsaga.example.org' })
  const [session, device] = signedIn.headers.getSetCookie()
  expect(session).toMatch(/^__Host-session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(device).toMatch(/^__Host-device-1=[\w-]{16}\.[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect((await ask('/account')).status).toBe(200)
  expect((await ask('/sign-out', {}, { Origin: 'http://utsaga.example.org' })).status).toBe(403)
  expect((await ask('/sign-out', {}, { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  const strange = browser('http://127.0.0.1:3000')
  expect((await strange.ask('/sign-in')).status).toBe(403)
  expect((await strange.ask('/health')).status).toBe(200)
  expect((await browser('http://evil.example').ask('/health')).status).toBe(403)
  expect([...cookies.keys()]).toEqual(['__Host-session', '__Host-device-1'])
})

test('whom a proxy forwards is believed from that proxy alone, and only the last it says', async () => {
  const { app } = await openPeopleHouse({ accounts: true, trustedProxy: '10.0.0.1' })
  const guess = async (from: string, forwarded: string) => {
    const env = { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } }
    return (await app.request('/invitations/guess', { headers: { 'X-Forwarded-For': forwarded } }, env)).status
  }
  // Each says to be somebody new, and is the one who asks.
  for (let nth = 0; nth < 40; nth++) expect(await guess('10.0.0.2', `192.0.2.${nth}`)).toBe(404)
  expect(await guess('10.0.0.2', '192.0.2.99')).toBe(429)
  expect(await guess('10.0.0.1', '192.0.2.99')).toBe(404)
  for (let nth = 0; nth < 39; nth++) await guess('::ffff:10.0.0.1', `198.51.100.${nth}, 192.0.2.99`)
  expect(await guess('10.0.0.1', '198.51.100.77, 192.0.2.99')).toBe(429)
  expect(await guess('10.0.0.1', '192.0.2.98')).toBe(404)
})

test('what a page sends that was drawn for somebody else is nobody’s act: it is refused, and said', async () => {
  const { house, study, browser, file } = await openPeopleHouse()
  const { cookie, coderId } = await addPerson(house, 'Anna', { [study.projectId]: 'researcher' })
  const bo = await addPerson(house, 'Bo', { [study.projectId]: 'researcher' })
  const { ask } = browser()
  const code = (as: string, drawnFor: number) => {
    const headers = { Cookie: as, 'HX-Request': 'true', 'Utsaga-Coder': `${drawnFor}` }
    return ask(`/projects/night-shift/sources/${study.sourceId}/codings`, { codeId: `${study.sleepId}`, start: '0', end: '5' }, headers)
  }
  expect(await (await ask('/projects/night-shift', undefined, { Cookie: cookie })).text()).toContain(`data-who="${coderId}"`)
  const codings = () => file().prepare('select count(*) from coding').pluck().get()
  const before = codings()
  const refused = await code(bo.cookie, coderId)
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('Somebody else is at work in this browser now')])
  expect(codings()).toBe(before)
  expect((await code(cookie, coderId)).status).toBe(201)
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { invitePerson } from '../../src/services/invite.ts'
import { setRole } from '../../src/services/people.ts'
import { addPerson, openPeopleHouse, PASSWORD, statusAndPlace } from '../support/people.ts'

test('an invitation lets one person in, once, with the role it says', async () => {
  const { house, browser, study } = await openPeopleHouse()
  const owner = await addPerson(house, 'Anna', { [study.projectId]: 'owner' })
  const { ask } = browser()
  const invite = async (fields: Record<string, string>) => {
    const page = await (await ask('/projects/night-shift/people/invitations', fields, { Cookie: owner.cookie })).text()
    return /value="http:\/\/localhost(\/invitations\/[^"]+)"/.exec(page)![1]!
  }
  const path = await invite({ role: 'reader' })
  const [bo, two] = [browser(), browser()]
  expect(await (await bo.ask(path)).text()).toContain('Anna invites you to night-shift as reader.')
  expect((await bo.ask(path, { name: 'bo', called: 'Bo', password: 'kort' })).status).toBe(422)
  expect((await bo.ask(path, { name: 'anna', called: 'Bo', password: PASSWORD })).status).toBe(409)
  expect((await bo.ask(path, { name: 'bo', called: 'Anna', password: PASSWORD })).status).toBe(409)
  const [first, second] = await Promise.all([
    bo.ask(path, { name: 'bo', called: 'Bo', password: PASSWORD }),
    two.ask(path, { name: 'bosse', called: 'Bosse', password: PASSWORD }),
  ])
  expect([first.status, second.status].sort()).toEqual([303, 404])
  const inside = first.status === 303 ? bo : two
  expect((await inside.ask('/projects/night-shift')).status).toBe(200)
  expect((await inside.ask('/projects/night-shift/codes', { label: 'x', parentId: '' })).status).toBe(403)
  // Somebody with an account joins with it.
  const cleo = await addPerson(house, 'Cleo')
  const again = await invite({ role: 'researcher' })
  expect(await (await ask(again, undefined, { Cookie: cleo.cookie })).text()).toContain('Join as Cleo')
  expect(statusAndPlace(await ask(`${again}/joining`, {}, { Cookie: cleo.cookie }))).toEqual([303, '/projects/night-shift'])
  expect((await ask(`${again}/joining`, {}, { Cookie: cleo.cookie })).status).toBe(404)
  const withdrawn = await invite({ role: 'owner' })
  const page = await (await ask('/projects/night-shift/people', undefined, { Cookie: owner.cookie })).text()
  await ask(/action="([^"]*invitations\/\d+\/removal)"/.exec(page)![1]!, {}, { Cookie: owner.cookie })
  expect((await ask(withdrawn)).status).toBe(404)
})

test('an invitation for somebody who coded here before makes the account of just that coder', async () => {
  const { house, browser, study, post } = await openPeopleHouse()
  await post('/settings/coders', { name: 'Doris' })
  await post(`/projects/night-shift/codes`, { label: 'By Doris', parentId: '' })
  const owner = await addPerson(house, 'Anna', { [study.projectId]: 'owner' })
  const { ask } = browser()
  const people = await (await ask('/projects/night-shift/people', undefined, { Cookie: owner.cookie })).text()
  const coderId = /<option value="(\d+)">Doris</.exec(people)![1]!
  const { path } = await invitePerson(house, { byId: owner.coderId, into: { projectId: study.projectId, role: 'researcher' }, coderId: Number(coderId) })
  const doris = browser()
  await doris.ask(path, { name: 'doris', called: 'Doris D', password: PASSWORD })
  const undone = await doris.ask('/projects/night-shift/undo', {}, { 'HX-Request': 'true' })
  expect(undone.status).toBe(200)
  await doris.ask('/projects/night-shift')
  expect(await (await doris.ask('/projects/night-shift/codebook')).text()).not.toContain('By Doris')
})

test('an owner changes and ends what others may do; the last owner stays; no undo and no moment lets anybody back', async () => {
  const { house, browser, study, file } = await openPeopleHouse()
  const owner = await addPerson(house, 'Anna', { [study.projectId]: 'owner' })
  const bo = await addPerson(house, 'Bo', { [study.projectId]: 'researcher' })
  const { ask } = browser()
  const as = (cookie: string) => (path: string, fields?: Record<string, string>) =>
    ask(`/projects/night-shift${path}`, fields, { Cookie: cookie, 'HX-Request': 'true' })
  await as(bo.cookie)('/codes', { label: 'By Bo', parentId: '' })
  const moment = (file().prepare('select max(id) as id from act').get() as { id: number }).id
  await as(owner.cookie)(`/people/${bo.coderId}`, { role: 'reader' })
  expect((await as(bo.cookie)('/codes', { label: 'Again', parentId: '' })).status).toBe(403)
  // Who may no longer code may not undo their way to it.
  expect((await as(bo.cookie)('/undo', {})).status).toBe(403)
  expect(await (await as(owner.cookie)('/undo', {})).text()).toContain('nothing')
  await as(owner.cookie)(`/people/${bo.coderId}/removal`, {})
  expect((await as(bo.cookie)('')).status).toBe(404)
  await as(owner.cookie)('/codes', { label: 'By Anna', parentId: '' })
  expect((await as(owner.cookie)(`/history/${moment}/restoration`, { what: 'project' })).status).toBeLessThan(400)
  expect((await as(bo.cookie)('')).status).toBe(404)
  expect((await as(owner.cookie)(`/people/${owner.coderId}`, { role: 'reader' })).status).toBe(409)
  expect((await as(owner.cookie)(`/people/${owner.coderId}/removal`, {})).status).toBe(409)
  expect(await (await as(owner.cookie)('/history')).text()).toContain('Anna removed <i>Bo</i> from the project')
  expect(file().prepare('select role from membership').all()).toEqual([{ role: 'owner' }])
})

test('a project that somebody begins is theirs alone, and what they read in for it too', async () => {
  const { house, browser } = await openPeopleHouse()
  const [anna, bo] = [await addPerson(house, 'Anna'), await addPerson(house, 'Bo')]
  const { ask } = browser()
  const made = await ask('/projects', { name: 'Mine', language: 'sv', codebook: 'empty', file: '' }, { Cookie: anna.cookie })
  expect(statusAndPlace(made)).toEqual([303, '/projects/mine'])
  expect((await ask('/projects/mine/people', undefined, { Cookie: anna.cookie })).status).toBe(200)
  expect((await ask('/projects/mine', undefined, { Cookie: bo.cookie })).status).toBe(404)
  expect(await (await ask('/history', undefined, { Cookie: bo.cookie })).text()).not.toContain('Mine')
  expect(await (await ask('/history', undefined, { Cookie: anna.cookie })).text()).toContain('Mine')
  const undone = await ask('/undo', {}, { Cookie: anna.cookie })
  expect(undone.status).toBe(303)
  expect((await ask('/projects/mine', undefined, { Cookie: anna.cookie })).status).toBe(404)
})

test('a file of another program that is being looked at is there for whoever brought it alone; files of an import for who codes in their project', async () => {
  const { house, browser, app, study } = await openPeopleHouse()
  const [anna, bo, reader] = [
    await addPerson(house, 'Anna', { [study.projectId]: 'researcher' }),
    await addPerson(house, 'Bo', { [study.projectId]: 'researcher', [study.elsewhereId]: 'owner' }),
    await addPerson(house, 'Cilla', { [study.projectId]: 'reader' }),
  ]
  const { ask } = browser()
  const bring = async (path: string, name: string, text: string) => {
    const form = new FormData()
    form.set('into', '')
    form.set('files', new File([text], name))
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: anna.cookie }
    return (await app.request(path, { method: 'POST', headers, body: form })).headers.get('Location')!.replace(/\?.*/, '')
  }
  const codebook =
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes><Code guid="6f1f4a7e-6a5b-4d7e-9b39-0a1b2c3d4e5f" name="Rent" isCodable="true"/></Codes></CodeBook>'
  const draft = await bring('/exchanges', 'codes.qdc', codebook)
  expect(draft).toMatch(/^\/exchanges\/[\w-]{20,}$/)
  const asked = async (cookie: string, path: string, fields?: Record<string, string>) => (await ask(path, fields, { Cookie: cookie })).status
  for (const [path, fields] of [
    [draft, undefined],
    [`${draft}?into=night-shift`, undefined],
    [`${draft}/confirmation`, { into: '', name: 'Stolen' }],
    [`${draft}/confirmation`, { into: 'night-shift' }],
    [`${draft}/cancellation`, {}],
  ] as const) {
    expect(await asked(bo.cookie, path, fields), path).toBe(404)
    expect(await asked(reader.cookie, path, fields), path).toBe(404)
  }
  expect(await asked(anna.cookie, draft)).toBe(200)
  const files = await bring('/projects/night-shift/imports', 'a.txt', 'What one said.')
  const at = (slug: string) => files.replace('night-shift', slug)
  expect([await asked(anna.cookie, files), await asked(bo.cookie, files), await asked(reader.cookie, files)]).toEqual([200, 200, 403])
  expect(await asked(bo.cookie, at('elsewhere'))).toBe(404)
  expect(await asked(bo.cookie, `${at('elsewhere')}/confirmation`, {})).toBe(404)
  expect(await asked(anna.cookie, at('elsewhere'))).toBe(404)
})

test('who is in other projects alone is named nowhere in this one', async () => {
  const { house, browser, study } = await openPeopleHouse()
  const reader = await addPerson(house, 'Anna', { [study.projectId]: 'reader' })
  await addPerson(house, 'Zelda', { [study.elsewhereId]: 'owner' })
  const { ask } = browser()
  for (const page of ['history', 'memos', 'matrix', 'people', 'quotations?filter=coder:Zelda']) {
    const html = await (await ask(`/projects/night-shift/${page}`, undefined, { Cookie: reader.cookie })).text()
    expect(
      html
        .replaceAll('coder:Zelda', '')
        .replaceAll('coder%3AZelda', '')
        .match(/.{60}>Zelda.{20}/g),
      page,
    ).toBeNull()
  }
  expect(await (await ask('/history', undefined, { Cookie: reader.cookie })).text()).not.toContain('Zelda')
})

test('a page that listens hears no more when its right is gone, and no one hears who has none', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { house, browser, study } = await openPeopleHouse()
  const reader = await addPerson(house, 'Anna', { [study.projectId]: 'reader' })
  const { ask } = browser()
  const at = `/projects/night-shift/sources/${study.sourceId}/events`
  expect((await ask(at, undefined, { Accept: 'text/event-stream' })).status).toBe(401)
  const stream = await ask(at, undefined, { Cookie: reader.cookie, Accept: 'text/event-stream' })
  expect(stream.status).toBe(200)
  const heard = stream.body!.getReader()
  const open = (await ask(at, undefined, { Cookie: reader.cookie, Accept: 'text/event-stream' })).body!.getReader()
  await open.read()
  const said = async () => new TextDecoder().decode((await heard.read()).value)
  expect(await said()).toContain('event: hello')
  vi.advanceTimersByTime(15_000)
  expect(await said()).toContain('event: beat')
  expect(new TextDecoder().decode((await open.read()).value)).toContain('event: beat')
  await setRole(house, { projectId: study.projectId, byId: 1, name: 'anna', role: null })
  await codePassage(house, { projectId: study.projectId, coderId: 1, sourceId: study.sourceId, codeIds: [study.fatigueId], selection: { start: 2, end: 5 } })
  expect((await open.read()).done).toBe(true)
  vi.advanceTimersByTime(15_000)
  expect((await heard.read()).done).toBe(true)
})

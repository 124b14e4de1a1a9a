import { describe, expect, onTestFinished, test } from 'vitest'
import { limits } from '../../src/domain/limits.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { countFollowers } from '../../src/services/follow-acts.ts'
import { setStatus } from '../../src/services/set-status.ts'
import { undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const ANNA = '5a0c4a2e-9d51-4a3b-8d0a-0b7c5b5e7a11'
const text = 'I was tired 😴, so tired.\nAnd then it was morning.\nThe ward was quiet.'

/** A small study where Anna codes too, and what a page asks: acts with a wish, changes since an act. */
async function open() {
  const opened = await openTestHouse()
  const { house, post, get } = opened
  const study = await seedSmallStudy(house, text)
  const draft = { projectId: null, actorId: 1, kind: 'create-coder' } as const
  const { result: annaId } = await perform(house.write, draft, (ledger) => ledger.insert('coder', { guid: ANNA, name: 'Anna', made_at: '2026-01-05' }))
  const path = `/projects/night-shift/sources/${study.sourceId}`
  const here = { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${path}` }
  const newest = async () => Number((await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirst())!.id)
  const code = (coderId: number, codeId: number, start: number, end: number) =>
    codePassage(house, { projectId: study.projectId, sourceId: study.sourceId, codeIds: [codeId], coderId, selection: { start, end } })
  return {
    ...opened,
    ...study,
    annaId,
    path,
    newest,
    code,
    changes: async (since: number, query = '') => (await get(`${path}/changes${query}`, { ...here, 'Utsaga-Since': `${since}` })).text(),
    act: (to: string, fields: Record<string, string | number>, headers: Record<string, string> = {}) => post(to, fields, { ...here, ...headers }),
  }
}

describe('who codes in a browser', () => {
  const cookie = `coder=${ANNA}`

  test('is chosen for it alone: what it does is theirs, the computer stays as it was', async () => {
    const { house, post, get, path, fatigueId, annaId } = await open()
    const chosen = await post('/settings/coder', { coderId: annaId, only: 'here' }, {})
    expect(chosen.headers.get('Set-Cookie')).toContain(cookie)
    await post(`${path}/codings`, { codeId: fatigueId, start: 6, end: 11 }, { 'HX-Request': 'true', Cookie: cookie })
    expect((await house.read.selectFrom('coding').selectAll().execute()).map((row) => row.coder_id)).toEqual([annaId])
    expect(await (await get('/health', { Cookie: cookie })).json()).toMatchObject({ coder: 'Anna' })
    expect(await (await get('/health')).json()).toMatchObject({ coder: 'You' })
  })

  test('a coder who is not there is passed by, and a choice for the computer ends that of the browser', async () => {
    const { post, get, annaId } = await open()
    expect(await (await get('/health', { Cookie: 'coder=nobody' })).json()).toMatchObject({ coder: 'You' })
    expect(await (await get('/settings', { Cookie: cookie })).text()).toContain('In this browser Anna codes')
    for (const [to, fields] of [
      ['/settings/coder', { coderId: annaId }],
      ['/settings/coder/release', {}],
    ] as const)
      expect((await post(to, fields, { Cookie: cookie })).headers.get('Set-Cookie')).toMatch(/coder=;.*Max-Age=0/)
    expect((await post('/settings/coder', { coderId: 999, only: 'here' }, {})).status).toBe(404)
  })
})

describe('what changed since an act', () => {
  test('comes as the paragraphs that others touched, their counts, and a sentence that says who', async () => {
    const { path, get, newest, code, changes, annaId, fatigueId } = await open()
    const since = await newest()
    expect(await (await get(path)).text()).toContain(`data-act="${since}"`)
    await code(annaId, fatigueId, 26, 34)
    const html = await changes(since, '?paragraph=1')
    expect(html).toContain('hx-target="#st-2"')
    expect(html).not.toContain('hx-target="#st-1"')
    expect(html).toContain(`hx-target="#here-${fatigueId}"`)
    expect(html).toContain('Anna coded paragraph 2')
    expect(html).toMatch(/hx-target="#passage" hx-swap="innerMorph"><header[^>]*><h2>Paragraph 1/)
    expect(html).not.toContain('hx-target="#toast"')
    expect(await changes(await newest())).not.toContain('hx-target="#st-')
  })

  test('an answer to an own act holds what others did as well, and says of which moment it is', async () => {
    const { path, newest, code, act, annaId, fatigueId, teamId } = await open()
    const since = await newest()
    await code(annaId, fatigueId, 26, 34)
    const answer = await act(`${path}/codings`, { codeId: teamId, start: 2, end: 5 }, { 'Utsaga-Since': `${since}` })
    expect([answer.headers.get('Utsaga-Since'), answer.headers.get('Utsaga-Act')]).toEqual([`${since}`, `${await newest()}`])
    const html = await answer.text()
    for (const one of ['#st-1', '#st-2', '#toast', '#together-said']) expect(html).toContain(`hx-target="${one}"`)
    expect(html).not.toContain('hx-target="#st-3"')
    expect(html).toMatch(/<h2>Paragraph 1<\/h2>/)
  })

  test('a resized coding is drawn where it was and where it is, also when that is undone', async () => {
    const { house, projectId, newest, code, act, changes, annaId, fatigueId } = await open()
    const [coding] = await code(annaId, fatigueId, 0, 50)
    const since = await newest()
    await act(`/projects/night-shift/codings/${coding!.id}/edges`, { start: 2, end: 11 })
    expect(await changes(since)).toContain('hx-target="#st-2"')
    const resized = await newest()
    await undo(house, { projectId, actorId: 1 })
    const html = await changes(resized)
    for (const one of ['#st-1', '#st-2']) expect(html).toContain(`hx-target="${one}"`)
  })

  test('a new code brings the codebook and the picker, with every count; a status its own piece', async () => {
    const { house, projectId, sourceId, newest, changes, annaId, teamId } = await open()
    const since = await newest()
    await createCode(house, { projectId, coderId: annaId, label: 'Noise', parentId: null })
    const html = await changes(since)
    for (const one of ['#codebook', '#picker-codes', `#all-${teamId}`]) expect(html).toContain(`hx-target="${one}"`)
    await setStatus(house, { projectId, sourceId, coderId: annaId, status: 'done' })
    expect(await changes((await newest()) - 1)).toMatch(/<option value="done" selected/)
  })

  test('a changed text is told, never drawn over what somebody has before them', async () => {
    const { house, projectId, sourceId, path, newest, changes, code, act, annaId, fatigueId, teamId } = await open()
    const since = await newest()
    const { version_id: versionId } = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
    const paragraph = { start: 26, end: 50 }
    await editParagraph(house, { projectId, sourceId, coderId: annaId, versionId, paragraph, text: 'And then it was noon, and long after.' })
    await code(1, fatigueId, 2, 5)
    const html = await changes(since)
    expect(html).toContain('The text was changed by Anna.')
    expect(html).not.toContain('hx-target="#st-')
    const own = await act(`${path}/codings`, { codeId: teamId, start: 2, end: 5 }, { 'Utsaga-Since': `${since}` })
    expect(own.headers.get('Utsaga-Since')).toBeNull()
    const said = await own.text()
    expect(said).toContain('The text was changed by Anna')
    expect(said).not.toContain('hx-target="#st-')
  })
})

describe('a wish', () => {
  const wish = '0f8fad5b-d9cb-469f-a165-70867728950e'

  test('whose answer was lost is done once, and answered again with what it changed', async () => {
    const { house, path, act, newest, fatigueId } = await open()
    const ask = () => act(`${path}/codings`, { codeId: fatigueId, start: 6, end: 11 }, { 'Utsaga-Wish': wish })
    expect((await ask()).status).toBe(201)
    const acts = await newest()
    const again = await ask()
    expect(again.status).toBe(200)
    const html = await again.text()
    expect(html).toContain('>tired</mark>')
    expect(html).toContain('hx-target="#toast"')
    expect(await newest()).toBe(acts)
    expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
  })

  test('is done once also where it is sent again while it is done, and where what it took away is gone', async () => {
    const { house, path, act, code, newest, fatigueId } = await open()
    const ask = () => act(`${path}/codings`, { codeId: fatigueId, start: 6, end: 11 }, { 'Utsaga-Wish': wish })
    expect((await Promise.all([ask(), ask(), ask()])).map(({ status }) => status)).toEqual([201, 200, 200])
    const [coding] = await code(1, fatigueId, 26, 34)
    const remove = () => act(`/projects/night-shift/codings/${coding!.id}/removal`, {}, { 'Utsaga-Wish': wish.replace('0f', '1f') })
    expect((await remove()).status).toBe(200)
    const acts = await newest()
    expect((await remove()).status).toBe(200)
    expect(await newest()).toBe(acts)
    expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
  })

  test('undo that is sent again undoes no more', async () => {
    const { house, act, code, fatigueId } = await open()
    await code(1, fatigueId, 2, 5)
    await code(1, fatigueId, 26, 34)
    for (let times = 0; times < 3; times++) expect((await act('/projects/night-shift/undo', {}, { 'Utsaga-Wish': wish })).status).toBe(200)
    expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
  })

  test('that was refused may be asked for again; what is no wish is none', async () => {
    const { path, act, code, fatigueId, house, projectId } = await open()
    await code(1, fatigueId, 6, 11)
    const ask = () => act(`${path}/codings`, { codeId: fatigueId, start: 6, end: 11 }, { 'Utsaga-Wish': wish })
    expect((await ask()).status).toBe(409)
    await undo(house, { projectId, actorId: 1 })
    expect((await ask()).status).toBe(201)
    expect((await act(`${path}/codings`, { codeId: fatigueId, start: 26, end: 34 }, { 'Utsaga-Wish': "x' or 1" })).status).toBe(201)
  })
})

describe('the stream of a source', () => {
  /** Read the acts that a stream tells, until it is let go. */
  async function listen(res: Response) {
    const reader = res.body!.getReader()
    let heard = ''
    const acts = () => [...heard.matchAll(/event: act\ndata: \d+\nid: (\d+)/g)].map((match) => Number(match[1]))
    void (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        heard += new TextDecoder().decode(value)
      }
    })()
    const until = async (count: number, within = 3000) => {
      for (const began = Date.now(); acts().length < count && Date.now() - began < within; ) await new Promise((resolve) => setTimeout(resolve, 10))
      return acts()
    }
    return { until, acts, leave: () => reader.cancel() }
  }

  test('tells of acts in the source and of the codebook, not of what is done elsewhere; what was missed is told at once', async () => {
    const { house, get, path, code, newest, projectId, elsewhereId, annaId, fatigueId } = await open()
    const since = await newest()
    await code(annaId, fatigueId, 2, 5)
    const missed = await newest()
    const res = await get(`${path}/events?since=${since}`)
    expect(res.headers.get('Content-Type')).toContain('text/event-stream')
    const stream = await listen(res)
    onTestFinished(() => stream.leave())
    expect(await stream.until(1)).toEqual([missed])
    await createCode(house, { projectId: elsewhereId, coderId: annaId, label: 'Noise', parentId: null })
    await code(annaId, fatigueId, 26, 34)
    const coded = await newest()
    await stream.until(2)
    await createCode(house, { projectId, coderId: annaId, label: 'Noise', parentId: null })
    expect(await stream.until(3)).toEqual([missed, coded, await newest()])
    const resumed = await listen(await get(`${path}/events?since=${since}`, { 'Last-Event-ID': `${coded}` }))
    onTestFinished(() => resumed.leave())
    expect(await resumed.until(1)).toEqual([await newest()])
  })

  test('hears what another process did, and leaves nothing behind when its reader goes', async () => {
    const { house, get, path, projectId, sourceId, annaId, fatigueId } = await open()
    const stream = await listen(await get(`${path}/events`))
    const other = await openHouse(house.file)
    await codePassage(other, { projectId, sourceId, codeIds: [fatigueId], coderId: annaId, selection: { start: 2, end: 5 } })
    await other.close()
    expect(await stream.until(1)).toHaveLength(1)
    expect(countFollowers(house)).toBe(1)
    await stream.leave()
    for (let tries = 0; tries < 100 && countFollowers(house) > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(countFollowers(house)).toBe(0)
  })

  test('a coder may listen to so many, all together to more, and one more is refused; a source that is not there has none', async () => {
    const { get, house, path } = await open()
    const coders = await Promise.all(Array.from({ length: 8 }, (_, at) => keepSecondCoder(house, `Coder ${at}`)))
    const ask = (at: number) => get(`${path}/events`, { Cookie: `coder=${coders[at]}` })
    const streams: Awaited<ReturnType<typeof listen>>[] = []
    onTestFinished(() => void streams.map((stream) => stream.leave()))
    for (let n = 0; n < limits.streamsEach; n++) streams.push(await listen(await ask(0)))
    const own = await ask(0)
    expect([own.status, own.headers.get('Retry-After')]).toEqual([429, `${limits.again}`])
    expect(await own.text()).toContain('You have too many pages open at once')
    for (let n = streams.length; n < limits.streams; n++) streams.push(await listen(await ask(1 + (n % 7))))
    expect((await ask(1)).status).toBe(503)
    expect((await get('/projects/night-shift/sources/99/events')).status).toBe(404)
  }, 60_000)
})

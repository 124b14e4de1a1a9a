import { expect, test, vi } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const base = '/projects/night-shift'

/** A study whose first coder has coded a passage, and a supervisor in another browser. */
async function study() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house)
  const Cookie = `coder=${await keepSecondCoder(tools.house, 'Eva')}`
  const [coding] = await codePassage(tools.house, {
    projectId: ids.projectId,
    sourceId: ids.sourceId,
    coderId: 1,
    codeIds: [ids.teamId],
    selection: { start: 2, end: 11 },
  })
  const page = async (path: string, headers: Record<string, string> = {}) => (await tools.get(`${base}${path}`, headers)).text()
  const post = (path: string, fields: Record<string, string | number> = {}, headers: Record<string, string> = {}) =>
    tools.post(`${base}${path}`, fields, headers)
  /** What a part of the review page holds, by its heading. */
  const part = async (title: string, headers: Record<string, string> = {}) => {
    const html = await page('/discussion', headers)
    const at = html.indexOf(`<h2>${title}</h2>`)
    return at < 0 ? '' : html.slice(at, html.indexOf('</section>', at))
  }
  return { ...tools, ...ids, eva: { Cookie }, codingId: coding!.id, page, post, part }
}

test('a supervisor questions a coding, the coder answers and recodes, the supervisor settles and approves', async () => {
  const { eva, codingId, page, post, part, sleepId, fatigueId } = await study()
  expect(await page(`/codings/${codingId}`)).toContain(`${base}/discussion/coding/${codingId}`)
  await post(`/discussion/coding/${codingId}/threads`, { text: 'Is this about the team?' }, eva)
  expect(await part('Waiting for you')).toContain('Is this about the team?')
  expect(await part('Waiting for you')).toContain('was tired')
  expect(await part('Waiting for you', eva)).not.toContain('Is this')
  expect(await part('Open threads', eva)).toContain('Is this')
  await post('/discussion/threads/1/comments', { text: 'No, about sleep. I have changed it.' })
  await post(`/codings/${codingId}/code`, { codeId: sleepId })
  expect(await part('Waiting for you')).not.toContain('Is this')
  expect(await part('Waiting for you', eva)).toContain('I have changed it.')
  expect(await part('New since you looked', eva)).toContain('changed the code to')
  await post('/discussion/threads/1/resolution', {}, eva)
  expect(await page('/discussion', eva)).toContain('Settled threads (1)')
  await post('/discussion/approvals', { kind: 'code', id: fatigueId, signed: 'yes' }, eva)
  expect(await part('Approved')).toContain('Approved by Eva')
  await post(`/discussion/code/${fatigueId}/threads`, { text: 'One code or two?' }, eva)
  const told = await page('/history')
  expect(told).toMatch(/Eva opened a thread about <a [^>]*>Fatigue<\/a>/)
  expect(told).toMatch(new RegExp(`Eva approved <a href="${base}/codebook\\?code=${fatigueId}">Fatigue</a> as it stood`))
  await post('/discussion/threads/1/reopening')
  expect(await part('Waiting for you', eva)).toContain('Is this')
})

test('an approval is open again when what was approved changes, and stands again when that is undone', async () => {
  const { eva, post, part, sourceId, fatigueId, teamId, sleepId, page } = await study()
  expect(await part('To approve')).toContain('1 Fatigue')
  await post('/discussion/approvals', { kind: 'code', id: fatigueId, signed: 'yes' }, eva)
  await post('/discussion/approvals', { kind: 'source', id: sourceId, signed: 'yes' }, eva)
  expect(await part('Changed since it was approved')).toBe('')
  await post(`/sources/${sourceId}/codings`, { codeId: teamId, start: 20, end: 26 }, { 'HX-Request': 'true' })
  const changed = await part('Changed since it was approved')
  expect(changed).toContain('Nurse 01')
  expect(changed).not.toContain('Fatigue')
  expect(changed).toContain(`history?object=source:${sourceId}`)
  await post('/undo')
  expect(await part('Changed since it was approved')).toBe('')
  await post(`/codes/${sleepId}`, { label: 'Rest', definition: '', whenToUse: '', whenNot: '', example: '', color: '' })
  expect(await part('Changed since it was approved')).toContain('1 Fatigue')
  await post('/discussion/approvals', { kind: 'code', id: fatigueId, signed: 'yes' })
  expect(await part('Changed since it was approved')).toBe('')
  await post('/discussion/approvals', { kind: 'code', id: fatigueId, signed: 'no' })
  expect(await part('To approve')).toContain('1 Fatigue')
  expect(await page(`/discussion/source/${sourceId}`)).toContain('Approved by Eva')
})

test('an edit elsewhere in the text leaves the approval of a code as it is', async () => {
  const { post, part, sourceId, teamId } = await study()
  await post('/discussion/approvals', { kind: 'code', id: teamId, signed: 'yes' })
  await post(`/sources/${sourceId}/words`, { find: 'I', to: 'Yesterday I', whole: '1' })
  expect(await part('Changed since it was approved')).toBe('')
  await post(`/sources/${sourceId}/words`, { find: 'tired', to: 'weary', whole: '1' })
  expect(await part('Changed since it was approved')).toContain('Team')
})

test('what others did is new until one says to have seen it', async () => {
  const { eva, post, part } = await study()
  expect(await part('New since you looked', eva)).toContain('coded a quotation')
  expect(await part('New since you looked')).toContain('Nobody else has done anything')
  await post('/discussion/seen', {}, eva)
  expect(await part('New since you looked', eva)).toContain('Nobody else has done anything')
  await post('/codes', { label: 'Night', parentId: '' })
  expect(await part('New since you looked', eva)).toContain('Night')
})

test('a thread outlives its coding and finds it again when that comes back', async () => {
  const { codingId, post, page } = await study()
  await post(`/discussion/coding/${codingId}/threads`, { text: 'Why?' })
  await post(`/codings/${codingId}/removal`)
  const gone = await page(`/discussion/coding/${codingId}`)
  expect(gone).toContain('no longer there')
  expect(gone).toContain('Why?')
  await post('/undo')
  expect(await page(`/discussion/coding/${codingId}`)).toContain('was tired')
})

test('what is not there, or of another project, is not talked about', async () => {
  const { post, get, foreignId, codingId } = await study()
  for (const path of [`code/${foreignId}`, 'coding/999', 'memo/1', 'finding/1', 'source/99']) {
    expect((await get(`${base}/discussion/${path}`)).status, path).toBe(404)
    expect((await post(`/discussion/${path}/threads`, { text: 'Hm' })).status, path).toBe(404)
  }
  expect((await get(`/projects/elsewhere/discussion/coding/${codingId}`)).status).toBe(404)
  expect((await post(`/discussion/coding/${codingId}/threads`, { text: '  ' })).status).toBe(422)
  expect((await post('/discussion/threads/9/comments', { text: 'x' })).status).toBe(404)
  expect((await post('/discussion/approvals', { kind: 'code', id: foreignId, signed: 'yes' })).status).toBe(404)
})

test('an approval says as of which version, and when it is open again what changed', async () => {
  const { eva, post, part, page, sourceId, teamId, sleepId, fatigueId } = await study()
  const code = (codeId: number, start: number, end: number) => post(`/sources/${sourceId}/codings`, { codeId, start, end }, { 'HX-Request': 'true' })
  await post('/discussion/approvals', { kind: 'source', id: sourceId, signed: 'yes' }, eva)
  await post('/discussion/approvals', { kind: 'code', id: fatigueId, signed: 'yes' }, eva)
  expect(await part('Approved')).toContain('as of version 1 of the text')
  await code(teamId, 20, 26)
  await code(sleepId, 30, 40)
  await post(`/codes/${sleepId}`, { label: 'Rest', definition: 'At night', whenToUse: '', whenNot: '', example: '', color: '' })
  await post(`/sources/${sourceId}/words`, { find: 'morning', to: 'noon', whole: '1' })
  const changed = await part('Changed since it was approved')
  expect(changed).toContain('1 coding put. Written otherwise: name, definition.')
  expect(changed).toContain('2 codings put. The text was changed.')
  await post('/discussion/approvals', { kind: 'source', id: sourceId, signed: 'yes' }, eva)
  expect(await page(`/discussion/source/${sourceId}`)).toContain('as of version 2 of the text')
  const supervisor = await page('/supervisor', eva)
  expect(supervisor).toContain('1 approved thing has changed')
})

test('a cell of the framework is talked about too: from it, with how many threads there are, and back', async () => {
  const { eva, house, projectId, post, page, teamId } = await study()
  await post('/cases', { name: 'Nurse', kind: 'informant', sourceId: '' })
  const { id: caseId } = await house.read.selectFrom('study_case').select('id').executeTakeFirstOrThrow()
  await writeFinding(house, { projectId, coderId: 1, cell: { caseId, codeId: teamId, questionId: null }, state: 'yes', text: 'They help each other.' })
  const cell = `topics=themes&cell=${caseId}.c${teamId}`
  const { id } = await house.read.selectFrom('finding').select('id').executeTakeFirstOrThrow()
  expect(await page(`/framework?${cell}`)).toContain(`${base}/discussion/finding/${id}`)
  await post(`/discussion/finding/${id}/threads`, { text: 'Do all of them?' }, eva)
  expect(await page(`/framework?${cell}`)).toContain('1 open')
  expect(await page(`/discussion/finding/${id}`)).toContain(`${base}/framework?${cell.replace('&', '&amp;')}`)
  expect(await page('')).toContain('1 thread waits for you')
  await post('/discussion/threads/1/resolution', {}, eva)
  expect(await page(`/framework?${cell}`)).toContain('1 settled')
})

test('pages say what others have changed since one was there, until one is there again or says to have seen it', async () => {
  const { post, get, sourceId, teamId, sleepId, eva } = await study()
  /** Another browser of Eva's, with what the server asked it to remember; a day between visits. */
  const cookies = new Map([['coder', eva.Cookie.slice('coder='.length)]])
  let now = Date.parse('2027-01-05T09:00:00Z')
  const visit = async (path: string) => {
    now += 24 * 3600 * 1000
    vi.setSystemTime(now)
    const answer = await get(`${base}${path}`, { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
    for (const one of answer.headers.getSetCookie()) cookies.set(one.split('=')[0]!, one.split(';')[0]!.slice(one.indexOf('=') + 1))
    return answer.text()
  }
  const marks = (html: string) => (html.match(/fresh-mark/g) ?? []).length
  vi.useFakeTimers({ toFake: ['Date'] })
  expect(marks(await visit('/codebook'))).toBe(0)
  await post(`/sources/${sourceId}/codings`, { codeId: sleepId, start: 20, end: 26 }, { 'HX-Request': 'true' })
  const book = await visit('/codebook')
  expect(marks(book)).toBe(1)
  expect(book.slice(book.indexOf(`id="name-${sleepId}"`)).indexOf('fresh-mark')).toBeLessThan(120)
  expect(marks(await visit('/codebook'))).toBe(0)
  await post(`/sources/${sourceId}/codings`, { codeId: teamId, start: 30, end: 36 }, { 'HX-Request': 'true' })
  expect(marks(await visit('/sources'))).toBe(1)
  await post(`/sources/${sourceId}/codings`, { codeId: teamId, start: 2, end: 6 }, { 'HX-Request': 'true' })
  expect(marks(await visit(`/quotations?filter=code:%23${teamId}`))).toBe(1)
  await post(`/codes/${teamId}`, { label: 'Crew', definition: '', whenToUse: '', whenNot: '', example: '', color: '' })
  expect(await visit('')).toMatch(/Since you were here .*, others have done 1 thing\./)
  await post(`/codes/${teamId}`, { label: 'Gang', definition: '', whenToUse: '', whenNot: '', example: '', color: '' })
  await post('/discussion/seen', {}, eva)
  expect(marks(await visit('/codebook'))).toBe(0)
  vi.useRealTimers()
})

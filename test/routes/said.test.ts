import { expect, test } from 'vitest'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'

async function open() {
  const { house, post, get } = await openTestHouse()
  const study = await seedSmallStudy(house)
  const source = `${base}/sources/${study.sourceId}`
  const here = { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${source}` }
  return { house, get, ...study, source, send: (path: string, fields: Record<string, string | number> = {}) => post(path, fields, here) }
}

/** What the live region of the page is given. */
function saidIn(html: string): string {
  return /hx-target="#toast"[^>]*>\s*<div class="toast">\s*<span>([^<]*)<\/span>/.exec(html)?.[1] ?? ''
}

test('every act on the page of a source is said in its live region', async () => {
  const { source, fatigueId, sleepId, teamId, send } = await open()
  const acts: [path: string, fields: Record<string, string | number>, says: string][] = [
    [`${source}/codings`, { codeId: fatigueId, start: 0, end: 12 }, 'Coded with 1 Fatigue'],
    [`${source}/codings`, { newLabel: 'Night', start: 6, end: 11 }, 'Coded with 3 Night'],
    [`${base}/codings/1/code`, { codeId: sleepId }, 'Recoded as 1.1 Sleep'],
    [`${base}/codings/1/edges`, { nudge: 'end-on' }, 'Moved'],
    [`${base}/codings/1/parting`, { at: 6 }, 'Split'],
    [`${base}/codings/1/joining`, {}, 'Joined'],
    [`${base}/codings/1/copies`, { codeId: teamId }, 'Coded with 2 Team'],
    [`${base}/memos`, { kind: 'coding', id: 1, text: 'why' }, ''],
    [`${base}/memos/1`, { text: 'because' }, ''],
    [`${base}/memos/1/removal`, {}, ''],
    [`${base}/codings/1/removal`, {}, 'Removed 1.1 Sleep'],
    [`${source}/status`, { status: 'done' }, ''],
    [`${base}/pins`, { codeId: teamId }, 'Pinned 2 Team'],
    [`${base}/pins`, { codeId: sleepId }, 'Pinned 1.1 Sleep'],
    [`${base}/pins/move`, { codeId: sleepId, to: 'back' }, 'Moved 1.1 Sleep to place 1'],
    [`${base}/undo`, {}, 'Undone'],
    [`${base}/redo`, {}, 'Done again'],
    [`${base}/pins/removal`, { codeId: sleepId }, 'Unpinned 1.1 Sleep'],
  ]
  for (const [path, fields, says] of acts) {
    const answer = await send(path, fields)
    const html = await answer.text()
    expect(answer.status, `${path}: ${html.slice(0, 300)}`).toBeLessThan(300)
    expect(saidIn(html), path).not.toBe('')
    expect(saidIn(html), path).toContain(says)
  }
})

test('what is refused is said at once, as an alert where notices stand', async () => {
  const { source, send } = await open()
  for (const [path, fields] of [
    [`${source}/codings`, { codeId: 99, start: 0, end: 5 }],
    [`${base}/pins`, { codeId: 99 }],
    [`${base}/undo`, {}],
  ] as const) {
    const answer = await send(path, fields)
    expect(answer.headers.get('HX-Retarget'), path).toBe('#notices')
    expect(await answer.text()).toMatch(/role="alert"[\s\S]*\w/)
  }
})

test('undoing a pin draws the strip alone, and leaves the page where it is', async () => {
  const { teamId, send } = await open()
  const pinned = await (await send(`${base}/pins`, { codeId: teamId })).text()
  expect(pinned).toContain('aria-label="Code with 2 Team"')
  const undone = await send(`${base}/undo`)
  expect(undone.headers.get('HX-Refresh')).toBeNull()
  const html = await undone.text()
  expect(html).toContain('hx-target="#pins"')
  expect(html).not.toContain('Code with 2 Team')
})

test('without a script a code is pinned in the codebook', async () => {
  const { get, teamId, source, house } = await open()
  expect(await (await get(`${base}/codebook?code=${teamId}`)).text()).toMatch(/<form method="post" action="\/projects\/night-shift\/pins"/)
  expect(await house.read.selectFrom('pinned_code').selectAll().execute()).toEqual([])
  expect(await (await get(source)).text()).toContain('Pin codes here with P')
})

test('codes are suggested for a paragraph, the question’s first, each with its reason; none are made up', async () => {
  const { house, get, source, fatigueId, teamId, send } = await open()
  const none = await (await get(`${source}/suggestions?paragraph=2`)).text()
  expect(none).not.toContain('<li')
  await send(`${source}/codings`, { codeId: teamId, start: 0, end: 12 })
  expect(await (await get(`${source}/suggestions?paragraph=2`)).text()).toContain(`<li data-code="${teamId}">just beside</li>`)
  expect(await (await get(`${source}/suggestions?paragraph=1`)).text()).not.toContain(`data-code="${teamId}"`)
  await perform(house.write, { projectId: 1, actorId: 1, kind: 'edit-guide' }, async (ledger) => {
    const guide = await ledger.insert('guide', { guid: 'g', project_id: 1, name: 'Guide' })
    const section = await ledger.insert('guide_section', { guide_id: guide, title: '', position: 1 })
    const question = await ledger.insert('question', { guid: 'q', section_id: section, number: 1, text: 'How was it?' })
    await ledger.insert('question_theme', { question_id: question, code_id: fatigueId })
    const one = await ledger.insert('study_case', { guid: 'c', project_id: 1, name: 'Nurse', kind: '', position: 1 })
    const answer = await ledger.insert('answer', { case_id: one, question_id: question, status: 'answered' })
    await ledger.insert('answer_span', { answer_id: answer, source_id: 1, part: 1, start_offset: 29, end_offset: 50 })
  })
  expect(await (await get(`${source}/suggestions?paragraph=2`)).text()).toMatch(/same question<\/li><li data-code="\d+">just beside/)
  expect((await get(`${source}/suggestions?paragraph=9`)).status).toBe(404)
})

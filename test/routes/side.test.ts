import { expect, test } from 'vitest'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { editMemo } from '../../src/services/write-memo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { listSpeakers } from '../../src/storage/speakers.ts'
import { openGuideStudy, readSource, wordForWord } from '../support/guide-study.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house, 'One here.\nTwo here.\nThree here.\nFour here.')
  const code = (codeId: number, start: number, end: number) => test.post(`${base}/sources/${study.sourceId}/codings`, { codeId, start, end })
  const side = async (number: number, sourceId = study.sourceId) => (await test.get(`${base}/sources/${sourceId}/passage?paragraph=${number}`)).text()
  return { ...test, ...study, code, side }
}

/** Another coder's memo, and its id. */
async function written(house: House, projectId: number, codingId: number, text: string): Promise<number> {
  const { result } = await perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, async (ledger) => {
    const coder = await ledger.insert('coder', { guid: 'b', name: 'Berit', made_at: 'now' })
    const target = { target_kind: 'coding', target_id: codingId } as const
    return ledger.insert('memo', { guid: 'm', project_id: projectId, ...target, coder_id: coder, text, made_at: '2026-01-02T10:00:00.000Z' })
  })
  return result
}

test('the ways on are links that work without a script, and say when there is no more', async () => {
  const { code, side, fatigueId, teamId, sourceId } = await open()
  await code(fatigueId, 0, 3)
  await code(fatigueId, 10, 13)
  await code(teamId, 32, 36)
  const first = await side(1)
  expect(first).toContain(`id="next-uncoded" href="${base}/sources/${sourceId}?focus=3#st-3"`)
  expect(first).toContain(`id="next-same" href="${base}/sources/${sourceId}?focus=2#st-2" data-to="st-2" data-open="${base}/codings/2"`)
  expect(await side(2)).toContain('First with 1')
  const last = await side(4)
  for (const words of ['No more with 2', 'No uncoded paragraph after this', 'Uncoded: paragraph 3', 'First source', 'Last source'])
    expect(last).toContain(words)
  expect(await side(3)).toContain('No code to follow')
})

test('where nothing is left to code, the source may be marked as done, from there and on the page at once', async () => {
  const { code, side, post, get, fatigueId, sourceId, house } = await open()
  await code(fatigueId, 0, 42)
  expect(await side(2)).toContain('Mark as done')
  const path = `${base}/sources/${sourceId}`
  const answer = await post(`${path}/status`, { status: 'done', at: 'side' }, { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${path}?focus=2` })
  const html = await answer.text()
  for (const target of ['#side-status', '#side-finish', '#status-form', '#toast']) expect(html).toContain(`hx-target="${target}"`)
  expect(html).toContain('The source is done')
  expect(await side(2)).toContain('Open again')
  const plain = await post(`${path}/status`, { status: 'in work', back: `${path}?focus=2` }, {})
  expect(plain.headers.get('Location')).toBe(`${path}?focus=2`)
  expect(await (await get(`${path}?focus=2`)).text()).toContain('Mark as done')
  expect(await house.read.selectFrom('source').select('status').executeTakeFirstOrThrow()).toEqual({ status: 'in work' })
})

test('what others wrote of a coding here stands by itself, with who and when; what I wrote does not, and what is read is never old', async () => {
  const { code, side, post, fatigueId, house, projectId } = await open()
  await code(fatigueId, 0, 3)
  await post(`${base}/memos`, { kind: 'coding', id: 1, text: 'mine' })
  expect(await side(1)).not.toContain('Others have written')
  const memoId = await written(house, projectId, 1, 'Is it <b>this</b>?')
  const shown = await side(1)
  expect(shown).toMatch(/Others have written[\s\S]*Berit[\s\S]*Is it &lt;b&gt;this[\s\S]*Answer with a memo/)
  expect(shown.split('Others have written')[1]).not.toContain('mine')
  expect(await side(2)).not.toContain('Berit')
  await editMemo(house, { projectId, coderId: 1, memoId, text: 'Changed' })
  expect(await side(1)).toContain('Changed')
})

test('the passage shows which question it answers and how that stands, the questions around, and its case', async () => {
  const { house, get } = await openTestHouse()
  const { projectId, coderId, guideId, sourceOf, caseOf, questionOf } = await openGuideStudy(house)
  await findAnswers(house, wordForWord(), { projectId, coderId, guideId })
  const side = async (number: number) => (await get(`${base}/sources/${sourceOf('Granby')}/passage?paragraph=${number}`)).text()
  const third = await side(4)
  expect(third).toContain(`${base}/answers/${caseOf('Granby')}?source=${sourceOf('Granby')}&amp;question=${questionOf(3)}#answer`)
  expect(third).toMatch(/Question 3\. Finns det lokaler\?[\s\S]*answered[\s\S]*Question 2[\s\S]*Question 4/)
  expect(third).toContain(`<a href="${base}/cases/${caseOf('Granby')}">Granby</a>`)
  expect(await side(1)).toContain('part of no answer')
  expect(await side(2)).toContain('First question')
})

test('in a focus group the case is that of the turn; where the leader speaks, all are named', async () => {
  const { house, post, side, projectId } = await open()
  const text = 'Ledare: Hur är det här?\nAnna: Lugnt.\nBo: Bussen går inte.\nAnna: Jo.\nLedare: Tack?\nBo: Tack.'
  const { speakers, spans } = recogniseTurns(text, { ledare: { role: 'interviewer' } })
  const group = { ...readSource('Grupp', text), caseName: null, kind: 'focus group', speakers, spans } as const
  const { sources } = await importSources(house, { projectId, coderId: 1, sources: [group] })
  const { sourceId } = sources[0]!
  for (const { id, label } of await listSpeakers(house.read, sourceId))
    if (label !== 'Ledare') await post(`${base}/sources/${sourceId}/speakers/${id}`, { name: label, role: 'informant', caseName: label })
  const casesIn = async (number: number) => [...(await side(number, sourceId)).matchAll(/cases\/\d+">([^<]+)</g)].map((match) => match[1])
  expect(await casesIn(2)).toEqual(['Anna'])
  expect(await casesIn(3)).toEqual(['Bo'])
  expect((await casesIn(1)).sort()).toEqual(['Anna', 'Bo'])
  expect(await side(1, sourceId)).toContain('Nobody who is a case speaks here')
})

test('a memo is taken back on the page of its source without drawing it anew', async () => {
  const { code, post, fatigueId, sourceId } = await open()
  await code(fatigueId, 0, 3)
  await post(`${base}/memos`, { kind: 'coding', id: 1, text: 'a thought' })
  await post(`${base}/memos`, { kind: 'source', id: sourceId, text: 'another' })
  const here = { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${base}/sources/${sourceId}` }
  for (const words of ['Undone: You wrote a memo about Nurse 01', 'Undone: You wrote a memo about Fatigue in Nurse 01']) {
    const undone = await post(`${base}/undo`, { paragraph: 1 }, here)
    expect(undone.headers.get('HX-Refresh')).toBeNull()
    const html = await undone.text()
    expect(html).toContain('hx-target="#passage"')
    expect(html).toContain(words)
  }
  expect(await (await post(`${base}/redo`, { paragraph: 1 }, here)).text()).toContain('<span class="has-memo">memo</span>')
})

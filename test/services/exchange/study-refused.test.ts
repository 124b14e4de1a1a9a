import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { gather, writeZip } from '../../../src/exchange/write-zip.ts'
import { openTestHouse } from '../../support/house.ts'
import { liveIn, open, partsOf, rowsOf, zipOf } from '../../support/whole-study.ts'

test('a zip that was changed, or is of a newer program, is refused and nothing of it stays', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const parts = await partsOf(here.folder, await zipOf(here.house, projectId))
  const there = await openTestHouse()
  const change = async (name: string, to: (text: string) => string) => {
    const entries = [...parts].map(([key, bytes]) => ({ name: key, content: key === name ? to(bytes.toString()) : bytes }))
    return open(there.house, there.pool, there.folder, await gather(writeZip(entries))).catch((error: { key: string }) => error.key)
  }
  expect(await change('data/coding.jsonl', (text) => text.replace('"code_id":', '"code_id":9'))).toBe('refusal.study-damaged')
  expect(await change('utsaga.json', (text) => text.replace(/2026112\d/, '29991121'))).toBe('refusal.study-damaged')
  expect(await change('SHA256SUMS', () => '')).toBe('refusal.study-damaged')
  expect(await there.house.read.selectFrom('act').select('id').execute()).toEqual([])
  expect(await there.house.read.selectFrom('source').select('id').execute()).toEqual([])
})

test('a zip whose sums are right and whose rows are not is refused too', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const parts = await partsOf(here.folder, await zipOf(here.house, projectId))
  const there = await openTestHouse()
  const change = async (name: string, to: (text: string) => string) => {
    const changed = [...parts]
      .filter(([key]) => key !== 'SHA256SUMS')
      .map(([key, bytes]) => ({ name: key, content: key === name ? Buffer.from(to(bytes.toString())) : bytes }))
    const sums = changed.map((one) => `${createHash('sha256').update(one.content).digest('hex')}  ${one.name}\n`).join('')
    const zip = await gather(writeZip([...changed, { name: 'SHA256SUMS', content: sums }]))
    return open(there.house, there.pool, there.folder, zip).catch((error: { key: string }) => error.key)
  }
  const [first] = rowsOf(parts.get('data/code.jsonl')!)
  expect(await change('data/coding.jsonl', (text) => text.replace(/"code_id":\d+/, '"code_id":987654'))).toBe('refusal.study-damaged')
  expect(await change('data/quotation.jsonl', (text) => text.replace(/"end_offset":\d+/, '"end_offset":99999'))).toBe('refusal.study-damaged')
  expect(await change('data/quotation.jsonl', (text) => text.replace(/"id":\d+/, '"id":1e300'))).toBe('refusal.study-damaged')
  expect(await change('data/code.jsonl', (text) => text.replace(/"parent_id":(null|\d+)/, `"parent_id":${first!['id']}`))).toBe('refusal.study-damaged')
  expect(await change('data/memo.jsonl', () => 'null\n')).toBe('refusal.study-damaged')
  expect(await change('data/setting.jsonl', () => '{"name":"local_coder","value":"1"}\n')).toBe('refusal.study-damaged')
  const settings = { quantifiers: ['garbage', '[60]', '{}', '[1,2,3]'], 'stop-words': ['garbage', '7', '[{"word":1}]'] }
  for (const [name, values] of Object.entries(settings))
    for (const value of values)
      expect(await change('data/setting.jsonl', () => `${JSON.stringify({ name: `project ${projectId} ${name}`, value })}\n`), value).toBe(
        'refusal.study-damaged',
      )
  // Nor what its acts say of themselves, which every history page reads.
  const acts = 'data/history/00001.act.jsonl'
  expect(await change(acts, (text) => text.replace(/"kind":"[^"]+"/, '"kind":"dream-passage"'))).toBe('refusal.study-newer')
  for (const about of ['null', '[]', '7', '{"label":{}}', '{"label":7}', '{"count":"many"}', '{"sourceId":{}}', '{"codeId":1.5}'])
    expect(await change(acts, (text) => text.replace(/"about":"(?:[^"\\]|\\.)*"/, `"about":${JSON.stringify(about)}`)), about).toBe('refusal.study-damaged')
  for (const at of ['"yesterday"', '""', '7e99'])
    expect(await change(acts, (text) => text.replace(/"at":"[^"]+"/, `"at":${at}`)), at).toBe('refusal.study-damaged')
  expect(await change('data/code.jsonl', (text) => text.replace(/"made_at":"[^"]+"/, '"made_at":"soon"'))).toBe('refusal.study-damaged')
  // Nor may its history change, by an undo, who comes in here, what the house set for itself, or who anybody is.
  const [last] = rowsOf(parts.get('data/history/00001.change.jsonl')!).slice(-1)
  for (const [table_name, row] of [
    ['account', { id: 1, coder_id: 1, name: 'x', password_hash: 'scrypt$', disabled_at: null, made_at: '' }],
    ['session', { id: 1, account_id: 1, token_sha256: '', browser: '', made_at: '', seen_at: '' }],
    ['invitation', { id: 1 }],
    ['membership', { id: 1, project_id: 1, coder_id: 1, role: 'owner' }],
    ['act', { id: 1 }],
    ['setting', { id: 1, name: 'local_coder', value: '1' }],
    ['coder', { id: 1, name: 'x' }],
  ] as const) {
    const forged = { ...last, table_name, row_id: 1, before: JSON.stringify(row), after: table_name === 'coder' ? JSON.stringify({ ...row, name: 'y' }) : null }
    const answer = await change('data/history/00001.change.jsonl', (text) => `${text}${JSON.stringify(forged)}\n`)
    expect(answer, table_name).toBe('refusal.study-damaged')
  }
  expect(await change('data/source.jsonl', (text) => text.replace('"title"', '"later"'))).toBe('refusal.study-newer')
  expect(await change('utsaga.json', (text) => text.replace(/2026112\d/, '29991121'))).toBe('refusal.study-newer')
  for (const table of ['project', 'source', 'source_version', 'act', 'code'] as const)
    expect(await there.house.read.selectFrom(table).select('id').execute()).toEqual([])
}, 120_000)

import { expect, test } from 'vitest'
import { createDemo } from '../../src/services/create-demo.ts'
import { listRights } from '../../src/web/rights.ts'
import { addPerson, openPeopleHouse } from '../support/people.ts'

type Ids = Record<string, number>
/** In which table a number is looked up, by what it is called in an address, a form or a column. */
const tableOf: Record<string, string> = {
  sourceId: 'source',
  source: 'source',
  codeId: 'code',
  code: 'code',
  theme: 'code',
  parentId: 'code',
  intoId: 'code',
  siblingId: 'code',
  after: 'code',
  to: 'code',
  codingId: 'coding',
  codings: 'coding',
  quotationId: 'quotation',
  caseId: 'study_case',
  case: 'study_case',
  cases: 'study_case',
  memoId: 'memo',
  guideId: 'guide',
  guide: 'guide',
  questionId: 'question',
  question: 'question',
  sectionId: 'guide_section',
  attributeId: 'attribute',
  speakerId: 'speaker',
  speaker: 'speaker',
  versionId: 'source_version',
  version: 'source_version',
  threadId: 'thread',
  reviewId: 'carry_review',
  setId: 'filter_set',
  searchId: 'saved_search',
  act: 'act',
  before: 'act',
  originalId: 'original',
  id: 'code',
  synonymId: 'synonym',
  invitationId: 'invitation',
  pseudonymId: 'pseudonym',
  replacement: 'original',
}
const columnOf: Record<string, string> = {
  source_id: 'source',
  code_id: 'code',
  quotation_id: 'quotation',
  coding_id: 'coding',
  case_id: 'study_case',
  question_id: 'question',
  attribute_id: 'attribute',
  speaker_id: 'speaker',
  guide_id: 'guide',
  section_id: 'guide_section',
  thread_id: 'thread',
  finding_id: 'finding',
  project_id: 'project',
}
const said = {
  label: 'mine',
  name: 'mine',
  text: 'mine',
  title: 'mine',
  reason: 'mine',
  why: 'mine',
  written: 'mine',
  kind: 'code',
  role: 'informant',
  what: 'code',
  at: 'guess',
  start: '0',
  end: '5',
  seen: '0',
  applies: 'yes',
  done: 'yes',
  status: 'answered',
  state: 'yes',
  into: 'under',
  example: '1',
  picked: 'yes',
  nudge: 'start-back',
  signed: 'yes',
  language: 'en',
  words: 'mine',
  filter: '',
  from: 'I',
  number: '1',
  paragraph: '1',
  rule: 'first',
  value: 'mine',
  direction: 'up',
  show: '1',
}

test('the numbers of another project lead nowhere, in any address or form: nothing of it is told, changed, or pointed at', async () => {
  const { house, app, file } = await openPeopleHouse()
  await createDemo(house)
  // The study of who asks comes last, so that each number of it is higher than those of the others.
  const { cookie } = await addPerson(house, 'Bo')
  const ask = (method: string, path: string, fields: Record<string, string>) => {
    const query = new URLSearchParams(fields)
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en', Cookie: cookie }
    return method === 'GET' ? app.request(`${path}?${query}`, { headers }) : app.request(path, { method, headers, body: query })
  }
  await ask('POST', '/projects', { name: 'Mine', language: 'en', codebook: 'empty', file: '' })
  await ask('POST', '/projects/mine/codes', { label: 'My code', parentId: '' })
  const sqlite = file()
  const tables = (sqlite.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%'").pluck().all() as string[]).filter((one) =>
    sqlite.prepare(`select 1 from pragma_table_info('${one}') where name = 'id'`).get(),
  )
  const demo = Number(sqlite.prepare("select id from project where slug = 'demo'").pluck().get())
  const mine = Number(sqlite.prepare("select id from project where slug = 'mine'").pluck().get())
  const began = Number(sqlite.prepare('select max(id) from act where project_id is not ?').pluck().get(mine))
  const start = Number(sqlite.prepare('select max(id) from act').pluck().get())
  const theirs: Ids = Object.fromEntries(
    tables.map((one) => [
      one,
      Number(sqlite.prepare(`select coalesce(max(row_id), 0) from change where table_name = ? and act_id <= ?`).pluck().get(one, began)),
    ]),
  )
  theirs['project'] = mine - 1
  const secrets = sqlite
    .prepare(
      `select title from source where project_id = ${demo} union select label from code where project_id = ${demo} union select name from study_case where project_id = ${demo} union select text from memo`,
    )
    .pluck()
    .all()
    .filter((one) => `${one}`.length > 7) as string[]
  expect(secrets.length).toBeGreaterThan(20)
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  const routes = [...listRights().keys()].filter((route) => route.includes('/projects/:slug/') && !/events$|:file|imports$|replacements$/.test(route))
  for (const route of routes) {
    const [method, pattern] = route.split(' ') as [string, string]
    const numbers = Object.fromEntries(Object.entries(tableOf).map(([name, table]) => [name, `${Math.max(1, theirs[table] ?? 1)}`]))
    const path = pattern.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => (name === 'slug' ? 'mine' : (numbers[name] ?? '1')))
    const ofCoding = { ...said, ...numbers, kind: 'coding', id: numbers['codingId']!, what: 'coding' }
    for (const fields of [{ ...said, ...numbers }, ...(/memos|discussion|history/.test(pattern) ? [ofCoding] : [])]) {
      const answer = await ask(method, path, fields)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status >= 500) wrong.push(`${route} answered ${answer.status}`)
      const told = await answer.text()
      const secret = secrets.find((one) => told.includes(one))
      if (secret) wrong.push(`${route} tells ${secret}`)
    }
  }
  const changes = sqlite.prepare('select table_name, row_id, before, after from change where act_id > ?').all(start) as {
    table_name: string
    row_id: number
    before: string | null
    after: string | null
  }[]
  for (const { table_name: table, row_id, after } of changes) {
    if (row_id <= theirs[table]! && !['setting', 'coder'].includes(table)) wrong.push(`${table} ${row_id} was changed`)
    for (const [column, value] of Object.entries(JSON.parse(after ?? '{}') as Record<string, unknown>))
      if (columnOf[column] && typeof value === 'number' && value <= theirs[columnOf[column]]!)
        wrong.push(`${table} ${row_id} points at ${columnOf[column]} ${value}`)
  }
  expect(statuses.get(404), 'most are not there').toBeGreaterThan(100)
  expect(wrong).toEqual([])
}, 120_000)

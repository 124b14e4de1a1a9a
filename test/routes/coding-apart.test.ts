import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { exportable, exportFormats } from '../../src/domain/export-format.ts'
import { changeText } from '../../src/services/change-text.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { diffTexts } from '../../src/services/diff-texts.ts'
import { openThread } from '../../src/services/discuss.ts'
import { followSource } from '../../src/services/follow-source.ts'
import { sayDone, setIndependence } from '../../src/services/independent-coding.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { undo } from '../../src/services/undo.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { type JobName, jobs } from '../../src/workers/jobs.ts'
import type { Pool } from '../../src/workers/pool.ts'
import { openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const plain = fc.sample(anyStudy, { numRuns: 1, seed: 7 })[0]!
/** Everything in it is coded by the first coder. */
const study = { ...plain, codings: plain.codings.map((one) => ({ ...one, coder: 0 })) }
/** Two houses that differ in nothing but what Bo coded in the first source, which nobody but Bo is done with; the second source is done by all. */
async function houseWhere(bo: 'much' | 'little') {
  // Work of threads is done here, with what they would read: threads take longer to begin than all of this takes.
  const poolOf = (sees?: number): Pool => ({
    run: (name, input, { onPiece } = {}) => runHere(name, input, sees, onPiece) as never,
    seenBy: poolOf,
    waiting: () => 0,
    warm: () => {},
    close: async () => {},
  })
  const rooms = await openTestHouse({ pool: poolOf() })
  const { house } = rooms
  const runHere = (name: JobName, input: unknown, sees: number | undefined, give: (piece: unknown) => void = () => {}) =>
    jobs[name](input as never, { file: house.file, db: sees === undefined ? house.read : house.seenBy(sees).read, progress: () => {}, give })
  const { projectId } = await keepStudy(house, study)
  const slug = 'apart'
  await house.write.updateTable('project').set({ slug, name: slug }).where('id', '=', projectId).execute()
  await keepSecondCoder(house, 'Bo')
  const coderId = (await house.read.selectFrom('coder').select('id').where('name', '=', 'Bo').executeTakeFirstOrThrow()).id
  const ids = async (table: 'source' | 'code') =>
    (await house.read.selectFrom(table).select('id').where('project_id', '=', projectId).orderBy('id').execute()).map(({ id }) => id)
  const [sources, codes] = [await ids('source'), await ids('code')]
  await setIndependence(house, { projectId, coderId: 1, independent: true })
  await sayDone(house, { projectId, coderId: 1, sourceId: sources[1]!, done: true })
  const code = async (source: number, start: number, end: number, ...codeIds: number[]) =>
    (await codePassage(house, { projectId, coderId, sourceId: sources[source]!, codeIds, selection: { start, end } }))[0]!.id
  // As many acts and rows in both, so that no number is another: three codings stand in the one, two in the other.
  const first = await code(0, 3, 8, bo === 'much' ? codes[0]! : codes[1]!)
  const second = bo === 'much' ? await code(0, 14, 19, codes[1]!) : await code(0, 31, 40, codes[0]!, codes[1]!)
  if (bo === 'much') await code(0, 3, 8, codes[1]!)
  else await removeCoding(house, { projectId, coderId, codingId: first })
  const text = bo === 'much' ? 'hemligtord one' : 'hemligtord two'
  await writeMemo(house, { projectId, coderId, place: { kind: 'coding', id: second }, text })
  await openThread(house, { projectId, coderId, target: { kind: 'coding', id: second }, text })
  await code(1, 1, 12, codes[0]!)
  await code(0, bo === 'much' ? 20 : 44, bo === 'much' ? 25 : 50, codes[0]!)
  await undo(house, { projectId, actorId: coderId })
  const upTo = (table: string) =>
    Number((new SQLite(house.file, { readonly: true }).prepare(`select coalesce(max(id), 1) as id from "${table}"`).get() as { id: number }).id)
  return { ...rooms, projectId, slug, sources, codes, coderId, upTo }
}
type House = Awaited<ReturnType<typeof houseWhere>>

const tableOf: Record<string, string> = {
  sourceId: 'source',
  codeId: 'code',
  caseId: 'study_case',
  memoId: 'memo',
  codingId: 'coding',
  quotationId: 'quotation',
  act: 'act',
}

/** Addresses of every page of the project: of the first of everything, of the newest, and of each coding and act that others made. */
function addressesOf({ app, slug, sources, upTo }: House): string[] {
  const routes = [
    ...new Set(
      app.routes.filter(({ method, path }) => method === 'GET' && path.includes(':slug') && !/\*|\/events$|:file$/.test(path)).map(({ path }) => path),
    ),
  ]
  const made = (name: string) => upTo(tableOf[name] ?? 'code')
  const fill = (path: string, part: (name: string) => string | number) =>
    path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => (name === 'slug' ? slug : name === 'kind' ? 'coding' : `${part(name)}`))
  const source = (name: string) => (name === 'sourceId' ? sources[0]! : undefined)
  const pages = routes.flatMap((path) => {
    const newest = /:(codingId|quotationId|act|kind)\b/.test(path) ? [0, 1, 2, 3, 4, 5] : path.includes('Id') ? [0] : []
    return [fill(path, (name) => source(name) ?? 1), ...newest.map((back) => fill(path, (name) => source(name) ?? made(name) - back))]
  })
  const asked = {
    quotations: ['filter=coder:Bo', 'filter=code:%231'],
    search: ['q=coder%3ABo', 'q=said&facets=1', 'q=hemligtord'],
    matrix: ['rows=codes&columns=coders', 'rows=coders&columns=sources'],
  }
  return [...new Set([...pages, ...Object.entries(asked).flatMap(([page, queries]) => queries.map((query) => `/projects/${slug}/${page}?${query}`))])]
}

const files = Object.entries(exportable).flatMap(([what, formats]) =>
  formats
    .filter((format) => !exportFormats[format].binary)
    .slice(0, what === 'history' ? 2 : 1)
    .map((format) => `${what}.${format}`),
)

/** What is said, without what is another in every house. */
const settled = (said: string) =>
  said
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'GUID')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?/g, 'TIME')
    .replace(/[\d.,]+ ms\b/g, 'MS')
    .replace(/study-\d+/g, 'STUDY')

test('what others coded in a source that one is not done with makes no difference to anything one is shown: every page, every search, every file', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-05T10:00:00Z') })
  const [much, little] = [await houseWhere('much'), await houseWhere('little')]
  const ask = async ({ get }: House, path: string) => {
    const answer = await get(path)
    return `${answer.status} ${settled(await answer.text())}`
  }
  const paths = addressesOf(much)
  const others = addressesOf(little)
  expect(paths.length).toBe(others.length)
  const told: string[] = []
  for (const [at, path] of [...paths, ...files.map((file) => `/projects/${much.slug}/exports/${file}`)].entries()) {
    const other = others[at] ?? path.replace(much.slug, little.slug)
    const [one, two] = [await ask(much, path), await ask(little, other)]
    if (one !== two) told.push(`${path}\n${differing(one, two)}`)
    expect(one, path).not.toContain('hemligtord one')
  }
  expect(told).toEqual([])
  // Nor when the source is gone, and the history alone still tells of it.
  for (const { house, projectId, slug, sources, post } of [much, little]) {
    for (const sourceId of sources.slice(1)) await sayDone(house, { projectId, coderId: 1, sourceId, done: true })
    expect((await post(`/projects/${slug}/sources/${sources[0]}/removal`, {})).status).toBe(200)
  }
  const acts = Array.from({ length: much.upTo('act') }, (_, nth) => [`/projects/${much.slug}/history/${nth + 1}`, `/history/${nth + 1}`]).flat()
  const pages = ['history', 'exports/history.json?words=1', 'exports/history.csv', 'codebook/changes', 'review'].map((page) => `/projects/${much.slug}/${page}`)
  for (const path of [...acts, ...pages]) {
    const [one, two] = [await ask(much, path), await ask(little, path)]
    if (one !== two) told.push(`${path}\n${differing(one, two)}`)
    expect(one, path).not.toContain('hemligtord')
  }
  expect(told).toEqual([])
  vi.useRealTimers()
}, 120_000)

/** Every address that changes something by the number of a coding, a quotation, a memo, a thread or a passage that waits, in the address or in the form. */
function changesBy(ids: Record<string, number>, { app, slug, sources, codes, caseId, guess }: House & { caseId: number; guess: number }) {
  const named = app.routes.filter(({ method, path }) => method === 'POST' && /:(codingId|quotationId|memoId|threadId|reviewId)\b/.test(path))
  const fields = { text: 'mine', codeId: codes[2]!, nudge: 'start-back', at: 'guess', why: 'mine', example: '1', written: 'mine', reason: 'mine' }
  const filled = [...new Set(named.map(({ path }) => path))].map((path) => ({
    path: path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => (name === 'slug' ? slug : `${ids[name] ?? 1}`)),
    form: { ...fields, at: path.includes('parting') ? '16' : 'guess', words: 'mine' },
  }))
  const coding = ids['codingId']!
  const quotation = ids['quotationId']!
  const at = (path: string, form: Record<string, string | number>) => ({ path: `/projects/${slug}/${path}`, form })
  return [
    ...filled,
    at(`discussion/coding/${coding}/threads`, { text: 'mine' }),
    at(`discussion/memo/${ids['memoId']}/threads`, { text: 'mine' }),
    at('memos', { kind: 'coding', id: coding, text: 'mine' }),
    at('memos', { kind: 'quotation', id: quotation, text: 'mine' }),
    at('quotations/recoding', { codings: coding, codeId: codes[2]! }),
    ...codes.slice(0, 2).map((code) => at(`codes/${code}/split`, { codings: coding, into: 'under', label: 'mine', seen: 0 })),
    at('framework/evidence', { caseId, codeId: codes[0]!, questionId: '', codingId: coding, picked: 'yes' }),
    at('agreement/decisions', { quotationId: quotation, codeId: codes[0]!, applies: 'yes', reason: 'mine' }),
    at(`history/${guess}/restoration`, { what: 'coding', id: coding }),
    at(`sources/${sources[0]}/review/acceptance`, {}),
  ]
}

test('what one may not see one cannot change either: every act on it by a guessed number is answered as one on what is not there, and changes nothing', async () => {
  const rooms = await houseWhere('much')
  const { house, post, sources, coderId, upTo } = rooms
  const sqlite = new SQLite(house.file)
  const newest = (query: string) => Number((sqlite.prepare(query).get() as { id: number }).id)
  const hidden = {
    codingId: newest(`select c.id from coding c join memo m on m.target_kind = 'coding' and m.target_id = c.id and c.coder_id = ${coderId}`),
    quotationId: newest(`select c.quotation_id as id from coding c join memo m on m.target_kind = 'coding' and m.target_id = c.id and c.coder_id = ${coderId}`),
    memoId: upTo('memo'),
    threadId: upTo('thread'),
    reviewId: 0,
  }
  const row = (id: number, coder: number) => ({
    id,
    guid: crypto.randomUUID(),
    quotation_id: 9001,
    code_id: rooms.codes[0],
    coder_id: coder,
    made_by: 'person',
    made_at: '',
    example: 0,
  })
  const quotation = { id: 9001, guid: crypto.randomUUID(), source_id: sources[0], start_offset: 40, end_offset: 44 }
  const version = newest(`select version_id as id from source where id = ${sources[0]}`)
  const wait = sqlite.prepare(
    `insert into carry_review (source_id, kind, version_id, start_offset, end_offset, guess_start, guess_end, held) values (?, 'quotation', ?, 40, 44, 40, 44, ?)`,
  )
  hidden.reviewId = Number(wait.run(sources[0], version, JSON.stringify({ quotation, codings: [row(9001, coderId)] })).lastInsertRowid)
  const gone = { codingId: 99_001, quotationId: 99_001, memoId: 99_001, threadId: 99_001, reviewId: 99_001 }
  const caseId = newest('select min(id) as id from study_case')
  const more = {
    ...rooms,
    caseId,
    guess: newest(`select max(id) as id from act where actor_id = ${coderId} and json_extract(about, '$.sourceId') = ${sources[1]}`),
  }
  const rows = () =>
    ['act', 'change', 'coding', 'quotation', 'memo', 'thread', 'comment', 'carry_review', 'finding_evidence', 'decision'].map((table) =>
      JSON.stringify(sqlite.prepare(`select * from "${table}" order by id`).all()),
    )
  const before = rows()
  const [on, none] = [changesBy(hidden, more), changesBy(gone, more)]
  const others: string[] = []
  for (const [at, { path, form }] of on.entries()) {
    const [one, other] = [await post(path, form), await post(none[at]!.path, none[at]!.form)]
    const told = async (answer: Response) => `${answer.status} ${settled(await answer.text()).replaceAll(/\b99001\b/g, 'ID')}`
    const said = (await told(one)).replaceAll(new RegExp(`\\b(${Object.values(hidden).join('|')})\\b`, 'g'), 'ID')
    if (!said.startsWith('404')) others.push(`${said.slice(0, 3)} ${path.replace(/.*apart/, '').replace(/\\d+/g, 'N')}`)
    expect(said, path).toBe((await told(other)).replaceAll(new RegExp(`\\b(${Object.values(hidden).join('|')})\\b`, 'g'), 'ID'))
    expect(rows(), path).toEqual(before)
  }
  expect(on.length).toBeGreaterThan(20)
  // What is not said to be missing is said of the rest of the list, or of the moment.
  expect(others.map((one) => one.slice(0, 3))).toEqual(['422', '422', '409', '409'])
  // Of what waits with codings of both, one lets go of one's own.
  const shared = Number(
    wait.run(sources[0], version, JSON.stringify({ quotation: { ...quotation, id: 9002 }, codings: [row(9002, 1), row(9003, coderId)] })).lastInsertRowid,
  )
  expect((await post(`/projects/${rooms.slug}/reviews/${shared}/removal`, { why: 'mine' })).status).toBe(200)
  expect(newest(`select held ->> '$.codings[0].id' as id from carry_review where id = ${shared}`)).toBe(9003)
  const act = upTo('act')
  const answer = await rooms.get(`/projects/${rooms.slug}/history/${act}`)
  expect(await answer.text()).not.toContain('9003')
  // And one lays one's own: the other's waits on, is told of nowhere, and waits beside one's own again when that is undone.
  const both = JSON.stringify({ quotation: { ...quotation, id: 9006 }, codings: [row(9006, 1), row(9007, coderId)] })
  for (const [path, form] of [
    ['reviews/ID/placing', { at: 'guess' }],
    [`sources/${sources[0]}/review/acceptance`, {}],
  ] as const) {
    sqlite.exec(`delete from carry_review where held like '%"id":9006%'`)
    const review = Number(wait.run(sources[0], version, both).lastInsertRowid)
    const held = () => (sqlite.prepare('select held from carry_review where id = ?').get(review) as { held: string }).held
    const laid = () =>
      sqlite.prepare('select coding.id from coding join quotation on quotation.id = quotation_id where start_offset = 40 and coding.id > 9000').all()
    expect((await post(`/projects/${rooms.slug}/${path.replace('ID', `${review}`)}`, form)).status).toBe(200)
    expect([laid(), (JSON.parse(held()) as { codings: { id: number }[] }).codings.map(({ id }) => id)]).toEqual([[{ id: 9006 }], [9007]])
    expect(await (await rooms.get(`/projects/${rooms.slug}/history/${upTo('act')}`)).text()).not.toContain('9007')
    expect((await post(`/projects/${rooms.slug}/undo`, {})).status).toBe(200)
    expect([laid(), JSON.parse(held())]).toEqual([[], JSON.parse(both)])
  }
}, 60_000)

test('who listened before independence began hears no more of what others code, and a text that is edited tells of no passage that one may not look at', async () => {
  const { house, projectId, sources, codes, coderId } = await houseWhere('much')
  await setIndependence(house, { projectId, coderId: 1, independent: false })
  const heard = { one: [] as number[], reads: [] as number[] }
  const follow = (of: keyof typeof heard, codes: boolean) =>
    followSource(house, { projectId, sourceId: sources[0]!, coderId: 1, codes }, (actId) => void heard[of].push(actId))
  const leave = [await follow('one', true), await follow('reads', false)]
  await setIndependence(house, { projectId, coderId: 1, independent: true })
  await codePassage(house, { projectId, coderId, sourceId: sources[0]!, codeIds: [codes[0]!], selection: { start: 9, end: 12 } })
  await vi.waitFor(() => expect(heard.reads).toHaveLength(1))
  await createCode(house, { projectId, coderId, label: 'Later', parentId: null })
  await vi.waitFor(() => expect(heard.one).toHaveLength(1))
  expect(heard.one).not.toContain(heard.reads[0])
  for (const end of leave) end()
  const edit = { projectId, coderId: 1, sourceId: sources[0]!, kind: 'edit-text' } as const
  const without = await changeText(house.seenBy(1), edit, async (_, old) => ({ text: old.slice(26), changes: diffTexts(old, old.slice(26)) }))
  const shown = await house.seenBy(1).read.selectFrom('carry_review').select('id').where('source_id', '=', sources[0]!).execute()
  const all = await house.read.selectFrom('carry_review').select('id').where('source_id', '=', sources[0]!).execute()
  expect(without.waiting).toBe(shown.length)
  expect(all.length).toBeGreaterThan(shown.length)
})

function differing(one: string, two: string): string {
  let at = 0
  while (one[at] === two[at]) at++
  return `${one.slice(Math.max(0, at - 80), at + 120)}\n   |\n${two.slice(Math.max(0, at - 80), at + 120)}`
}

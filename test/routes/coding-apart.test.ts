import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { exportable, exportFormats } from '../../src/domain/export-format.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { openThread } from '../../src/services/discuss.ts'
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
  vi.useRealTimers()
}, 120_000)

function differing(one: string, two: string): string {
  let at = 0
  while (one[at] === two[at]) at++
  return `${one.slice(Math.max(0, at - 80), at + 120)}\n   |\n${two.slice(Math.max(0, at - 80), at + 120)}`
}

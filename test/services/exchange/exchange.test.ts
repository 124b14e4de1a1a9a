import { readFileSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeQdpx } from '../../../src/exchange/write-qdpx.ts'
import { editParagraph } from '../../../src/services/edit-paragraph.ts'
import { findExchange, makeExchangeDraft } from '../../../src/services/exchange/exchange-drafts.ts'
import { gatherExchange } from '../../../src/services/exchange/gather-exchange.ts'
import { type ExchangeTarget, importExchange } from '../../../src/services/exchange/import-exchange.ts'
import { setIndependence } from '../../../src/services/independent-coding.ts'
import { readReviews } from '../../../src/services/read-reviews.ts'
import { undo } from '../../../src/services/undo.ts'
import type { House } from '../../../src/storage/open.ts'
import type { Pool } from '../../../src/workers/pool.ts'
import { type AnyProject, anyExchanged, inOrder } from '../../support/exchanged.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../../support/house.ts'
import { addPerson } from '../../support/people.ts'
import { anyStudy, keepStudy } from '../../support/random-study.ts'

const at = '2026-11-21T12:00:00.000Z'
const shared = await openSharedPool()

async function takeIn(house: House, pool: Pool, folder: string, file: Uint8Array | AnyProject, into: ExchangeTarget) {
  const bytes = file instanceof Uint8Array ? file : await writeQdpx({ ...file, at })
  writeFileSync(join(folder, 'file'), bytes)
  const draftId = await makeExchangeDraft(house, pool, (path) => copyFile(join(folder, 'file'), path))
  return importExchange(house, { draftId, coderId: 1, into })
}
const asNew: ExchangeTarget = { name: 'Taken in', language: 'sv' }
const idOf = async (house: House, slug: string) => (await house.read.selectFrom('project').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

test('a project that is taken in and exported again is the same, and the same file twice adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyExchanged, async (wanted) => {
      const { house, folder } = await openTestHouse({ pool: shared })
      const { slug } = await takeIn(house, shared, folder, wanted, asNew)
      const projectId = await idOf(house, slug)
      const out = await gatherExchange(house.read, projectId)
      const named = { ...wanted, project: { ...wanted.project, name: 'Taken in' } }
      expect(inOrder(used(out))).toEqual(inOrder(used(named)))
      const acts = await house.read.selectFrom('act').select('id').execute()
      await takeIn(house, shared, folder, wanted, { projectId, slug })
      expect(await house.read.selectFrom('act').select('id').execute()).toEqual(acts)
      expect(inOrder(await gatherExchange(house.read, projectId))).toEqual(inOrder(out))
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 60_000)

/** Coders who did nothing have no place in our export; references to the others are by name here. */
function used<P extends { project: AnyProject['project']; sources: readonly AnyProject['sources'][number][] }>({ project, sources }: P): AnyProject {
  const did = new Set([...project.memos, ...sources.flatMap((s) => s.selections.flatMap((q) => q.codings))].map((one) => project.users[one.user!]!.name))
  const users = project.users.filter((user) => did.has(user.name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const at = (user: number | null) => users.findIndex((one) => one.name === project.users[user!]!.name)
  const memos = project.memos.map((memo) => ({ ...memo, user: at(memo.user) }))
  const laid = sources.map((s) => ({ ...s, selections: s.selections.map((q) => ({ ...q, codings: q.codings.map((c) => ({ ...c, user: at(c.user) })) })) }))
  return { project: { ...project, users, memos }, sources: laid }
}

test('what another program changed comes back into the study it came from, codes matched by path', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const study = fc.sample(anyStudy, { numRuns: 1, seed: 7 })[0]!
  const { projectId, slug } = await keepStudy(house, study)
  const before = await gatherExchange(house.read, projectId)
  const code = { ...before.project.codes[0]!, guid: crypto.randomUUID(), parent: null, label: 'From elsewhere' }
  const user = { guid: crypto.randomUUID(), name: 'Colleague' }
  const coding = { guid: crypto.randomUUID(), code: before.project.codes.length, user: before.project.users.length, at }
  const selection = { guid: crypto.randomUUID(), start: 3, end: 7, codings: [coding] }
  const project = { ...before.project, users: [...before.project.users, user], codes: [...before.project.codes, code] }
  const sources = before.sources.map((source, nth) => (nth === 0 ? { ...source, selections: [...source.selections, selection] } : source))
  const { report } = await takeIn(house, shared, folder, { project, sources }, { projectId, slug })
  expect(report).toMatchObject({ coders: 1, codes: 1, sources: 0, knownSources: 3, codings: 1, cases: 0, misfits: 0 })
  const act = await house.read.selectFrom('act').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(act).toMatchObject({ kind: 'import-project', project_id: projectId })
  await undo(house, { projectId, actorId: 1 })
  expect(inOrder(await gatherExchange(house.read, projectId))).toEqual(inOrder(before))
})

/** A study of one source with a coding on `words`, as a colleague has it, whose text may be another by now. */
async function colleague(house: House, was: string, words: readonly string[], text = was) {
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, was)
  const { project, sources } = await gatherExchange(house.read, projectId)
  const user = { guid: crypto.randomUUID(), name: 'Colleague' }
  const code = project.codes.findIndex(({ label }) => label === 'Sleep')
  const selections = words.map((one) => {
    const start = text.indexOf(one)
    return { guid: crypto.randomUUID(), start, end: start + one.length, codings: [{ guid: crypto.randomUUID(), code, user: project.users.length, at }] }
  })
  const file = { project: { ...project, users: [...project.users, user] }, sources: [{ ...sources[0]!, text, selections }] }
  const laid = async () => {
    const out = (await gatherExchange(house.read, projectId)).sources[0]!
    return out.selections.map(({ start, end }) => out.text.slice(start, end))
  }
  return { projectId, sourceId, sleepId, file, laid, into: { projectId, slug: 'night-shift' } }
}
const WAS = 'I was tired 😴, so very tired.\nAnd then the bus came late.\nWe went home.'

test('codings of a file come along into a text that was corrected here since; what is not certain waits', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const { projectId, sourceId, file, laid, into } = await colleague(house, WAS, ['so very tired', 'the bus came late', 'went home'])
  const bytes = await writeQdpx({ ...file, at })
  const change = async (old: string, text: string) => {
    const { version_id: versionId, ...row } = await house.read
      .selectFrom('source')
      .innerJoin('source_version', 'source_version.id', 'version_id')
      .select(['version_id', 'text'])
      .executeTakeFirstOrThrow()
    const start = row.text.indexOf(old)
    await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph: { start, end: start + old.length }, text })
  }
  await change('I was tired 😴, so very tired.', 'Well, I was tired 😴, so very very tired.')
  await change('We went home.', 'Nothing of it stands.')
  const { report } = await takeIn(house, shared, folder, bytes, into)
  expect(report).toMatchObject({ changedSources: 1, codings: 2, uncarried: 1, sources: 0 })
  expect(await laid()).toEqual(['so very very tired', 'the bus came late'])
  await takeIn(house, shared, folder, bytes, into)
  expect(await laid()).toHaveLength(2)
  const { reviews } = await readReviews(house, projectId, sourceId)
  expect(reviews).toMatchObject([{ told: false, old: { words: 'went home' }, codings: [{ coder: 'Colleague' }] }])
})

test('codings of a text that was corrected there come along into the text that stands here', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const there = 'Preface of theirs.\nI was tired 😴, so very tired.\nAnd then the old bus came late.\nSomething quite else.'
  const { file, laid, into } = await colleague(house, WAS, ['so very tired', 'the old bus came late', 'Something quite else'], there)
  const { report } = await takeIn(house, shared, folder, file, into)
  expect(report).toMatchObject({ changedSources: 1, codings: 2, uncarried: 1, sources: 0 })
  expect(await laid()).toEqual(['so very tired', 'the bus came late'])
})

test('nobody in a file becomes somebody who signs in here, and who codes apart takes no codings in', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const { projectId, file, into } = await colleague(house, WAS, ['tired'])
  const { coderId } = await addPerson(house, 'Anna Two', { [projectId]: 'researcher' })
  const guid = (await house.read.selectFrom('coder').select('guid').where('id', '=', coderId).executeTakeFirstOrThrow()).guid
  const made = async () => (await house.read.selectFrom('coding').innerJoin('coder', 'coder.id', 'coder_id').select(['coder.id', 'name']).execute()).at(-1)!
  const as = (user: { guid: string; name: string }) => ({ ...file, project: { ...file.project, users: [...file.project.users.slice(0, -1), user] } })
  for (const user of [
    { guid: crypto.randomUUID(), name: 'anna two' },
    { guid, name: 'Bo' },
  ]) {
    await takeIn(house, shared, folder, as(user), into)
    expect(await made()).toEqual({ id: expect.any(Number), name: `${user.name}, ${file.project.name}` })
    expect((await made()).id).not.toBe(coderId)
  }
  const acts = (await house.read.selectFrom('act').select('id').execute()).length
  await takeIn(house, shared, folder, as({ guid, name: 'Bo' }), into)
  expect(await house.read.selectFrom('act').select('id').execute()).toHaveLength(acts)
  await setIndependence(house, { projectId, coderId: 1, independent: true })
  await expect(takeIn(house, shared, folder, as({ guid: '', name: 'Guess' }), into)).rejects.toThrow('refusal.import-apart')
})

test('the coder who never took a name is somebody else in another house', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const file = fc.sample(anyExchanged, { numRuns: 1, seed: 3 })[0]!
  const project = { ...file.project, users: file.project.users.map((user, nth) => (nth === 0 ? { ...user, name: 'You' } : user)) }
  await takeIn(house, shared, folder, { ...file, project }, asNew)
  const names = (await house.read.selectFrom('coder').select('name').execute()).map((one) => one.name)
  expect(names).toContain(`You, ${project.name}`)
})

test('taking in a new project is one act of the house, undone as one', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const tables = [
    'project',
    'coder',
    'code',
    'source',
    'quotation',
    'coding',
    'memo',
    'study_case',
    'attribute',
    'attribute_value',
    'filter_set',
    'speaker',
  ] as const
  const count = async () => Promise.all(tables.map(async (table) => (await house.read.selectFrom(table).select('id').execute()).length))
  const empty = await count()
  const file = fc.sample(anyExchanged, { numRuns: 1, seed: 11 })[0]!
  await takeIn(house, shared, folder, file, asNew)
  expect(await count()).not.toEqual(empty)
  await undo(house, { projectId: null, actorId: 1 })
  expect(await count()).toEqual(empty)
  const again = await takeIn(house, shared, folder, file, asNew)
  expect(again.report!.sources).toBe(file.sources.length)
})

test('a preview says what a file holds before anything is kept', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  const file = fc.sample(anyExchanged, { numRuns: 1, seed: 5 })[0]!
  writeFileSync(join(folder, 'file'), await writeQdpx({ ...file, at }))
  const id = await makeExchangeDraft(house, shared, (path) => copyFile(join(folder, 'file'), path))
  const draft = await findExchange(house, id)
  expect(draft.sources.map((one) => one.title)).toEqual(file.sources.map((one) => one.title))
  expect(draft.project.codes).toHaveLength(file.project.codes.length)
  expect(await house.read.selectFrom('project').select('id').execute()).toEqual([])
  expect(readFileSync(join(folder, 'file')).length).toBeGreaterThan(0)
})

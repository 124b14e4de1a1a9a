import { expect, test } from 'vitest'
import { codePassage } from '../../../src/services/code-passage.ts'
import { setRole } from '../../../src/services/people.ts'
import { renameSource } from '../../../src/services/rename-source.ts'
import { restoreProject } from '../../../src/services/restore-moment.ts'
import { undo } from '../../../src/services/undo.ts'
import { writeFinding } from '../../../src/services/write-finding.ts'
import { checkDatabase } from '../../../src/storage/check-database.ts'
import { perform } from '../../../src/storage/ledger.ts'
import type { House } from '../../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'
import { addPerson } from '../../support/people.ts'
import { idOf, liveIn, open, partsOf, plainOf, zipOf } from '../../support/whole-study.ts'

test('a study opened in another house is the same, with its history, and can be undone there as here', async () => {
  const here = await openTestHouse()
  const there = await openTestHouse()
  const { projectId } = await liveIn(here.house, 5)
  await seedSmallStudy(there.house)
  const { slug, report } = await open(there.house, there.pool, there.folder, await zipOf(here.house, projectId))
  expect(report).toBeNull()
  const copy = await idOf(there.house, slug)
  expect(await plainOf(there.house, there.folder, copy)).toEqual(await plainOf(here.house, here.folder, projectId))
  const coder = await there.house.read.selectFrom('act').select('actor_id').where('project_id', '=', copy).executeTakeFirstOrThrow()
  for (let step = 0; step < 2; step++) {
    await undo(here.house, { projectId, actorId: 1 })
    await undo(there.house, { projectId: copy, actorId: coder.actor_id })
  }
  const [a, b] = [await plainOf(there.house, there.folder, copy), await plainOf(here.house, here.folder, projectId)]
  for (const name of ['coding', 'quotation', 'memo', 'source']) expect(a[name]).toEqual(b[name])
})

test('opening a study is one act of the house, undone as one, and done again', async () => {
  const here = await openTestHouse()
  const there = await openTestHouse()
  const { projectId } = await liveIn(here.house, 8)
  const zip = await zipOf(here.house, projectId)
  const count = async () => (await there.house.read.selectFrom('coding').select('id').execute()).length
  await open(there.house, there.pool, there.folder, zip)
  expect(await count()).toBeGreaterThan(0)
  await undo(there.house, { projectId: null, actorId: 1 })
  expect(await count()).toBe(0)
  expect(await there.house.read.selectFrom('project').select('id').execute()).toEqual([])
  await open(there.house, there.pool, there.folder, zip)
  expect(await count()).toBeGreaterThan(0)
})

test('a check finds nothing wrong with a study that was opened, whatever was done before and after, nor with one that came by way of two houses', async () => {
  const [first, second, third] = await Promise.all([openTestHouse(), openTestHouse(), openTestHouse()])
  const { projectId } = await liveIn(first.house, 5)
  await restoreProject(first.house, { projectId, coderId: 1, actId: (await newestOf(first.house)) - 2 })
  await renameSource(first.house, { projectId, coderId: 1, sourceId: await sourceIn(first.house), title: 'Told twice' })
  const caseId = (await first.house.read.selectFrom('study_case').select('id').where('project_id', '=', projectId).executeTakeFirstOrThrow()).id
  const codeId = (await first.house.read.selectFrom('code').select('id').where('project_id', '=', projectId).executeTakeFirstOrThrow()).id
  await writeFinding(first.house, { projectId, coderId: 1, cell: { caseId, codeId, questionId: null }, state: 'yes', text: 'Judged' })
  // More rows than the ledger writes down at once.
  await perform(first.house.write, { projectId, actorId: 1, kind: 'import-codebook' }, async (ledger) => {
    const code = (n: number) => ({ guid: crypto.randomUUID(), project_id: projectId, parent_id: null, label: `Zq ${n}`, position: 500 + n, color: null })
    await ledger.insertMany('code', Array.from({ length: 70 }, (_, n) => ({ ...code(n), made_at: '2026-01-05T09:00:00.000Z', retired_at: null })) as never)
  })
  const problems = ({ house }: { house: House }) => checkDatabase(house.file).problems
  expect(problems(first)).toEqual([])
  const { slug } = await open(second.house, second.pool, second.folder, await zipOf(first.house, projectId))
  expect(problems(second)).toEqual([])
  const copy = await idOf(second.house, slug)
  const moment = await newestOf(second.house)
  const code = await second.house.read.selectFrom('code').select('id').where('project_id', '=', copy).executeTakeFirstOrThrow()
  await codePassage(second.house, { projectId: copy, coderId: 1, sourceId: await sourceIn(second.house), codeIds: [code.id], selection: { start: 1, end: 9 } })
  await renameSource(second.house, { projectId: copy, coderId: 1, sourceId: await sourceIn(second.house), title: 'Told thrice' })
  expect(problems(second)).toEqual([])
  await restoreProject(second.house, { projectId: copy, coderId: 1, actId: moment })
  expect(problems(second)).toEqual([])
  const { slug: last } = await open(third.house, third.pool, third.folder, await zipOf(second.house, copy))
  await renameSource(third.house, { projectId: await idOf(third.house, last), coderId: 1, sourceId: await sourceIn(third.house), title: 'Told again' })
  expect(problems(third)).toEqual([])
  await undo(third.house, { projectId: await idOf(third.house, last), actorId: 1 })
  await undo(third.house, { projectId: null, actorId: 1 })
  expect(problems(third)).toEqual([])
  await open(third.house, third.pool, third.folder, await zipOf(second.house, copy))
  expect(problems(third)).toEqual([])
})
const newestOf = async (house: House) => (await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
const sourceIn = async (house: House) => (await house.read.selectFrom('source').select('id').executeTakeFirstOrThrow()).id

test('a study that is here adds nothing; into another project it comes as REFI-QDA carries it', async () => {
  const { house, pool, folder } = await openTestHouse()
  const { projectId, slug } = await liveIn(house, 9)
  const zip = await zipOf(house, projectId)
  await expect(open(house, pool, folder, zip)).rejects.toMatchObject({ key: 'refusal.study-here' })
  const acts = (await house.read.selectFrom('act').select('id').execute()).length
  await open(house, pool, folder, zip, { projectId, slug })
  expect(await house.read.selectFrom('act').select('id').execute()).toHaveLength(acts)
  const { elsewhereId } = await seedSmallStudy(house)
  const { report, behind } = await open(house, pool, folder, zip, { projectId: elsewhereId, slug: 'elsewhere' })
  expect(report!.sources).toBe(3)
  expect(behind).toBe(true)
})

test('a person can read it without us: texts, tables as CSV, what it is, and sums that are right', async () => {
  const { house, folder } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house, 'I was tired 😴.\nAnd then.')
  const parts = await partsOf(folder, await zipOf(house, projectId))
  expect(parts.get('texts/001 Nurse 01.txt')!.toString()).toBe('I was tired 😴.\nAnd then.')
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['README.txt', 'codebook.csv', 'quotations.csv', 'cases.csv', 'data/schema.sql', 'project.qdpx', 'SHA256SUMS']),
  )
  expect(parts.get('README.txt')!.toString()).toContain('without Utsaga')
  expect(parts.get('SHA256SUMS')!.toString().trim().split('\n')).toHaveLength(parts.size - 1)
  expect([...parts.values()].join('')).not.toContain('Foreign')
})

test('who may come in goes along with no study, and whoever opens it where people sign in owns it', async () => {
  const here = await openTestHouse()
  const { projectId } = await liveIn(here.house, 4)
  const anna = await addPerson(here.house, 'Nanna', { [projectId]: 'owner' })
  await setRole(here.house, { projectId, byId: anna.coderId, name: 'nanna', role: 'reader' })
  const zip = await zipOf(here.house, projectId)
  const parts = await partsOf(here.folder, zip)
  expect([...parts.keys()].filter((name) => /account|session|member|invit/.test(name))).toEqual([])
  expect([...parts].filter(([name]) => name.endsWith('.jsonl')).join('\n')).not.toMatch(/scrypt|membership|change-role|token/)
  const there = await openTestHouse()
  const bo = await addPerson(there.house, 'Bosse')
  await addPerson(there.house, 'Nanna')
  const { slug } = await open(there.house, there.pool, there.folder, zip, null, bo.coderId)
  const members = await there.house.read
    .selectFrom('membership')
    .innerJoin('project', 'project.id', 'project_id')
    .select(['slug', 'coder_id', 'role'])
    .execute()
  expect(members).toEqual([{ slug, coder_id: bo.coderId, role: 'owner' }])
  expect(checkDatabase(there.house.file).problems).toEqual([])
})

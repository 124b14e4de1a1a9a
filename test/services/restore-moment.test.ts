import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { createCode } from '../../src/services/create-code.ts'
import { openThread, replyToThread, resolveThread } from '../../src/services/discuss.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { codesIndependently, sayDone, setIndependence } from '../../src/services/independent-coding.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { moveCode } from '../../src/services/move-code.ts'
import { recode } from '../../src/services/recode.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { restoreCodeThen, restoreCodingThen, restoreProject, restoreTextThen } from '../../src/services/restore-moment.ts'
import { signOff } from '../../src/services/sign-off.ts'
import { tellChanges } from '../../src/services/tell-changes.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { findAct, listChanges } from '../../src/storage/acts.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import type { House } from '../../src/storage/open.ts'
import { newestActId } from '../../src/storage/progress.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

/** Texts and originals are written once and never taken back. */
const apart = ['act', 'change', 'source_version', 'version_change', 'original']

/** Every table but those that are only ever added to. */
async function pictureOf(house: House): Promise<string> {
  const names = (
    await sql<{
      name: string
    }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' order by name`.execute(house.read)
  ).rows
  const tables = names.map(({ name }) => name as 'code').filter((name) => !apart.includes(name))
  expect(tables.length).toBeGreaterThan(35)
  const rows = await Promise.all(tables.map(async (table) => [table, await house.read.selectFrom(table).selectAll().orderBy('id').execute()]))
  return JSON.stringify(rows)
}

type Step = { do: (typeof deeds)[number]; a: number; b: number }
const deeds = [
  'code',
  'code',
  'code',
  'recode',
  'remove',
  'memo',
  'edit',
  'edit',
  'create',
  'rename',
  'swap',
  'merge',
  'move',
  'gone',
  'thread',
  'reply',
  'settle',
  'sign',
  'done',
  'case',
  'finding',
  'undo',
  'redo',
] as const
const steps = fc.array(fc.record({ do: fc.constantFrom(...deeds), a: fc.nat(60), b: fc.nat(60) }), { minLength: 1, maxLength: 8 })
type Study = Awaited<ReturnType<typeof seedSmallStudy>>

async function take(house: House, { projectId, sourceId }: Study, { do: what, a, b }: Step): Promise<void> {
  const who = { projectId, coderId: 1 }
  const codes = await house.read.selectFrom('code').select(['id', 'label']).where('project_id', '=', projectId).orderBy('id').execute()
  const codings = await house.read.selectFrom('coding').select('id').orderBy('id').execute()
  const code = codes[a % codes.length]
  const other = codes[b % codes.length]
  const codingId = codings[a % Math.max(1, codings.length)]?.id ?? 0
  try {
    if (what === 'code') await codePassage(house, { ...who, sourceId, codeIds: [code!.id], selection: { start: Math.min(a, b), end: Math.max(a, b) } })
    if (what === 'recode') await recode(house, { ...who, codingId, codeId: other!.id })
    if (what === 'remove') await removeCoding(house, { ...who, codingId })
    if (what === 'memo') await writeMemo(house, { ...who, place: { kind: 'coding', id: codingId }, text: `Memo ${a}` })
    if (what === 'edit') await edit(house, who, sourceId, a, b)
    if (what === 'create') await createCode(house, { ...who, parentId: a % 2 ? code!.id : null, label: `Code ${b}` })
    if (what === 'rename') await editCode(house, { ...who, codeId: code!.id, edit: { label: `Name ${b % 3}` } })
    if (what === 'swap') await swapLabels(house, who, code!, other!)
    if (what === 'merge') await mergeCodes(house, { ...who, codeId: code!.id, intoId: other!.id })
    if (what === 'move') await moveCode(house, { ...who, codeId: code!.id, to: { parentId: other!.id } })
    if (what === 'gone') await removeSource(house, { ...who, sourceId })
    if (what === 'thread')
      await openThread(house, { ...who, target: a % 2 ? { kind: 'code', id: code!.id } : { kind: 'coding', id: codingId }, text: `Why ${a}?` })
    if (what === 'reply') await replyToThread(house, { ...who, threadId: 1, text: `So ${b}` })
    if (what === 'settle') await resolveThread(house, { ...who, threadId: 1 })
    if (what === 'sign') await signOff(house, { ...who, target: a % 2 ? { kind: 'code', id: code!.id } : { kind: 'source', id: sourceId } })
    if (what === 'done') await sayDone(house, { ...who, sourceId, done: a % 2 === 0 })
    if (what === 'case') await createCase(house, { ...who, name: `Case ${a % 3}`, kind: 'informant' })
    if (what === 'finding')
      await writeFinding(house, { ...who, cell: { caseId: 1, codeId: code!.id, questionId: null }, state: a % 2 ? 'yes' : null, text: `Found ${b}` })
    if (what === 'undo') await undo(house, { projectId, actorId: 1 })
    if (what === 'redo') await redo(house, { projectId, actorId: 1 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

async function swapLabels(house: House, who: { projectId: number; coderId: number }, a: { id: number; label: string }, b: { id: number; label: string }) {
  for (const [codeId, label] of [
    [a.id, 'Aside'],
    [b.id, a.label],
    [a.id, b.label],
  ] as const)
    await editCode(house, { ...who, codeId, edit: { label } })
}

async function edit(house: House, who: { projectId: number; coderId: number }, sourceId: number, a: number, b: number) {
  const of = house.read.selectFrom('source').innerJoin('source_version as version', 'version.id', 'version_id').where('source.id', '=', sourceId)
  const row = await of.select(['version.id', 'text']).executeTakeFirst()
  if (!row) return
  const paragraphs = paragraphsOf(row.text)
  const paragraph = paragraphs[b % paragraphs.length]!
  const words = row.text.slice(paragraph.start, paragraph.end)
  const at = a % (words.length + 1)
  await editParagraph(house, { ...who, sourceId, versionId: row.id, paragraph, text: `${words.slice(0, at)} and so ${words.slice(at + (b % 9))}` })
}

test('a project restored to any moment stands exactly as it did; undone, exactly as before; redone, as restored; and the history holds', async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, fc.nat(), async (before, after, pick) => {
      const { house } = await openTestHouse()
      const study = await seedSmallStudy(house)
      const who = { projectId: study.projectId, coderId: 1 }
      const moments = [{ actId: await newestActId(house.read), picture: await pictureOf(house) }]
      for (const step of [...before, ...after]) {
        await take(house, study, step)
        moments.push({ actId: await newestActId(house.read), picture: await pictureOf(house) })
      }
      const now = moments.at(-1)!.picture
      const then = moments[pick % moments.length]!
      if (then.picture === now) return
      await restoreProject(house, { ...who, actId: then.actId })
      expect(await pictureOf(house)).toBe(then.picture)
      await undo(house, { projectId: study.projectId, actorId: 1 })
      expect(await pictureOf(house)).toBe(now)
      await redo(house, { projectId: study.projectId, actorId: 1 })
      expect(await pictureOf(house)).toBe(then.picture)
      expect(checkDatabase(house.file).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

async function study() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house)
  const who = { projectId: ids.projectId, coderId: 1 }
  const newest = () => newestActId(tools.house.read)
  const code = (start: number, end: number, codeId: number) =>
    codePassage(tools.house, { ...who, sourceId: ids.sourceId, codeIds: [codeId], selection: { start, end } })
  return { ...tools, ...ids, who, newest, code }
}

test('a code has its label and texts of then; one that is gone comes back; a name that is taken is said', async () => {
  const { house, who, newest, teamId, projectId } = await study()
  const actId = await newest()
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Crew', definition: 'Who works together' } })
  await restoreCodeThen(house, { ...who, actId, codeId: teamId })
  expect(await house.read.selectFrom('code').select(['label', 'definition']).where('id', '=', teamId).executeTakeFirst()).toEqual({
    label: 'Team',
    definition: '',
  })
  await undo(house, { projectId, actorId: 1 })
  await createCode(house, { ...who, parentId: null, label: 'Team' })
  await expect(restoreCodeThen(house, { ...who, actId, codeId: teamId })).rejects.toMatchObject({ key: 'refusal.restore-in-the-way' })
  await expect(restoreCodeThen(house, { ...who, actId, codeId: 999 })).rejects.toMatchObject({ key: 'refusal.restore-not-there' })
})

test('a coding comes back with its code and words, wherever these stand in the text of now', async () => {
  const { house, who, newest, code, teamId, sleepId, sourceId } = await study()
  const [coding] = await code(2, 11, teamId)
  const actId = await newest()
  await recode(house, { ...who, codingId: coding!.id, codeId: sleepId })
  await removeCoding(house, { ...who, codingId: coding!.id })
  await edit(house, who, sourceId, 0, 0)
  await restoreCodingThen(house, { ...who, actId, codingId: coding!.id })
  const row = await house.read
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'quotation_id')
    .innerJoin('source', 'source.id', 'source_id')
    .innerJoin('source_version as version', 'version.id', 'version_id')
    .select(['code_id as codeId', 'start_offset as start', 'end_offset as end', 'text'])
    .executeTakeFirstOrThrow()
  expect([row.codeId, row.text.slice(row.start, row.end)]).toEqual([teamId, 'was tired'])
  await expect(restoreCodingThen(house, { ...who, actId, codingId: coding!.id })).rejects.toMatchObject({ key: 'refusal.restore-same' })
  expect(checkDatabase(house.file).problems).toEqual([])
})

test('a text is what it was then, as a new version; the pages restore and say so', async () => {
  const { house, who, newest, sourceId, post, get, teamId } = await study()
  const actId = await newest()
  await edit(house, who, sourceId, 0, 0)
  await restoreTextThen(house, { ...who, actId, sourceId })
  const { number } = await house.read.selectFrom('source_version').select('number').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(number).toBe(3)
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Crew' } })
  const act = await newest()
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Gang' } })
  const page = await (await get(`/projects/night-shift/history/${act}`)).text()
  expect(page).toContain('Restore the whole project to after this')
  expect(page).toContain('Restore the code to this')
  expect((await post(`/projects/night-shift/history/${act}/restoration`, { what: 'project' })).status).toBe(200)
  expect(await (await get('/projects/night-shift/codebook')).text()).toContain('Crew')
  expect((await post(`/projects/night-shift/history/${act}/restoration`, { what: 'project' })).status).toBe(409)
  expect((await post(`/projects/elsewhere/history/${act}/restoration`, { what: 'project' })).status).toBe(404)
})

test('what another did since a restoring keeps it from being undone', async () => {
  const { house, who, newest, teamId, projectId, sourceId } = await study()
  const actId = await newest()
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Crew' } })
  await restoreProject(house, { ...who, actId })
  await house.write.insertInto('coder').values({ guid: 'b', name: 'B', made_at: 'now' }).execute()
  await codePassage(house, { projectId, coderId: 2, sourceId, codeIds: [teamId], selection: { start: 0, end: 5 } })
  await expect(undo(house, { projectId, actorId: 1 })).rejects.toMatchObject({ key: 'refusal.undo-conflict', values: { actor: 'B' } })
})

test('the history tells the words that a coding had which went with a restored text', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, teamId } = await seedSmallStudy(house, 'First some words.\nThen the gamma.')
  const actId = await newestActId(house.read)
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [teamId], selection: { start: 27, end: 32 } })
  const { versionId } = await house.read.selectFrom('source').select('version_id as versionId').where('id', '=', sourceId).executeTakeFirstOrThrow()
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph: { start: 0, end: 17 }, text: 'First.' })
  await restoreProject(house, { projectId, coderId: 1, actId })
  const act = (await findAct(house.read, await newestActId(house.read)))!
  const told = await tellChanges(house.read, act, await listChanges(house.read, act.id))
  expect(told.filter(({ table }) => table === 'coding').map(({ beforeWords }) => beforeWords)).toEqual(['gamma'])
  expect(told.flatMap(({ beforeWords, afterWords }) => [beforeWords, afterWords]).filter((words) => words !== null && words !== 'gamma')).toEqual([])
})

test('a project that is restored to before its coders coded apart is one where they still do', async () => {
  const { house, who, newest, teamId } = await study()
  const actId = await newest()
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Crew' } })
  await setIndependence(house, { ...who, independent: true })
  await restoreProject(house, { ...who, actId })
  expect(await codesIndependently(house.read, who.projectId)).toBe(true)
})

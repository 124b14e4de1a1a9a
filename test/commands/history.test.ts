import { expect, test } from 'vitest'
import type { Context } from '../../src/commands/command.ts'
import { history } from '../../src/commands/history.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { replaceWords } from '../../src/services/replace-words.ts'
import { undo } from '../../src/services/undo.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function worked() {
  const { house, pool, searcher, folder, get } = await openTestHouse()
  const { projectId, sourceId, teamId, sleepId } = await seedSmallStudy(house)
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [teamId], selection: { start: 2, end: 11 } })
  await editCode(house, { projectId, coderId: 1, codeId: sleepId, edit: { definition: 'At night' } })
  await undo(house, { projectId, actorId: 1 })
  const run = async (options: Context['options'] = {}, json = false) => {
    let said = ''
    const print = (text: string) => {
      said += text
    }
    await history.run({ house, pool, searcher, folder, say: sayIn('en'), language: 'en', options, words: ['night-shift'], json, print })
    return said
  }
  return { run, teamId, sleepId, sourceId, get, house, projectId }
}

test('the history of a project: a line an act, narrowed by coder, object, area and day', async () => {
  const { run, teamId, sleepId, sourceId } = await worked()
  const kinds = async (options: Context['options']) => (await run(options)).split('\n').flatMap((line) => line.split('\t')[3] ?? [])
  expect(await kinds({})).toEqual(['undo', 'edit-code', 'code-passage'])
  expect(await kinds({ object: `code:${sleepId}` })).toEqual(['undo', 'edit-code'])
  expect(await kinds({ object: `code:${teamId}` })).toEqual(['code-passage'])
  expect(await kinds({ object: `source:${sourceId}` })).toEqual(['code-passage'])
  expect(await kinds({ object: 'coding:1' })).toEqual(['code-passage'])
  expect(await kinds({ area: 'codebook' })).toEqual(['edit-code'])
  expect(await kinds({ coder: 'You', limit: '1' })).toEqual(['undo'])
  expect(await kinds({ to: '2000-01-01' })).toEqual([])
  await expect(run({ coder: 'Nobody' })).rejects.toMatchObject({ key: 'refusal.no-coder-named' })
  await expect(run({ object: 'code:x' })).rejects.toMatchObject({ key: 'refusal.history-wish' })
  await expect(run({ area: 'weather' })).rejects.toMatchObject({ key: 'refusal.history-wish' })
  await expect(run({ from: '21/11' })).rejects.toMatchObject({ key: 'refusal.history-wish' })
})

test('as JSON it is an audit trail: the oldest first, every row before and after', async () => {
  const { run, sleepId } = await worked()
  const { acts } = JSON.parse(await run({}, true))
  expect(acts.map((act: { did: string }) => act.did)).toEqual(['code-passage', 'edit-code', 'undo'])
  expect(JSON.parse(await run({ limit: '2' }, true)).acts.map((act: { did: string }) => act.did)).toEqual(['edit-code', 'undo'])
  expect(acts[1].undoneBy).toBe(acts[2].act)
  expect(acts[1].changes[0]).toMatchObject({ table: 'code', row: sleepId, before: { definition: '' }, after: { definition: 'At night' } })
})

test('the trail has no words of a transcript unless they are asked for', async () => {
  const { run, get, house, projectId, sourceId } = await worked()
  await replaceWords(house, { projectId, coderId: 1, sourceId, find: 'morning', to: 'noon', whole: true })
  await undo(house, { projectId, actorId: 1 })
  const said = /\btired|morning|noon/
  for (const trail of [await run({}, true), await (await get('/projects/night-shift/exports/history.csv')).text()]) {
    expect(trail).toContain('replace-words')
    expect(trail).not.toMatch(said)
  }
  expect(await run({ words: true }, true)).toContain('"wordsAfter": "was tired"')
  expect(await (await get('/projects/night-shift/exports/history.csv?words=yes')).text()).toContain('was tired')
})

test('the page is narrowed by source or code, and gives the trail to take home', async () => {
  const { get, sleepId } = await worked()
  const page = await (await get(`/projects/night-shift/history?object=code:${sleepId}`)).text()
  expect(page.match(/id="act-\d+"/g)).toHaveLength(2)
  expect(page).toContain(`<option value="code:${sleepId}" selected="">`)
  expect(page).toContain('/projects/night-shift/exports/history.csv')
})

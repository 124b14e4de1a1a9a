import { expect, test } from 'vitest'
import { usualThresholds } from '../../src/domain/quantifier.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readThresholds, setThresholds } from '../../src/services/quantifiers.ts'
import { readStopWords } from '../../src/services/stop-words.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a project sets its thresholds, each for itself; undone they are as before, and done again as set', async () => {
  const { house } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(house)
  const read = () => readThresholds(house.read, projectId)
  expect(await read()).toEqual(usualThresholds)
  await setThresholds(house, { projectId, coderId: 1, mostShare: 75, severalShare: 40, severalCases: 4 })
  await setThresholds(house, { projectId, coderId: 1, mostShare: 80, severalShare: 40, severalCases: 4 })
  expect(await read()).toEqual({ mostShare: 80, severalShare: 40, severalCases: 4 })
  expect(await readThresholds(house.read, elsewhereId)).toEqual(usualThresholds)
  await undo(house, { projectId, actorId: 1 })
  expect(await read()).toMatchObject({ mostShare: 75 })
  await undo(house, { projectId, actorId: 1 })
  expect(await read()).toEqual(usualThresholds)
  await redo(house, { projectId, actorId: 1 })
  expect(await read()).toMatchObject({ mostShare: 75 })
})

test('a setting that can’t be read counts as none', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const set = async (name: string, value: string) => {
    await house.write.deleteFrom('setting').where('name', '=', `project ${projectId} ${name}`).execute()
    await house.write
      .insertInto('setting')
      .values({ name: `project ${projectId} ${name}`, value })
      .execute()
  }
  for (const value of ['garbage', '7', '[60]', '{"a":1}', '[10,20,30]']) {
    await set('quantifiers', value)
    await set('stop-words', value)
    expect(await readThresholds(house.read, projectId), value).toEqual(usualThresholds)
    expect(await readStopWords(house.read, projectId), value).toEqual([])
  }
})

test('what makes no sense is refused and kept nowhere', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  await expect(setThresholds(house, { projectId, coderId: 1, mostShare: 40, severalShare: 20, severalCases: 3 })).rejects.toMatchObject({
    key: 'refusal.quantifier-most',
  })
  expect(await readThresholds(house.read, projectId)).toEqual(usualThresholds)
})

test('frequencies as JSON say the word that fits, in the language of the project', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedCloudStudy(house)
  const words = async () => {
    const input = { project: { id: projectId, slug: 'towns', name: 'Towns' }, filter: '', language: 'en' as const, options: {} }
    return (JSON.parse(String((await findExporter('frequencies', 'json')(house.read, input)).bytes)) as any[]).map(({ theme, cases_in_base, base, fits }) => [
      theme,
      cases_in_base,
      base,
      fits,
    ])
  }
  expect(await words()).toEqual([
    ['Premises', 1, 2, 'en'],
    ['Bus', 1, 4, 'en'],
  ])
})

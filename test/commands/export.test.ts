import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Usage } from '../../src/commands/command.ts'
import { exportCommand } from '../../src/commands/export.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function openCommand() {
  const { house, pool, searcher, folder } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'Sofia was tired.\nAnd then it was morning.')
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start: 0, end: 16 } })
  const run = async (words: string[], options = {}) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await exportCommand.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options, words: ['night-shift', ...words], json: false, print })
    return printed
  }
  return { run, house, projectId, folder }
}

test('quotations are grouped, put in context and given pseudonyms by the words of the command', async () => {
  const { run, house, projectId, folder } = await openCommand()
  expect(await run(['quotations'], { format: 'md', 'group-by': 'case' })).toContain('> “Sofia was tired.” (Nurse 01, paragraph 1)')
  await setPseudonyms(house, { projectId, coderId: 1, cases: [], lines: 'Sofia = Eva' })
  expect(await run(['quotations'], { format: 'latex', pseudonyms: true })).toContain('“Eva was tired.”')
  const out = join(folder, 'pack.zip')
  expect(await run(['pack'], { pseudonyms: true, out })).toBe('')
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
})

test('a pack is not for a terminal, and what would show a real name is refused with its list', async () => {
  const { run, house, projectId } = await openCommand()
  await expect(run(['pack'])).rejects.toThrow(Usage)
  await setPseudonyms(house, { projectId, coderId: 1, cases: [], lines: 'morning = noon\nSofia = Eva\nTired = Awake' })
  await expect(run(['quotations'], { format: 'csv', pseudonyms: true })).rejects.toMatchObject({ key: 'refusal.real-names', values: { names: 'tired (2)' } })
})

test('a comparison and a saturation curve are charts as well, and a filter may have words', async () => {
  const { run } = await openCommand()
  expect(await run(['chart', 'saturation'])).toContain('<svg')
  expect(await run(['chart', 'saturation'], { format: 'csv' })).toBe(await run(['saturation'], { format: 'csv' }))
  expect(await run(['chart', 'comparison'], { by: '' })).toContain('<svg')
  await expect(run(['chart'])).rejects.toThrow(Usage)
  expect(JSON.parse(await run(['quotations'], { format: 'json', filter: 'tired' }))).toHaveLength(1)
  expect(JSON.parse(await run(['quotations'], { format: 'json', filter: '-tired OR morning' }))).toHaveLength(0)
})

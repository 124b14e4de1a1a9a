import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFiles } from '../../src/commands/import.ts'
import { listSources } from '../../src/storage/sources.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'

const pool = await openSharedPool()

async function openCommand() {
  const { folder, house, searcher } = await openTestHouse({ pool })
  const { projectId } = await seedSmallStudy(house)
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = async (words: string[], json = true) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await importFiles.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options: {}, words, json, print })
    return printed
  }
  return { house, projectId, file, run }
}

test('import --json tells of every file, kept or skipped', async () => {
  const { house, projectId, file, run } = await openCommand()
  const one = file('Älvbro.txt', 'I: Hur är det här?\r\nR: Det är bra, och jag trivs 😴 med det.')
  const report = JSON.parse(await run(['night-shift', one, file('tom.txt', ''), join(one, 'nowhere.txt')]))
  expect(report).toEqual({
    sources: [
      {
        name: 'Älvbro.txt',
        case: 'Älvbro',
        language: 'sv',
        characters: 'I: Hur är det här?\nR: Det är bra, och jag trivs 😴 med det.'.length,
        words: 14,
        paragraphs: 2,
        speakers: [
          { label: 'I', role: 'interviewer', turns: 1 },
          { label: 'R', role: 'informant', turns: 1 },
        ],
        repairs: ['1 line end took the form in which texts are kept.'],
        losses: [],
        warnings: [],
      },
    ],
    skipped: [
      { name: 'nowhere.txt', reason: 'There is no file nowhere.txt.' },
      { name: 'tom.txt', reason: 'The file is empty. Check that the right version was saved and drop it again.' },
    ],
  })
  expect((await listSources(house.read, projectId)).map((source) => source.title)).toEqual(['Nurse 01', 'Älvbro'])
  expect(JSON.parse(await run(['night-shift', one])).sources[0].warnings).toEqual(['The same file is here already: Älvbro.'])
  expect(await run(['night-shift', one], false)).toContain('Älvbro.txt: 14 words, 2 paragraphs, 2 speakers')
})

test('where nothing can be read the command is refused, and nothing is kept', async () => {
  const { house, projectId, file, run } = await openCommand()
  await expect(run(['night-shift', file('tom.txt', '')])).rejects.toThrow('refusal.import-nothing-read')
  await expect(run(['nowhere', file('tom.txt', '')])).rejects.toThrow('refusal.no-project')
  await expect(run(['night-shift'])).rejects.toThrow()
  expect((await listSources(house.read, projectId)).length).toBe(1)
})

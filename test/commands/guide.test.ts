import { expect, test } from 'vitest'
import { Usage } from '../../src/commands/command.ts'
import { guide } from '../../src/commands/guide.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import type { Pool } from '../../src/workers/pool.ts'
import type { ProposedGuide } from '../../src/workers/propose-guide-job.ts'
import { GUIDE, openGuideStudy } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()
const proposed: ProposedGuide = {
  guide: { name: 'Interview guide', sections: [{ title: '', questions: [{ number: 1, text: 'Hur länge har du bott här?', themes: [] }] }] },
  recurs: { 1: 2 },
  interviews: 4,
}

async function openCommand() {
  const { house, searcher, folder } = await openTestHouse({ pool: shared })
  await openGuideStudy(house)
  const pool = { ...shared, run: async () => proposed as never } as Pool
  return async (words: string[], json = false) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await guide.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options: {}, words, json, print })
    return printed
  }
}

test('guide show prints guides in their text form, or as values', async () => {
  const run = await openCommand()
  expect(await run(['night-shift', 'show'])).toBe(`${GUIDE}\n\n`)
  expect(JSON.parse(await run(['night-shift', 'show'], true)).guides).toEqual([
    expect.objectContaining({
      name: 'Byar',
      sources: [],
      sections: [expect.objectContaining({ title: 'Bakgrund' }), expect.objectContaining({ title: 'Lokaler' })],
    }),
  ])
  expect(await run(['elsewhere', 'show'])).toBe('The project has no interview guide.\n')
})

test('guide propose prints a guide that can be read again, and in how many interviews each question is put', async () => {
  const run = await openCommand()
  expect(await run(['night-shift', 'propose'])).toBe('# Interview guide\n\n1. Hur länge har du bott här?\n')
  expect(JSON.parse(await run(['night-shift', 'propose'], true))).toEqual({
    name: 'Interview guide',
    interviews: 4,
    sections: [{ title: '', questions: [{ number: 1, text: 'Hur länge har du bott här?', themes: [], interviews: 2 }] }],
  })
  await expect(run(['elsewhere', 'propose'])).rejects.toMatchObject({ key: 'refusal.propose-too-few' })
  await expect(run(['night-shift', 'eat'])).rejects.toBeInstanceOf(Usage)
  await expect(run(['nowhere', 'show'])).rejects.toMatchObject({ key: 'refusal.no-project' })
})

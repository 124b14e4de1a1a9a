import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { Usage } from '../../src/commands/command.ts'
import { search } from '../../src/commands/search.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const run = promisify(execFile)

async function openCommand() {
  const opened = await openTestHouse()
  const { house, pool, searcher, folder } = opened
  const text = 'I was tired 😴, so tired.\nAnd then it was morning.'
  await seedSmallStudy(house, text)
  const run = async (words: string[], options = {}, json = true) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await search.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options, words, json, print })
    return printed
  }
  return { run, text, folder, opened }
}

test('JSON has exactly what was promised, and start to end cuts the words out of the text', async () => {
  const { run, text } = await openCommand()
  const { total, milliseconds, hits } = JSON.parse(await run(['night-shift', 'tired']))
  expect(total).toBe(1)
  expect(milliseconds).toEqual(expect.any(Number))
  expect(hits).toEqual([{ source: 'Nurse 01', case: null, paragraph: 1, start: 6, end: 11, words: 'tired', text: 'I was tired 😴, so tired.' }])
  expect(text.slice(hits[0].start, hits[0].end)).toBe(hits[0].words)
})

test('people get lines with the words in their context, and how many', async () => {
  const { run } = await openCommand()
  expect(await run(['night-shift', 'it', 'was', 'morning'], {}, false)).toBe('Nurse 01, par. 2: And then [it was morning].\n1 hit\n')
})

test('every word is whole, also the last: nobody is still writing it', async () => {
  const { run } = await openCommand()
  expect(JSON.parse(await run(['night-shift', 'mor'])).total).toBe(0)
  expect(JSON.parse(await run(['night-shift', 'mor*'])).total).toBe(1)
})

test('the limit holds, the total does not mind it', async () => {
  const { run } = await openCommand()
  const { total, hits } = JSON.parse(await run(['night-shift', 'was '], { limit: '1' }))
  expect([total, hits.length]).toEqual([2, 1])
})

test.each([
  [[], {}],
  [['night-shift'], {}],
  [['night-shift', 'x'], { limit: '0' }],
  [['night-shift', 'x'], { limit: 'many' }],
  [['night-shift', 'x'], { out: 'lines.pdf' }],
  [['night-shift', 'x'], { out: 'lines.csv', order: 'up' }],
])('wrong usage %#', async (words, options) => {
  const { run } = await openCommand()
  await expect(run(words, options)).rejects.toThrow(Usage)
})

test('a query that asks for nothing, or a project that is none, is refused', async () => {
  const { run } = await openCommand()
  await expect(run(['night-shift', '-tired'])).rejects.toMatchObject({ key: 'search.problem-only-not' })
  await expect(run(['nowhere', 'tired'])).rejects.toMatchObject({ key: 'refusal.no-project' })
})

test('lines are taken home as the page takes them, in its order, with the search that they answer', async () => {
  const { run, folder, opened } = await openCommand()
  for (const order of ['text', 'left', 'right', 'best']) {
    const out = join(folder, `${order}.csv`)
    expect(await run(['night-shift', 'was', 'role:informant', 'OR', 'was'], { out, order })).toBe('')
    const page = await opened.get(`/projects/night-shift/search/hits.csv?${new URLSearchParams({ q: 'was role:informant OR was', order })}`)
    expect(readFileSync(out)).toEqual(Buffer.from(await page.arrayBuffer()))
    expect(
      readFileSync(out, 'utf8')
        .trim()
        .split('\r\n')
        .slice(1)
        .every((row) => row.includes('was role:informant OR was')),
    ).toBe(true)
  }
})

test('a word that begins with a dash is a word of the search, wherever it stands, and what is wrong in a filter is told with its place', async () => {
  const { opened, folder } = await openCommand()
  await opened.house.close()
  const utsaga = (...words: string[]) =>
    run(process.execPath, ['src/start.js', ...words, '--data', folder], { env: { ...process.env, LC_ALL: 'C' } }).then(
      ({ stdout }) => stdout,
      ({ stderr }: { stderr: string }) => stderr,
    )
  expect(JSON.parse(await utsaga('search', 'night-shift', '-code:Sleep', '--json')).total).toBe(2)
  expect(JSON.parse(await utsaga('search', 'night-shift', 'was', '-tired', '--json')).total).toBe(1)
  expect(await utsaga('search', 'night-shift', '-tired', '-kod:Sleep')).toContain('1 hit')
  expect(await utsaga('export', 'night-shift', 'quotations', '--filter', '-code:Slep')).toContain(
    'Character 2: There is no code called “Slep”. Nearest: Fatigue > Sleep',
  )
}, 60_000)

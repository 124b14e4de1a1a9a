import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Usage } from '../../src/commands/command.ts'
import { exportCommand } from '../../src/commands/export.ts'
import { formatsOf } from '../../src/domain/export-format.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { exportJob } from '../../src/workers/export-job.ts'
import type { Pool } from '../../src/workers/pool.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const nobody = async () => Promise.reject(new Error('There is no thread.'))
const none: Pool = { run: nobody, seenBy: () => none, waiting: () => 0, warm: () => {}, close: async () => {} }

async function openCommand() {
  const { house, searcher, folder } = await openTestHouse({ pool: none })
  // Files are made in this thread: another one takes a second to begin.
  const make: Pool['run'] = async (_, input, { onPiece } = {}) => (await exportJob(input as never, { db: house.read, give: onPiece! })) as never
  const pool = { ...none, run: make }
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'Sofia was tired.\nAnd then it was morning.')
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start: 0, end: 16 } })
  const run = async (words: string[], options = {}, json = false) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await exportCommand.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options, words: ['night-shift', ...words], json, print })
    return printed
  }
  return { run, house, projectId, folder }
}

test('quotations are grouped, put in context and given pseudonyms by the words of the command', async () => {
  const { run, house, projectId, folder } = await openCommand()
  expect(await run(['quotations'], { format: 'md', 'group-by': 'case' })).toContain('> “Sofia was tired.” (Nurse 01, paragraph 1)')
  await setPseudonyms(house, { projectId, coderId: 1, cases: [], lines: 'Sofia = Eva\nNurse =' })
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

test('likely names that are undecided are told on standard error and in JSON, and stop a pack until somebody says so', async () => {
  const { run, folder } = await openCommand()
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const out = join(folder, 'some.csv')
  expect(JSON.parse(await run(['quotations'], { format: 'csv', pseudonyms: true, out }, true))).toEqual({ out, undecided: 2 })
  expect(told).toHaveBeenCalledWith('Names in the register are replaced by pseudonyms; 2 likely names were not decided of.')
  await expect(run(['pack'], { pseudonyms: true, out })).rejects.toMatchObject({ key: 'refusal.undecided-names' })
  told.mockRestore()
})

const kinds = ['quotations', 'codebook', 'transcripts', 'pack', 'project']
const formats = ['docx', 'xlsx', 'csv', 'html', 'md', 'latex', 'json', 'qdpx', 'qdc', 'zip']
/** How a good file of each format begins. */
const begins: Record<string, RegExp> = {
  docx: /^PK/,
  xlsx: /^PK/,
  qdpx: /^PK/,
  zip: /^PK/,
  csv: /^\uFEFF?[a-z_]+,/,
  html: /^<!doctype html>/i,
  md: /^# /,
  latex: /^\\documentclass/,
  json: /^[[{]/,
  qdc: /^<\?xml/,
}

test('everything in every format is a good file, or refused with the formats that there are', async () => {
  const { run, folder } = await openCommand()
  const made: string[] = []
  for (const kind of kinds)
    for (const format of formats) {
      const out = join(folder, `${kind}.${format}`)
      const refused = await run([kind], { format, out }).then(
        () => undefined,
        (error) => error,
      )
      if (refused) {
        expect(refused).toMatchObject({ key: 'refusal.no-export-format', values: { what: kind, format, formats: formatsOf(kind).join(', ') } })
        expect(existsSync(out)).toBe(false)
      } else {
        expect(readFileSync(out, 'utf8'), out).toMatch(begins[format]!)
        made.push(`${kind}.${format}`)
      }
    }
  expect(made).toHaveLength(7 + 8 + 7 + 1 + 3)
})

test('words that name nothing are told with what there is, and a file that is not for a terminal with where it can go', async () => {
  const { run } = await openCommand()
  const refused = (words: string[], options = {}) =>
    run(words, options).then(
      () => 'nothing',
      ({ key, values }) => sayIn('en')(key, values),
    )
  expect(await refused(['chart', 'pie'])).toContain('bars, states, heat, comparison, saturation')
  expect(await refused(['comparison'])).toContain('--by attribute:NAME')
  expect(await refused(['word-cloud'], { of: 'letters' })).toContain('Choose words or codes')
  expect(await refused(['framework'], { topics: 'everything' })).toContain('questions or guide:NAME')
  await expect(run(['matrix'], { format: 'xlsx' })).rejects.toThrow('--out FILE')
  await expect(run(['matrix'], { by: 'region' })).rejects.toThrow('“--by” changes nothing in matrix. It reads --filter, --rows')
  await expect(run(['answers'], { filter: 'tired' })).rejects.toThrow('takes no options of its own')
  expect(await run(['co-occurrence'], { codes: '1' })).toMatch(/^code,Fatigue,Fatigue > Sleep,quotations/)
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

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '../../src/commands/command.ts'
import { importFiles } from '../../src/commands/import.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { listCaseNames } from '../../src/storage/import-places.ts'
import { perform } from '../../src/storage/ledger.ts'
import { listSources } from '../../src/storage/sources.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { zipOf } from '../support/docx.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'

const pool = await openSharedPool()

async function openCommand() {
  const { folder, house, searcher } = await openTestHouse({ pool })
  const { projectId } = await seedSmallStudy(house)
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = async (words: string[], json = true, options: Context['options'] = {}) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await importFiles.run({ house, pool, searcher, folder, language: 'en', say: sayIn('en'), options, words, json, print })
    return printed
  }
  return { house, folder, projectId, file, run }
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

test('a folder and a zip are walked, a file is parted by a pattern, and a dry run keeps nothing', async () => {
  const { house, projectId, folder, run } = await openCommand()
  mkdirSync(join(folder, 'samtal', 'grupp B'), { recursive: true })
  const talk = 'I: Hur är det?\nR: Det är bra, tack, och det har det varit länge nu.'
  writeFileSync(join(folder, 'samtal', 'Åby 10.txt'), talk)
  writeFileSync(join(folder, 'samtal', 'Åby 2.txt'), `${talk} Ja.`)
  writeFileSync(join(folder, 'samtal', '.DS_Store'), 'x')
  writeFileSync(join(folder, 'samtal', 'grupp B', 'flera.txt'), 'Samtal A\nDet var en bra dag för alla.\nSamtal B\nDet var en sämre dag för någon.')
  writeFileSync(join(folder, 'mer.zip'), await zipOf({ 'c/Dalby.txt': `${talk} Visst.` }))
  const words = ['night-shift', join(folder, 'samtal'), join(folder, 'mer.zip')]
  const dry = JSON.parse(await run(words, true, { 'dry-run': true, split: '^Samtal [A-Z]$' }))
  expect(dry.sources.map((one: { name: string }) => one.name)).toEqual(['c/Dalby.txt', 'Samtal A', 'Samtal B', 'Åby 2.txt', 'Åby 10.txt'])
  expect((await listSources(house.read, projectId)).length).toBe(1)
  expect(readdirSync(join(folder, 'imports'))).toEqual([])
  expect(await run(words, false, { split: 'none' })).toContain('grupp B/flera.txt')
  expect((await listSources(house.read, projectId)).map((source) => source.title)).toEqual(['Nurse 01', 'Dalby', 'flera', 'Åby 2', 'Åby 10'])
  await expect(run(words, true, { split: '((' })).rejects.toThrow()
  expect(readdirSync(join(folder, 'imports'))).toEqual([])
})

test('cases come in with the sources, before them, and a file that is none keeps everything out', async () => {
  const { house, projectId, file, run } = await openCommand()
  const one = file('Älvbro.txt', 'I: Hur är det här?\nR: Det är bra, och jag trivs med det.')
  await run(['night-shift', one], true, { cases: file('cases.csv', 'name,region\nÄLVBRO,Norr\nDalby,Syd\n') })
  expect((await listCaseNames(house.read, projectId)).map((row) => row.name)).toEqual(['ÄLVBRO', 'Dalby'])
  await expect(run(['night-shift', one], true, { cases: file('broken.csv', '') })).rejects.toThrow()
  await expect(run(['night-shift', one], true, { cases: 'nowhere.csv' })).rejects.toThrow('refusal.file-unread')
  expect((await listSources(house.read, projectId)).length).toBe(2)
})

test.skipIf(process.platform !== 'linux')('a file that the system will not read is skipped and said why, and the others come', async () => {
  const { file, run } = await openCommand()
  const report = JSON.parse(await run(['night-shift', file('a.txt', 'I: Hej.\nR: Hej på dig.'), '/proc/self/mem'])) as { sources: object[]; skipped: object[] }
  expect(report.sources).toHaveLength(1)
  expect(report.skipped).toEqual([{ name: 'mem', reason: 'The file /proc/self/mem could not be read (EIO). See that it is there and try again.' }])
})

test('a codebook of another program is looked at, taken in, and adds nothing twice', async () => {
  const { house, projectId, file, run } = await openCommand()
  const code = '<Code guid="{5215CC69-B628-4E02-AFB9-9BEEAEE55808}" name="Shifts" isCodable="true"/>'
  const path = file('codes.qdc', `<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>${code}</Codes></CodeBook>`)
  expect(JSON.parse(await run(['night-shift', path], true, { 'dry-run': true }))).toMatchObject({ codes: 1, losses: [] })
  expect(JSON.parse(await run(['night-shift', path]))).toMatchObject({ codes: 1, sources: 0 })
  expect(await run(['night-shift', path], false)).toContain('0 new codes')
  expect(await house.read.selectFrom('code').select('label').where('project_id', '=', projectId).where('label', '=', 'Shifts').execute()).toHaveLength(1)
  await expect(run(['night-shift', path, path])).rejects.toMatchObject({ key: 'refusal.refi-one' })
  await expect(run(['night-shift', 'nowhere.qdpx'])).rejects.toMatchObject({ key: 'refusal.import-no-file' })
})

test('a study of our own is opened with its history into a house that has it not, and beside a project in which nothing stands', async () => {
  const { house, projectId, folder, run } = await openCommand()
  const zip = join(folder, 'study.zip')
  const project = await house.read.selectFrom('project').select(['id', 'slug', 'name']).where('id', '=', projectId).executeTakeFirstOrThrow()
  writeFileSync(zip, (await findExporter('project', 'zip')(house.read, { project, filter: '', language: 'en', options: {} })).bytes as Uint8Array)
  const there = await openCommand()
  await perform(there.house.write, { projectId: null, actorId: 1, kind: 'create-project' }, (ledger) =>
    ledger.insert('project', { guid: 'e', slug: 'empty', name: 'Empty', language: 'en', made_at: '2026-01-05T09:00:00.000Z' } as never),
  )
  expect(await there.run(['empty', zip], false, { 'dry-run': true })).toContain('The file holds 1 source and 3 codes. Nothing was kept.')
  expect(await there.run(['empty', zip], false)).toBe(
    'The project is open, with its history.\nIt is called night-shift-2; empty, in which nothing stood, is as it was.\n',
  )
  expect(await run(['night-shift', zip], false)).toContain('did not come along')
})

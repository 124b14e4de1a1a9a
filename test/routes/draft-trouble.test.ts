import { existsSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { returnDrafts } from '../../src/services/imports/draft-folder.ts'
import { listSources } from '../../src/storage/sources.ts'
import type { Pool } from '../../src/workers/pool.ts'
import { bombOf, docxOf, paragraph, zipOf } from '../support/docx.ts'
import { openImports, shareReaders } from '../support/draft.ts'
import { climbing } from '../support/mixed-files.ts'

shareReaders()
const talk = 'I: Hej, hur är det?\nR: Jo, det är bara bra med mig.\nI: Jaha.\nR: Ja, så är det.'

/** Threads over which jobs of a name go wrong, as long as it is wanted. */
function failing(job: string, error: () => Error, wanted: () => boolean) {
  return (pool: Pool): Pool => ({
    ...pool,
    run: (name, input, options) => (name === job && wanted() ? Promise.reject(error()) : pool.run(name, input, options)),
  })
}

test('a full disk is said and remembered, and reading goes on when there is room', async () => {
  for (const job of ['extract', 'understand']) {
    let full = true
    let tries = 0
    const noSpace = () => (tries++, Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
    const { preview, get, post, finish } = await openImports(failing(job, noSpace, () => full))
    const { path, html } = await preview({ 'a.txt': talk, 'b.txt': `${talk} Ja.` })
    expect(html).toContain('The disk is full')
    const before = tries
    expect(await (await get(path)).text()).toContain('The disk is full')
    expect(tries).toBe(before)
    full = false
    expect((await post(`${path}/reading`, {}, {})).status).toBe(303)
    expect(await finish(path)).toContain('Import 2 sources')
  }
})

test('cancelled in the middle, a draft stops its thread at once and leaves nothing', async () => {
  let stopped: unknown
  const slow = (pool: Pool): Pool => ({
    ...pool,
    run: (name, input, options) => {
      if (name !== 'extract') return pool.run(name, input, options)
      return new Promise((_, reject) => {
        options?.signal?.addEventListener('abort', () => {
          stopped = options.signal?.reason
          reject(options.signal?.reason)
        })
      })
    },
  })
  const { drop, get, post, draftsOnDisk, house, projectId } = await openImports(slow)
  const path = (await drop({ 'a.txt': talk })).headers.get('location')!
  expect(await (await get(path)).text()).toContain('being read')
  expect((await post(`${path}/cancellation`, {}, {})).status).toBe(303)
  expect(stopped).toBeInstanceOf(Error)
  await wait(50)
  expect(draftsOnDisk()).toEqual([])
  expect((await get(path)).status).toBe(404)
  expect((await listSources(house.read, projectId)).length).toBe(1)
})

test('a reading that a crash ended goes on where it was', async () => {
  let down = true
  const { preview, finish, folder, post } = await openImports(
    failing(
      'understand',
      () => Object.assign(new Error('gone'), { code: 'ENOSPC' }),
      () => down,
    ),
  )
  const { path } = await preview({ 'a.txt': talk, 'b.txt': talk.replace('bara', 'inte') })
  const draft = join(folder, 'imports', path.split('/').at(-1)!)
  expect(existsSync(join(draft, '0.raw.json'))).toBe(true)
  expect(existsSync(join(draft, '0.verdict.json'))).toBe(false)
  down = false
  await post(`${path}/reading`, {}, {})
  expect(await finish(path)).toContain('Import 2 sources')
  expect(readdirSync(draft).some((name) => name.endsWith('.part'))).toBe(false)
})

test('a zip is its files, with their folders; what is hidden is passed over, and no name leads anywhere', async () => {
  const { preview, folder, confirm, formOf, house, projectId } = await openImports()
  const inner = await zipOf({ 'två.txt': talk.replace('bara', 'mycket') })
  const zip = climbing(
    await zipOf({ 'grupp A/ett.txt': talk, 'UP/UP/undan.txt': talk.replace('bara', 'inte'), '__MACOSX/._ett.txt': 'x', '.DS_Store': 'x', 'inre.zip': inner }),
  )
  const { path, html } = await preview({ 'allt.zip': zip })
  expect(html).toContain('grupp A/ett.txt')
  expect(html).toContain('>undan.txt<')
  expect(html).toContain('inre/två.txt')
  expect(html).not.toContain('MACOSX')
  expect(html).not.toContain('../')
  expect(existsSync(join(folder, '..', 'undan.txt'))).toBe(false)
  expect(html).toContain('Import 3 sources')
  await confirm(path, formOf(html))
  expect((await listSources(house.read, projectId)).map((source) => source.title)).toEqual(['Nurse 01', 'ett', 'två', 'undan'])
})

test('bombs, studies, broken, empty and too deep zips are refused one by one, and the rest is read', async () => {
  const { preview, draftsOnDisk, folder } = await openImports()
  const deep = await zipOf({ 'b.zip': await zipOf({ 'c.zip': await zipOf({ 'd.txt': talk }) }) })
  const { html } = await preview({
    'bomb.zip': bombOf('stor.txt', 400),
    'liar.zip': bombOf('liten.txt', 30, 1024),
    'study.zip': await zipOf({ 'utsaga.json': '{}', 'a.txt': talk }),
    'broken.zip': (await zipOf({ 'a.txt': talk })).subarray(0, 60),
    'empty.zip': await zipOf({ '.hidden': 'x' }),
    'deep.zip': deep,
    'really a document.zip': await docxOf(paragraph('Ett dokument som någon gav ett annat namn.')),
    'a.txt': talk,
  })
  expect(html).toContain('unreasonably large when unpacked')
  expect(html).toContain('damaged or cut short')
  expect(html).toContain('whole Utsaga project')
  expect(html).toContain('no files in the zip')
  expect(html).toContain('in a zip in a zip')
  expect(html).toContain('Import 2 sources')
  const files = readdirSync(join(folder, 'imports', draftsOnDisk()[0]!))
  expect(files.filter((name) => name.endsWith('.zip'))).toEqual([])
})

test('a file that needs more memory or time than there is is refused, and the others are read', async () => {
  const { preview } = await openImports((pool) => ({
    ...pool,
    run: (name, input, options) =>
      pool.run(name, input, name === 'extract' && JSON.stringify(input).includes('slow') ? { ...options, seconds: 0.001 } : options),
  }))
  const { html } = await preview({ 'slow.txt': talk.repeat(2000), 'b.txt': talk })
  expect(html).toContain('seconds and was stopped')
  expect(html).toContain('Import 1 source')
})

test('a draft whose confirming was cut off by a crash comes back, one that another process confirms is left alone', async () => {
  const { preview, get, house } = await openImports()
  const { path } = await preview({ 'a.txt': talk })
  const folder = join(dirname(house.file), 'imports', path.split('/').at(-1)!)
  renameSync(folder, `${folder}.${process.ppid}.taken`)
  await returnDrafts(house)
  expect(existsSync(folder)).toBe(false)
  renameSync(`${folder}.${process.ppid}.taken`, `${folder}.999999999.taken`)
  await returnDrafts(house)
  expect((await get(path)).status).toBe(200)
})

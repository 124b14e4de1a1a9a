import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { check } from '../../src/commands/check.ts'
import type { CommandApart } from '../../src/commands/command.ts'
import { restore } from '../../src/commands/restore.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function study() {
  const { house, folder } = await openTestHouse()
  await seedSmallStudy(house)
  const run = async (command: CommandApart, words: string[], file = house.file, json = false) => {
    let said = ''
    const print = (text: string) => {
      said += text
    }
    await command.apart({ file, folder, say: sayIn('en'), language: 'en', options: {}, words, json, print })
    return said
  }
  return { folder, run }
}

test('backup, check and restore, one after another', async () => {
  const { folder, run } = await study()
  const copy = join(folder, 'copy.sqlite')
  expect(await run(backup, [copy])).toContain('is made and checked')
  expect(await run(check, [])).toMatch(/^All is well: 1 source, 0 codings, 1 act/)
  expect(await run(check, [copy])).toContain('All is well')
  const fresh = join(folder, 'fresh', 'utsaga.sqlite')
  expect(await run(restore, [copy], fresh)).toContain('Nothing was there before')
  expect(JSON.parse(await run(check, [], fresh, true))).toMatchObject({ ok: true, sources: 1, problems: [] })
  expect(await run(restore, [copy], fresh)).toContain('What was there before is kept in')
  expect(readdirSync(join(folder, 'fresh')).filter((name) => name.includes('before-restore'))).toHaveLength(1)
})

test('a backup of a newer version is refused, and what is there stands', async () => {
  const { folder, run } = await study()
  const [good, newer, fresh] = [join(folder, 'good.sqlite'), join(folder, 'newer.sqlite'), join(folder, 'fresh', 'utsaga.sqlite')]
  await run(backup, [good])
  await run(backup, [newer])
  await run(restore, [good], fresh)
  new SQLite(newer).exec("insert into kysely_migration select '20991231T0000_later', timestamp from kysely_migration limit 1").close()
  const before = readdirSync(join(folder, 'fresh'))
  await expect(run(restore, [newer], fresh)).rejects.toMatchObject({ key: 'refusal.newer-database' })
  expect(readdirSync(join(folder, 'fresh'))).toEqual(before)
  expect(await run(check, [], fresh)).toContain('All is well')
})

test('what is wrong is said in words, and ends in a refusal', async () => {
  const { folder, run } = await study()
  const copy = join(folder, 'copy.sqlite')
  await run(backup, [copy])
  new SQLite(copy).exec('update code set label = label || 1').close()
  await expect(run(check, [copy])).rejects.toMatchObject({ key: 'refusal.check-failed' })
  await expect(run(backup, [join(folder, 'again.sqlite')], copy)).rejects.toMatchObject({ key: 'refusal.backed-up-as-is' })
  expect(existsSync(join(folder, 'again.sqlite'))).toBe(true)
  const damaged = join(folder, 'damaged.sqlite')
  writeFileSync(damaged, 'x'.repeat(9000))
  await expect(run(check, [damaged])).rejects.toMatchObject({ key: 'refusal.check-failed' })
  writeFileSync(damaged, '')
  await expect(run(check, [damaged])).rejects.toMatchObject({ key: 'refusal.empty-database' })
  new SQLite(damaged).exec('create table other (id)').close()
  await expect(run(check, [damaged])).rejects.toMatchObject({ key: 'refusal.other-database' })
  await expect(run(check, [join(folder, 'nowhere')])).rejects.toMatchObject({ key: 'refusal.no-database-there' })
  await expect(run(backup, [copy], join(folder, 'nowhere'))).rejects.toMatchObject({ key: 'refusal.no-database-there' })
})

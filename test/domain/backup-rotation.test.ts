import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, backupsToDrop, backupTime, isBackupDue } from '../../src/domain/backup-rotation.ts'

const HOUR = 3_600_000
const moment = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000)

test('a backup’s name says when it was made', () => {
  fc.assert(fc.property(moment, (at) => backupTime(backupName(at)) === at))
  for (const other of ['before-upgrade-from-20261121T0900_create_study.sqlite', 'utsaga.sqlite', 'utsaga-2026-13-41T99-00-00Z.sqlite.part'])
    expect(backupTime(other)).toBeUndefined()
})

test('a year of backups every six hours leaves seven days, four weeks, twelve months; others’ files stand', () => {
  const start = Date.UTC(2026, 0, 1)
  const names = Array.from({ length: 4 * 365 }, (_, at) => backupName(start + at * 6 * HOUR))
  const dropped = new Set(backupsToDrop([...names, 'notes.txt']))
  const left = names.filter((name) => !dropped.has(name))
  expect(dropped.has('notes.txt')).toBe(false)
  expect(left.length).toBeGreaterThanOrEqual(18)
  expect(left.length).toBeLessThanOrEqual(24)
  expect(left).toContain(names.at(-1))
})

test('the two newest always stand, and what is dropped once is dropped again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(moment, { minLength: 1, maxLength: 40 }), (times) => {
      const names = [...times].sort((a, b) => a - b).map(backupName)
      const dropped = new Set(backupsToDrop(names))
      for (const name of names.slice(-2)) expect(dropped.has(name)).toBe(false)
      expect(backupsToDrop(names.filter((name) => !dropped.has(name)))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('it is time when none is there, the newest is old enough, or the clock has gone backwards', () => {
  const at = Date.UTC(2026, 10, 21)
  expect(isBackupDue([], at, 24)).toBe(true)
  expect(isBackupDue([backupName(at)], at + 23 * HOUR, 24)).toBe(false)
  expect(isBackupDue([backupName(at)], at + 24 * HOUR, 24)).toBe(true)
  expect(isBackupDue([backupName(at)], at - 48 * HOUR, 24)).toBe(true)
})

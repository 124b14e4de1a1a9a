import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { perform } from '../../src/storage/ledger.ts'
import { openHouse } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'
import { type BrowserWish, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

const CASES = 140
const CODES = 120
const folder = mkdtempSync(join(tmpdir(), 'utsaga-matrix-'))
let server: Server | undefined
beforeAll(async () => {
  await keepLargeStudy()
  server = await startServer(folder)
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A study of many codes and cases: each case has every seventh code on its one quotation. */
async function keepLargeStudy() {
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  const made_at = '2026-01-05T09:00:00.000Z'
  const guid = () => crypto.randomUUID()
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const project_id = await ledger.insert('project', { guid: guid(), slug: 'large', name: 'Large', language: 'en', made_at })
    const numbers = (n: number) => Array.from({ length: n }, (_, at) => at)
    const codes = await ledger.insertMany(
      'code',
      numbers(CODES).map((at) => ({ guid: guid(), project_id, parent_id: null, label: `Code ${at}`, position: at, color: null, made_at, retired_at: null })),
    )
    const cases = await ledger.insertMany(
      'study_case',
      numbers(CASES).map((position) => ({ guid: guid(), project_id, name: `Case ${position}`, position })),
    )
    for (const at of numbers(CASES)) {
      const own = guid()
      const version_id = await keepVersion(ledger.trx, { sourceGuid: own, number: 1, text: `What case ${at} said of it.`, actId: ledger.actId })
      const head = {
        guid: own,
        project_id,
        title: `Source ${at}`,
        kind: 'interview' as const,
        language: 'en' as const,
        position: at,
        version_id,
        original_id: null,
      }
      const source_id = await ledger.insert('source', { ...head, original_name: null, made_at })
      await ledger.insert('source_case', { source_id, case_id: cases[at]! })
      const quotation_id = await ledger.insert('quotation', { guid: guid(), source_id, start_offset: 0, end_offset: 9 })
      const used = codes.filter((_, nth) => (nth + at) % 7 === 0)
      await ledger.insertMany(
        'coding',
        used.map((code_id) => ({ guid: guid(), quotation_id, code_id, coder_id: 1, made_by: 'person' as const, made_at })),
      )
    }
  })
  await house.close()
}

async function visit(wish: BrowserWish = {}, query = ''): Promise<Page> {
  const { page, faults, close } = await openBrowser({ locale: 'en-GB', ...wish })
  onTestFinished(async () => {
    await close()
    expect(faults, 'faults of the pages').toEqual([])
  })
  await page.goto(`${server!.address}/projects/large/matrix${query}`)
  return page
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-at'))
const patient = { timeout: 10_000 }
const at = (place: string) => `[data-at="${place}"]`

test('a large matrix is drawn by windows: scrolling brings the rest, and nothing shifts', async () => {
  const page = await visit()
  const size = () => page.evaluate(() => [document.querySelector('#matrix-scroll')!.scrollHeight, document.querySelector('#matrix-scroll')!.scrollWidth])
  await page.locator(at('0,0')).waitFor()
  expect(await page.locator('.cell').count()).toBeLessThan(3000)
  const before = await size()
  const grid = page.locator('#matrix-scroll')
  await grid.evaluate((element) => element.scrollTo(2000, 1500))
  await page.locator(at('70,60')).waitFor()
  expect(await grid.evaluate((element) => [element.scrollLeft, element.scrollTop])).toEqual([2000, 1500])
  expect(await size()).toEqual(before)
  expect(await page.locator('.cell').count()).toBeLessThan(3000)
  // A head stands above its own column, and a row beside its own.
  const cell = await page.locator(at('70,60')).evaluate((element) => element.getBoundingClientRect().left)
  const head = await page.locator('th', { hasText: /^Case 60$/ }).evaluate((element) => element.getBoundingClientRect().left)
  expect(Math.abs(cell - head)).toBeLessThan(4)
  expect(
    await page
      .locator('tr', { has: page.locator(at('70,60')) })
      .locator('th')
      .textContent(),
  ).toContain('Code 70')
})

test('keys reach every cell, Enter opens its words, Esc goes back to it, and the address says it', async () => {
  const page = await visit()
  // Nothing is in focus: an arrow comes into the grid.
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(page), patient).toBe('0,0')
  await page.keyboard.press('Control+End')
  await expect.poll(() => focused(page), patient).toBe(`${CODES},${CASES}`)
  for (const [key, place] of [
    ['ArrowUp', `${CODES - 1},${CASES}`],
    ['ArrowLeft', `${CODES - 1},${CASES - 1}`],
    ['Home', `${CODES - 1},0`],
    ['PageUp', `${CODES - 11},0`],
    ['Control+Home', '0,0'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => focused(page), { ...patient, message: key }).toBe(place)
  }
  // Case 7 has code 0, case 1 has not: both can be stood on.
  for (let nth = 0; nth < 7; nth++) await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('0,7')
  await page.keyboard.press('Enter')
  await page.locator('#cell[data-open]').waitFor()
  expect(await page.locator('#cell blockquote').textContent()).toContain('What case')
  expect(new URL(page.url()).searchParams.get('cell')).toMatch(/^\d+\.\d+$/)
  expect(await focused(page)).toBe('0,7')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('#cell[data-open]').count(), patient).toBe(0)
  expect(await focused(page)).toBe('0,7')
  expect(new URL(page.url()).searchParams.get('cell')).toBe(null)
})

test('P pins a row and Shift+P a column; the head of a column sorts by it; what was chosen for both sides is turned', async () => {
  const page = await visit()
  await page.locator(at('3,4')).focus()
  await page.keyboard.press('p')
  await page.waitForURL(/pinrows=\d+/)
  expect(await page.locator('thead tr.pinned th').textContent()).toContain('Code 3')
  await page.locator(at('5,4')).focus()
  await page.keyboard.press('Shift+P')
  await page.waitForURL(/pincolumns=\d+/)
  expect(await page.locator('thead th.pinned').textContent()).toContain('Case 4')
  await page
    .locator('th', { hasText: /^Case 0$/ })
    .locator('a')
    .click()
  await page.waitForURL(/sort=\d+/)
  expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('Case 0')
  await page.locator('#columns').selectOption('codes')
  await page.waitForURL(/rows=cases/)
  expect(await page.locator('#columns').inputValue()).toBe('codes')
})

test('without a script a large matrix is read page by page, and its cells open', async () => {
  const page = await visit({ javaScript: false })
  await page.getByRole('link', { name: 'Next rows' }).click()
  expect(await page.locator(at('40,0')).count()).toBe(1)
  await page.getByRole('link', { name: 'Next columns' }).click()
  expect(await page.locator(at('40,30')).count()).toBe(1)
  await page.locator('a.cell').first().click()
  expect(await page.locator('#cell blockquote').count()).toBe(1)
})

import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()
/** What only ever grows: the history, and texts with the changes that made them. */
const growing = ['act', 'change', 'source_version', 'version_change', 'original', 'sqlite_sequence']

/** Every row of every table that undo gives back. */
function everything(): Record<string, unknown[]> {
  const db = new Database(join(demo.folder, 'utsaga.sqlite'), { readonly: true })
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  const rows = tables.filter((table) => !growing.includes(table)).map((table) => [table, db.prepare(`select * from "${table}" order by 1`).all()] as const)
  db.close()
  return Object.fromEntries(rows)
}

/** A person with a keyboard and nothing else. Every act is waited for by what is said of it. */
function keyboardOf(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const said = page.locator('#toast .toast > span')
  const act = async (keys: string[], says: RegExp) => {
    await page.evaluate(() => document.querySelector('#toast')!.replaceChildren())
    await press(...keys)
    await said.waitFor()
    expect(await said.textContent()).toMatch(says)
  }
  const pick = async (typed: string, ...then: string[]) => {
    await page.evaluate(() => document.querySelector('#toast')!.replaceChildren())
    await press('c')
    await page.locator('#pick:focus').waitFor()
    await page.keyboard.type(typed)
    await press(...then)
    await said.waitFor()
    return (await said.textContent())!
  }
  const openCoding = async (number: number) => {
    await page.locator(`#st-${number} .words:focus`).waitFor()
    await press('Tab', 'Enter')
    await page.locator('#passage .open').waitFor()
  }
  return { press, act, pick, openCoding }
}

test('by keyboard alone: ten passages with five codes, one recoded, one resized, two codes merged, everything undone: the database is as before', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at(''))
  await page.locator('main').waitFor()
  const before = everything()
  const { press, act, pick, openCoding } = keyboardOf(page)

  // Open a source from the study's page, by Tab and Enter.
  const source = page.locator('main a[href$="/sources/6"]').first()
  for (let tabs = 0; tabs < 200 && !(await source.evaluate((link) => link === document.activeElement)); tabs++) await press('Tab')
  await press('Enter')
  await page.locator('#transcript').waitFor()

  await page.waitForLoadState('networkidle')
  await press('j')
  await page.locator('#st-1.in-focus').waitFor()
  await press('j', 'm')
  expect(await pick('lokaler', 'Enter')).toMatch(/^Kodat med 4\.2/) // 1: a sentence, found by its name
  await press('j')
  await act(['.'], /4\.2/) // 2: the paragraph, the same code again
  await press('j', 'w', 'Shift+ArrowRight', 'Shift+ArrowRight')
  expect(await pick('21', 'Enter')).toMatch(/2\.1/) // 3: three words, by the number
  await press('j', 'm')
  expect(await pick('Helt ny tanke', 'Shift+Enter')).toMatch(/Helt ny tanke/) // 4: a new code
  await press('j', 'w', 'Shift+ArrowRight')
  expect(await pick('', 'Alt+Enter')).toMatch(/^Kodat med/) // 5: in vivo
  await press('j', 'm', 'Shift+ArrowDown', 'Shift+ArrowDown')
  expect(await page.evaluate(() => [...(CSS.highlights.get('selected') as unknown as Set<Range>)].length)).toBeGreaterThan(1)
  expect(await pick('ny tanke', 'Enter')).toMatch(/Helt ny tanke/) // 6: across paragraphs
  await press('j', 'ArrowRight', 'Shift+ArrowRight', 'o', 'Shift+ArrowLeft')
  expect(await pick('lokaler', 'Enter')).toMatch(/4\.2/) // 7: widened at its start, into the paragraph before
  await press('j', 'j')
  expect(await pick('31', 'Enter')).toMatch(/3\.1/) // 8
  await press('j', 'm', 'm', 'Shift+m')
  await act(['.'], /3\.1/) // 9
  await press('j', 'w')
  expect(await pick('21', 'Enter')).toMatch(/2\.1/) // 10

  await press('w', 'Escape')
  await openCoding(await numberInFocus(page))
  await act([']'], /Flyttade gränsen/) // resize
  await press('e')
  await page.locator('#picker.recoding #pick:focus').waitFor()
  await press('1')
  await act(['Enter'], /^Bytte till 1 /) // recode

  await press('g', 'b')
  await page.locator('.codebook-page').waitFor()
  await mergeByKeyboard(page, press)
  for (let step = 0; step < 13; step++) {
    await page.evaluate(() => document.querySelector('#toast')!.replaceChildren())
    await press('z')
    await page.locator('#toast .toast > span', { hasText: 'Ångrat' }).waitFor()
    await page.waitForFunction(() => document.readyState === 'complete')
  }
  expect(everything()).toEqual(before)
})

async function numberInFocus(page: Page): Promise<number> {
  return Number((await page.locator('.turn.in-focus').getAttribute('id'))!.slice(3))
}

/** Open the new code in the codebook and merge it into another, by Tab, typing and Enter. */
async function mergeByKeyboard(page: Page, press: (...keys: string[]) => Promise<void>): Promise<void> {
  await tabTo(page, press, (at) => at.closest('#codes') !== null)
  for (let down = 0; down < 60 && !(await page.locator(':focus > .book-row', { hasText: 'Helt ny tanke' }).count()); down++) await press('ArrowDown')
  await press('Enter')
  await page.locator('#code .code-name', { hasText: 'Helt ny tanke' }).waitFor()
  await tabTo(page, press, (at) => at.id === 'merge-into')
  await press('Home', 'ArrowDown', 'Tab', 'Enter')
  await page.locator('#toast .toast > span', { hasText: /Helt ny tanke/ }).waitFor()
}

async function tabTo(page: Page, press: (...keys: string[]) => Promise<void>, is: (at: Element) => boolean): Promise<void> {
  for (let tabs = 0; tabs < 150; tabs++) {
    if (await page.evaluate(`(${is})(document.activeElement)`)) return
    await press('Tab')
  }
  throw new Error(`Not reached by Tab: ${is}`)
}

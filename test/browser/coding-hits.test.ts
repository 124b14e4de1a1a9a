import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('by keyboard alone: search, narrow to 15 hits, sort by context, choose 12 of them, code their sentences, undo', { timeout: 60_000 }, async () => {
  const page = await demo.visit({ locale: 'sv-SE' })
  await goTo(page, demo.at('/search'))
  await page.keyboard.type('hyra')
  await page.locator('#results tr[data-hit]').first().waitFor()
  // Down to the hits, then F to what narrows them: the second value is written into the search, and the focus stays on it.
  await page.locator('#facets a[data-facet]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowDown')
  const counted = await page.locator('#facets a[data-facet]').nth(1).locator('.n').innerText()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('#facets a[data-facet]')[1]?.hasAttribute('aria-current'))
  expect(await page.locator('#q').inputValue()).toBe('match:stem hyra')
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-facet'))).toBe(true)
  const total = await page.locator('#results tr[data-hit]').count()
  expect(`${total}`).toBe(counted)
  expect(total).toBe(15)

  await page.locator('.results-head .choices a').nth(2).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/order=right/)
  const right = await page.locator('#results td.right').allInnerTexts()
  const after = right.map((one) =>
    one
      .replace(/^\S+/, '')
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim()
      .toLowerCase(),
  )
  expect(after).toEqual([...after].sort(new Intl.Collator('sv', { sensitivity: 'base' }).compare))

  const before = await page.locator('#results td.coded .key').count()
  // The first hit, then all to the last, then three of them not.
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  for (let nth = 1; nth < total; nth++) await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  for (let nth = 0; nth < 3; nth++) {
    await page.keyboard.press('x')
    await page.keyboard.press('k')
  }
  expect(await page.locator('#results input[name=hit]:checked').count()).toBe(12)
  expect(await page.locator('#picked-hits').innerText()).toBe('12 träffar valda')

  await page.keyboard.press('c')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('codeId')
  // No code is chosen until one is: a part of its name, and Enter.
  expect(await page.locator('#hits-code').inputValue()).toBe('')
  await page.keyboard.type('inflyttning')
  await page.keyboard.press('Enter')
  await page.locator('#hits-plan form').waitFor()
  const planned = await page.locator('#hits-plan .planned li q').allInnerTexts()
  expect(planned.length).toBe(12)
  for (const words of planned) expect(words).toMatch(/hyr/i)
  expect(await page.locator('#hits-plan').innerText()).toMatch(/1[2-9] meningar i/)
  await page.keyboard.press('Enter')
  await page.locator('#toast').getByText('Kodade').waitFor()
  expect(await page.locator('#hits-plan form').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.closest('#results tr[data-hit]') !== null && document.activeElement !== document.body)).toBe(true)
  expect(await page.locator('#results td.coded .key').count()).toBe(before + 12)
  expect(await page.locator('#results input[name=hit]:checked').count()).toBe(0)
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/coded.png` })
  await page.keyboard.press('z')
  await page.waitForFunction((keys) => document.querySelectorAll('#results td.coded .key').length === keys, before)
})

test('what is ticked is kept by what it stands for, however the search goes on', { timeout: 60_000 }, async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/search?q=lokaler'))
  const box = page.locator('#results input[name=hit]').nth(2)
  const value = await box.getAttribute('value')
  await box.check()
  await page.locator('#q').fill('lokaler OR huset')
  await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('data-address')?.includes('huset'))
  expect(await page.locator('#results input[name=hit]:checked').evaluateAll((boxes) => boxes.map((one) => one.getAttribute('value')))).toEqual([value])
  // It is named as it is kept: its words are proposed, and the first key writes over them.
  await page.locator('button[popovertarget=save-search]').first().click()
  await page.locator('#save-search-name:focus').waitFor()
  expect(await page.locator('#save-search-name').inputValue()).toBe('lokaler OR huset')
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/save.png` })
  await page.keyboard.type('Rooms')
  await page.keyboard.press('Enter')
  await page.locator('#saved-searches a', { hasText: /^Rooms$/ }).waitFor()
  await page.locator('#save-search:not(:popover-open)').waitFor({ state: 'attached' })
  await page.locator('#q').fill('zzz')
  await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('data-address')?.includes('zzz'))
  expect(await page.locator('.action-bar').count()).toBe(0)
})

test('a value pressed before its counts are of the search that is written narrows that search', { timeout: 60_000 }, async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/search?q=lokaler OR flyttat'))
  await page.locator('#facets a[data-facet]').nth(1).waitFor()
  await page.evaluate(() => {
    const query = document.querySelector<HTMLInputElement>('#q')!
    const value = document.querySelectorAll<HTMLAnchorElement>('#facets a[data-facet]')[1]!
    query.value = 'lokaler OR flyttat OR hyra'
    query.dispatchEvent(new Event('input', { bubbles: true }))
    value.click()
  })
  await page.waitForFunction(() => document.querySelector('#results')?.getAttribute('data-address')?.includes('match'))
  expect(await page.locator('#q').inputValue()).toBe('match:stem (lokaler OR flyttat OR hyra)')
})

import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from './demo.ts'
import { serveDense } from './dense.ts'

const dense = serveDense()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const selected = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('selected') ?? [])].map((range) => `${range}`).join('\n'))

test('what a finger selects is coded from the bar at the bottom, though the tap lets go of it', async () => {
  const page = await dense.visit(phone)
  await goTo(page, dense.at('/sources/3'))
  await page.locator('#st-6 .words').tap()
  await selectAsFingerDoes(page, 6, 3, 18)
  expect(await selected(page)).toHaveLength(15)
  await selectAsFingerDoes(page, 6, 3, 40)
  const words = await selected(page)
  expect(words, 'a handle was dragged on').toHaveLength(37)
  await letGoOnTouch(page)
  await press(page, (await page.locator('.phone-bar [data-does=pick]').boundingBox())!)
  await page.locator('#picker').waitFor({ state: 'visible' })
  expect(await selected(page), 'with the sheet open').toBe(words)
  const last = await page.evaluate(() => ([...(CSS.highlights.get('selected') ?? [])].at(-1) as Range).getBoundingClientRect().bottom)
  const sheet = (await page.locator('#picker').boundingBox())!
  expect(last, 'the words are in sight above the sheet').toBeLessThan(sheet.y)
  expect([sheet.x, sheet.width, Math.round(sheet.y + sheet.height)]).toEqual([0, 390, 844])
  expect(await page.evaluate(() => document.activeElement?.matches('input')), 'no keyboard over the codes').toBe(false)
  const before = await page.locator('#st-6 .coding').count()
  await page.locator('#picker .option').nth(3).tap()
  await expect.poll(() => page.locator('#st-6 .coding').count()).toBe(before + 1)
  expect(await page.locator('#picker').isVisible()).toBe(false)
  const fresh = await page.locator('#st-6 .coding').evaluateAll((all) => Math.max(...all.map((one) => Number(one.getAttribute('data-coding')))))
  const marked = await page.locator(`#st-6 [data-codings~="${fresh}"]`).allTextContents()
  expect(marked.join('')).toBe(words.trim())
})

test('every target of a phone is 44 px, and an edge is moved by a finger', async () => {
  const page = await dense.visit(phone)
  await goTo(page, dense.at('/sources/1'))
  await page.locator('#st-4 .words').tap()
  await page.locator('.phone-bar [data-does=passage]').tap()
  await page.locator('#passage .coding-list a').first().tap()
  await page.locator('#passage li.open').waitFor()
  const handle = page.locator('.edge-handle.end')
  const box = (await handle.boundingBox())!
  expect([box.width >= 44, box.height >= 44]).toEqual([true, true])
  const before = Number(await page.locator('#passage [data-act=edges]').getAttribute('data-end'))
  await page.locator('.phone-bar [data-does=passage]').tap()
  const from = { x: box.x + 22, y: box.y + 30 }
  const touch = await page.context().newCDPSession(page)
  await drag(touch, from, { x: from.x - 90, y: from.y })
  await expect.poll(async () => Number(await page.locator('#passage [data-act=edges]').getAttribute('data-end'))).toBeLessThan(before)
  await page.locator('#toast button').tap()
  await expect.poll(async () => page.locator('#st-4 .coding').count()).toBe(4)
  const small = await page.locator('.phone-bar > *, .seeing-button').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length)
  expect(small).toBe(0)
})

test('the menu is a sheet on a phone, with the codings that are shown', async () => {
  const page = await dense.visit(phone)
  await goTo(page, dense.at('/sources/1'))
  await page.locator('.seeing-button').tap()
  await page.locator('#seeing').getByRole('link', { name: 'Inga', exact: true }).tap()
  await expect.poll(() => page.locator('mark.run').count()).toBe(0)
  await page.locator('#seeing label', { hasText: 'störst' }).tap()
  expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('larger')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

/** What the browser does after a long press and while its handles are dragged: it sets its own selection, which the page is told of. */
async function selectAsFingerDoes(page: Page, number: number, from: number, to: number): Promise<void> {
  await page.locator(`#st-${number} .words`).evaluate(
    (words, [start, end]) => {
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
      const at: [Node, number][] = []
      for (let node = walker.nextNode(), passed = 0; node; passed += node.textContent!.length, node = walker.nextNode())
        for (const offset of [start!, end!]) if (offset >= passed && offset < passed + node.textContent!.length) at.push([node, offset - passed])
      getSelection()!.setBaseAndExtent(...at[0]!, ...at[1]!)
    },
    [from, to],
  )
  await page.waitForTimeout(100)
}

/** A finger on anything else makes the browser let go of what is selected, before the click. */
function letGoOnTouch(page: Page): Promise<void> {
  return page.evaluate(() => addEventListener('pointerdown', () => getSelection()!.collapseToStart(), { capture: true, once: true }))
}

/** A finger that stays for a while, as fingers do. */
async function press(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] })
  await page.waitForTimeout(120)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function drag(touch: CDPSession, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 6; step++)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x + ((to.x - from.x) * step) / 6, y: to.y }] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

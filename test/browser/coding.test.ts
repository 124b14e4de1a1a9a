import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()
const codingsIn = (page: Page, number: number) => page.locator(`#st-${number} .margin .coding`).count()
const runsIn = (page: Page, number: number) => page.locator(`#st-${number} .words mark.run`).count()

test('a passage is coded by mouse, undone and redone, and the page does not move', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1'))
  const number = await uncodedParagraph(page)
  await page.locator(`#st-${number}`).evaluate((turn) => turn.scrollIntoView({ block: 'center' }))
  await dragOver(page, number)
  const scrolled = await page.evaluate(() => document.querySelector('.reading-scroll')!.scrollTop + scrollY)
  await page.keyboard.press('c')
  await page.locator('#picker').waitFor({ state: 'visible' })
  await page.locator('#picker .option').nth(2).click()
  if (await page.locator('#picker').isVisible()) await page.keyboard.press('Enter')
  await page.locator(`#st-${number} .margin .coding`).waitFor()
  expect(await codingsIn(page, number)).toBe(1)
  expect(await runsIn(page, number)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.querySelector('.reading-scroll')!.scrollTop + scrollY)).toBe(scrolled)
  await undoAndRedo(page, number)
})

test('a passage is coded by keyboard alone, undone and redone', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/3'))
  const number = await uncodedParagraph(page)
  await page.locator('body').press('Home')
  for (let tries = 0; tries < 200 && (await page.locator(`#st-${number}.in-focus`).count()) === 0; tries++) await page.keyboard.press('j')
  await page.keyboard.press('4')
  await page.locator('#picker').waitFor({ state: 'visible' })
  await page.locator('#toast.aside').waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await page.locator(`#st-${number} .margin .coding`).waitFor()
  expect(await page.locator(`#st-${number}.in-focus`).count(), 'the focus stays').toBe(1)
  // What was said last has its place again, and what floats at the foot makes room for it.
  await page.locator('#toast:not(.aside) .toast').waitFor()
  await page.locator('#together.over-toast').waitFor({ state: 'attached' })
  await undoAndRedo(page, number)
})

test('a question is not coded with the answer in its paragraph, unless somebody selects it', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1'))
  const turn = page.locator('.turn[data-own]').first()
  await turn.locator('.words').click()
  await page.keyboard.press('c')
  await page.locator('#picker').waitFor({ state: 'visible' })
  const form = page.locator('#coding-form')
  expect(`${await form.locator('[name=start]').inputValue()}-${await form.locator('[name=end]').inputValue()}`).toBe(await turn.getAttribute('data-own'))
  await page.keyboard.press('Escape')
})

test('moving on leaves the selection behind, a bar is recoded and removed by its key, and undo keeps the passage in focus', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/4'))
  for (const key of ['j', 'w', 'j', '1']) await page.keyboard.press(key)
  await page.locator('#picker').waitFor({ state: 'visible' })
  await page.keyboard.press('Enter')
  await page.locator('#st-2 .margin .coding').waitFor()
  expect(await codingsIn(page, 1), 'the words selected before').toBe(0)
  await page.locator('#st-2 .bar-name').focus()
  await page.keyboard.press('e')
  await page.locator('#picker.recoding #pick:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#st-3 .words').focus()
  await page.locator('#passage li.open').waitFor({ state: 'detached' })
  await page.locator('#st-2 .bar-name').focus()
  await page.keyboard.press('Delete')
  await page.locator('#st-2 .bar-name').waitFor({ state: 'detached' })
  for (const key of ['j', 'j', 'j', 'k', 'z']) await page.keyboard.press(key)
  await page.locator('#st-2 .margin .coding').waitFor()
  expect(await page.locator('#passage h2').textContent()).toMatch(/4$/)
  expect(await page.locator('#toast').textContent()).toMatch(/Ångrat: Du tog bort .*Inflyttning och tillväxt/)
})

test('a passage is coded without JavaScript', async () => {
  const page = await demo.visit({ javaScript: false })
  await goTo(page, demo.at('/sources/5'))
  const number = await uncodedParagraph(page)
  await page.locator(`#st-${number} a.at`).click()
  await page.locator('main select[name=codeId], main input[name=codeId]').first().waitFor()
  const select = page.locator('main select[name=codeId]').first()
  if (await select.count()) await select.selectOption({ index: 1 })
  else await page.locator('main input[name=codeId]').first().check()
  await page.locator('main form[action$="/codings"] button[type=submit]').first().click()
  await page.waitForURL(/\/sources\/5(\?|#|$)/)
  expect(await codingsIn(page, number)).toBe(1)
})

/** A paragraph of an informant that nobody has coded, far enough down to scroll to. */
async function uncodedParagraph(page: Page): Promise<number> {
  const id = await page.locator('.turn:not(.asks):not(:has(.coding))').evaluateAll((turns) => (turns[1] ?? turns[0])!.id)
  return Number(id.slice(3))
}

/** Select some words of a paragraph as one does with a mouse. */
async function dragOver(page: Page, number: number): Promise<void> {
  const words = page.locator(`#st-${number} .words`)
  await words.scrollIntoViewIfNeeded()
  const box = (await words.boundingBox())!
  await page.mouse.move(box.x + 4, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 12, { steps: 6 })
  await page.mouse.up()
}

async function undoAndRedo(page: Page, number: number): Promise<void> {
  await page.locator('#toast form button').click()
  await page.waitForFunction((n) => document.querySelectorAll(`#st-${n} .margin .coding`).length === 0, number)
  await page.locator('#toast form button').click()
  await page.waitForFunction((n) => document.querySelectorAll(`#st-${n} .margin .coding`).length === 1, number)
  expect(await runsIn(page, number)).toBeGreaterThan(0)
}

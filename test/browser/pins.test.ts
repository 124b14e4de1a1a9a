import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('pinned codes stand in a strip: a press codes the selection, Alt and arrows move one, Delete takes it out; the text does not move', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/2?focus=5'))
  await page.locator('#st-5.in-focus .words:focus').waitFor()
  const place = () => page.locator('#st-5 .words').evaluate((words) => words.getBoundingClientRect().top)
  const order = () => page.locator('#pins .pin').evaluateAll((pins) => pins.map((pin) => pin.textContent))
  const before = await place()
  for (const [at, row] of [2, 5, 9].entries()) {
    await page.locator('.codebook a[data-code]').nth(row).focus()
    await page.keyboard.press('p')
    await page.locator(`#pins .pin >> nth=${at}`).waitFor()
  }
  const [first, second, third] = (await order()) as [string, string, string]
  await page.locator('#pins .pin').nth(1).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(order, { timeout: 5000 }).toEqual([second, first, third])
  expect(await page.locator('#pins .pin:focus').textContent(), 'the focus stays on the code that was moved').toBe(second)
  await page.keyboard.press('Delete')
  await expect.poll(order, { timeout: 5000 }).toEqual([first, third])
  expect(await page.locator('#pins .pin:focus').textContent(), 'the focus goes to the one beside').toBe(first)
  expect(await place()).toBe(before)

  await page.locator('#st-5 .words').focus()
  await page.keyboard.press('m')
  await page.locator('#pins .pin').last().click()
  await page.locator('#toast .toast > span', { hasText: `Kodat med ${third}` }).waitFor()
  expect(await page.locator('#st-5 .words mark.run').first().textContent()).toMatch(/[.?!]$/)

  await goTo(page, demo.at('/codebook?code=3'))
  await page.locator('#code-pin button').first().click()
  await page.locator('#code-pin form[action$="/pins"]').waitFor()
})

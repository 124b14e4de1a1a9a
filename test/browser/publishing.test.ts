import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('by keyboard: a quotation is shortened where it is read, and copied with its reference', async () => {
  const page = await demo.visit()
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (words: string) => document.documentElement.setAttribute('data-copied', words) },
    })
  })
  await goTo(page, demo.at('/quotations'))
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  const field = page.locator('.publish-quotation textarea[name=written]')
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  const words = await field.inputValue()
  await field.fill(`${words.split(' ').slice(0, 3).join(' ')} …`)
  await page.locator('.publish-quotation button[type=submit]').first().click()
  await page.locator('#toast .toast').waitFor()
  await page.keyboard.press('c')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['copied'] ?? '')).toContain(`${words.split(' ').slice(0, 3).join(' ')} …`)
})

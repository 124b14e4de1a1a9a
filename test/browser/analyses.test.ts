import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('with the keyboard alone: from a number to its passages, to the next number, and back where one was', async () => {
  const page = await demo.visit({ locale: 'en-GB' })
  await goTo(page, demo.at('/co-occurrence?relation=paragraph'))
  const first = page.locator('a[data-cell]').first()
  await first.focus()
  const before = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])
  await page.keyboard.press('ArrowRight')
  const cell = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])
  expect(cell).not.toBe(before)
  const n = Number(await page.locator(`a[data-cell="${cell}"]`).textContent())
  await page.keyboard.press('Enter')
  await page.locator('#cell[data-open]').waitFor()
  expect(await page.locator('#cell figure').count()).toBe(n)
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])).toBe(cell)
  await page.keyboard.press('Escape')
  await page.locator('#cell:not([data-open])').waitFor()
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])).toBe(cell)
})

test('without a script: the same passages, a third code by the form, and a chain of bases', async () => {
  const page = await demo.visit({ locale: 'en-GB', javaScript: false })
  await goTo(page, demo.at('/co-occurrence?relation=near'))
  await page.locator('a[data-cell]').first().click()
  await page.locator('#cell .foot a').click()
  const two = Number(/\d+/.exec((await page.locator('.section h2').first().textContent())!)![0])
  await page.locator('select[name="code"]').nth(2).selectOption({ index: 8 })
  await page.locator('.analysis-form button').click()
  expect(await page.locator('.marked-codes .key').count()).toBe(3)
  expect(Number(/\d+/.exec((await page.locator('.section h2').first().textContent())!)![0])).toBeLessThanOrEqual(two)
  await goTo(page, demo.at('/bases'))
  await page.locator('#add').selectOption({ index: 1 })
  await page.locator('.next-base button').click()
  await page.locator('.value-table td:last-child a').nth(1).click()
  expect(await page.locator('.chain tbody tr').count()).toBe(3)
  await page.locator('.chain tbody tr').nth(1).locator('td a').last().click()
  expect(await page.locator('.chain tbody tr').count()).toBe(2)
})

test('nothing of the analyses is wider than a telephone, and what is drawn there can be read', async () => {
  const page = await demo.visit({ viewport: { width: 390, height: 800 } })
  for (const path of ['/analysis', '/co-occurrence', '/saturation', '/coverage', '/comparison?by=region', '/bases?chain=region%3A*', '/quantifiers']) {
    await goTo(page, demo.at(path))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
    const small = await page.evaluate(
      () => [...document.querySelectorAll('svg.drawing text')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 10).length,
    )
    expect(small, path).toBe(0)
  }
})

import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('by keyboard alone in three steps: a theme, what speaks against it, its place in the source; and back where one was', async () => {
  const page = await demo.visit({ locale: 'en-GB', viewport: { width: 1100, height: 420 } })
  await goTo(page, demo.at('/supervisor'))
  for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
  const theme = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['theme'])
  await page.keyboard.press('Enter')
  await page.locator(`#against[data-theme-shown="${theme}"]`).waitFor()
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['theme']), 'focus stays on the theme').toBe(theme)
  expect(await page.locator('tr[aria-current] a[data-theme]').getAttribute('data-theme')).toBe(theme)

  await page.keyboard.press('ArrowRight')
  const cite = await page.evaluate(() => ({
    href: (document.activeElement as HTMLAnchorElement).href,
    side: document.activeElement?.closest<HTMLElement>('[data-side]')?.dataset['side'],
    words: document.activeElement?.closest('figure')?.querySelector('blockquote')?.textContent,
  }))
  expect(cite.side).toBe('no')
  // What the demo's coders picked as what Stenlida or Vinterå says against it.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Kvarnlunda|Stenlida|Sandelunda|Grenmora|Vinterå|Björkvalde/)
  const scroll = await page.evaluate(() => scrollY)

  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sources\/\d+\?at=/)
  await page.locator('.turn.in-focus').waitFor()
  const text = await page.locator('#passage-text, .reading').first().textContent()
  expect(text).toContain(cite.words!.slice(0, 30))

  // Alt and the left arrow, which Chromium without a window does not know.
  await page.goBack()
  await page.waitForURL(/\/supervisor/)
  await page.waitForFunction((href) => (document.activeElement as HTMLAnchorElement | null)?.href === href, cite.href)
  expect(await page.locator('#against').getAttribute('data-theme-shown')).toBe(theme)
  expect(Math.abs((await page.evaluate(() => scrollY)) - scroll)).toBeLessThan(3)
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['theme'])).toBe(theme)
})

test('without a script: the theme by its link, a question on a quotation, and it stands among the open ones', async () => {
  const page = await demo.visit({ locale: 'en-GB', javaScript: false })
  await goTo(page, demo.at('/supervisor'))
  await page.locator('a[data-theme]').nth(1).click()
  const shown = await page.locator('#against').getAttribute('data-theme-shown')
  expect(shown).toBe(await page.locator('a[data-theme]').nth(1).getAttribute('data-theme'))
  const ask = page.locator('[data-side="no"] details.ask').first()
  await ask.locator('summary').first().click()
  await ask.locator('textarea').fill('Is this really against?')
  await ask.locator('form button').click()
  expect(await page.locator('.open-questions li').first().textContent()).toContain('Is this really against?')
})

test('a telephone reads it without a sideways scroll, and on paper the numbers keep their words', async () => {
  const page = await demo.visit({ viewport: { width: 390, height: 800 } })
  await goTo(page, demo.at('/supervisor'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.themes-overview').isVisible()).toBe(true)
  expect(await page.locator('nav.places').isVisible()).toBe(false)
})

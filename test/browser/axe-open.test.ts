import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'
import { OF_COLOUR, violations } from './run-axe.ts'

const demo = serveDemo()
const CODED = 7

/** What opens on the page of a source, and how. */
const opens: Record<string, (page: Page) => Promise<unknown>> = {
  'a selection, with pinned codes': async (page) => {
    await page.keyboard.press('m')
    await page.keyboard.press('c')
    await page.locator('#pick:focus').waitFor()
    if ((await page.locator('#pins .pin').count()) === 0) await page.keyboard.press('Alt+KeyP')
    await page.locator('#pins .pin').first().waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
  },
  'the picker with a suggestion, several chosen and a memo': async (page) => {
    await page.locator('#suggestions li').first().waitFor({ state: 'attached' })
    await page.keyboard.press('c')
    await page.locator('#pick:focus').waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.locator('#pick-memo:focus').waitFor()
  },
  'the picker with nothing found': async (page) => {
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('qqqq')
    await page.locator('.picker-none').waitFor()
  },
  'an open coding with its memo field and more acts': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    if (await page.locator('.phone-bar').isVisible()) await page.locator('.phone-bar [data-does=passage]').click()
    await page.locator('#passage .coding-list a').first().click()
    await page.locator('#passage .open').waitFor({ state: 'attached' })
    await page.locator('#passage .open details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
  },
  'a toast': async (page) => {
    await page.locator('#passage .open [data-act=edges] button').last().click()
    await page.locator('#toast .toast').waitFor()
  },
  'a paragraph being corrected': async (page) => {
    await page.locator(`#st-${CODED} .words`).focus()
    await page.keyboard.press('r')
    await page.locator('#text-editor textarea').waitFor()
  },
  'all keys': async (page) => {
    await page.keyboard.press('Escape')
    await page.locator(`#st-${CODED} .words`).focus()
    await page.keyboard.press('?')
    await page.locator('#keys[open]').waitFor()
  },
  'the menu': async (page) => {
    await page.keyboard.press('Escape')
    const menu = page.locator('.button.menu')
    if (await menu.isVisible()) await menu.click()
  },
  'a refusal': async (page) => {
    await page.evaluate(() => {
      const form = document.getElementById('repeat-form') as HTMLFormElement
      for (const name of ['codeId', 'start', 'end']) (form.elements.namedItem(name) as HTMLInputElement).value = '0'
      form.requestSubmit()
    })
    await page.locator('#notices .notice[role=alert]').waitFor()
  },
}

for (const width of [1440, 390])
  test(`axe finds nothing serious in what opens on a source, light and dark, ${width} px`, async () => {
    const page = await demo.visit({ viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: 'reduce' })
    await goTo(page, demo.at(`/sources/1?focus=${CODED}`))
    await page.locator(`#st-${CODED}.in-focus .words:focus`).waitFor()
    const wrong: string[] = []
    for (const [name, open] of Object.entries(opens)) {
      await open(page).catch((error) => {
        throw new Error(`${name}: ${error.message}`)
      })
      wrong.push(...(await violations(page)).map((one) => `${name}: ${one}`))
      await page.emulateMedia({ colorScheme: 'dark' })
      wrong.push(...(await violations(page, OF_COLOUR)).map((one) => `${name}, dark: ${one}`))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    expect(wrong).toEqual([])
  }, 120_000)

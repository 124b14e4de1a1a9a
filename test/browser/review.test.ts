import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

/** Somebody in a browser of their own, as the coder of that number in the settings. */
async function sit(coder: number): Promise<Page> {
  const page = await demo.visit()
  await goTo(page, `${demo.address}/settings`)
  await page.locator('#coder').selectOption({ index: coder })
  await page.locator('input[name=only]').check()
  await page.locator('form[action="/settings/coder"] button').click()
  await page.locator('#toast .toast').waitFor()
  return page
}

/** Press Tab until the focus is on something, as one does who has no mouse. */
async function tabTo(page: Page, selector: string, text = ''): Promise<void> {
  for (let press = 0; press < 250; press++) {
    const there = await page.evaluate(
      ([wanted, says]) => document.activeElement?.matches(wanted!) === true && (document.activeElement.textContent ?? '').includes(says!),
      [selector, text],
    )
    if (there) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector} ${text}`)
}

async function enter(page: Page, selector: string, text = ''): Promise<void> {
  await tabTo(page, selector, text)
  await page.keyboard.press('Enter')
}

test('a supervisor questions a coding, the coder answers and recodes, the supervisor signs off: by keyboard, and each arrives where the other is', async () => {
  const [eva, anna] = await Promise.all([sit(2), sit(1)])
  await goTo(anna, demo.at('/sources/2'))
  for (const key of ['j', '5', 'Enter']) await anna.keyboard.press(key)
  await anna.locator('#st-1 .margin .coding .by', { hasText: 'AL' }).waitFor()
  const id = await anna.locator('#st-1 .margin .coding', { hasText: 'AL' }).first().getAttribute('data-coding')
  await goTo(eva, demo.at(`/codings/${id}`))
  // The supervisor asks.
  await enter(eva, `a.discuss[href$="/discussion/coding/${id}"]`)
  await eva.locator('#new-thread').waitFor()
  await tabTo(eva, '#new-thread')
  await eva.keyboard.type('Is this about collaboration?')
  await enter(eva, 'form[action$="/threads"] button')
  await eva.locator('.thread').waitFor()
  // It comes to the coder, who stands in the text, and who answers and recodes.
  await anna.locator(`#passage a.discuss[href$="/discussion/coding/${id}"] .needs-you`).waitFor()
  await tabTo(anna, `#st-1 [data-coding="${id}"] .bar-name`)
  await anna.keyboard.press('d')
  await anna.locator('.thread').waitFor()
  await tabTo(anna, '.thread textarea')
  await anna.keyboard.type('No. I change it.')
  await enter(anna, '.thread button', 'Svara')
  await eva.locator('.comment', { hasText: 'No. I change it.' }).waitFor()
  await enter(anna, 'main a', 'Till kodningen')
  await anna.locator('#st-1').waitFor()
  await tabTo(anna, `#st-1 [data-coding="${id}"] .bar-name`)
  await anna.keyboard.press('e')
  await anna.locator('#picker').waitFor({ state: 'visible' })
  await anna.keyboard.type('bost')
  await anna.keyboard.press('Enter')
  await anna.locator(`#st-1 [data-coding="${id}"]`, { hasText: /bost/i }).waitFor()
  // The supervisor settles, sees what changed and signs off; that arrives in the coder's inbox.
  await enter(eva, '.thread button', 'Avsluta')
  await eva.locator('.thread', { hasText: 'avslutade' }).waitFor()
  await goTo(anna, demo.at('/discussion'))
  await enter(eva, 'main a', 'Granskning')
  await eva.locator('.approvals').first().waitFor()
  await enter(eva, '.approvals button', 'Godkänn')
  await eva.locator('.approvals', { hasText: 'Godkänd av' }).waitFor()
  await anna.locator('.approvals', { hasText: 'Godkänd av' }).waitFor()
}, 60_000)

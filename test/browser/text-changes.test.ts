import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

test('a paragraph is corrected in its place by keyboard alone, later codings follow, and it is undone', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1'))
  const quoted = () => page.locator('.turn:not(#st-2) mark.run').allTextContents()
  const before = await quoted()
  const words = (await page.locator('#st-2 .words').textContent())!
  for (const key of ['j', 'j', 'r']) await page.keyboard.press(key)
  await page.locator('#text-editor textarea:focus').waitFor()
  expect(await page.locator('#text-editor textarea').inputValue()).toBe(words)
  await page.keyboard.press('Escape')
  expect(await page.locator('#text-editor textarea').count()).toBe(0)
  expect(await page.locator('#st-2.in-focus .words:focus').count(), 'the focus comes back').toBe(1)
  await page.keyboard.press('r')
  await page.locator('#text-editor textarea:focus').waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Så var det.')
  await page.keyboard.press('Control+Enter')
  await page.waitForFunction((text) => document.querySelector('#st-2 .words')?.textContent === text, `${words} Så var det.`)
  await page.locator('#text-editor textarea').waitFor({ state: 'detached' })
  expect(await quoted()).toEqual(before)
  const [start, version] = await page.evaluate(() => [
    (document.querySelector('#st-3') as HTMLElement).dataset['start'],
    (document.querySelector('#coding-form input[name=version]') as HTMLInputElement).value,
  ])
  await page.reload()
  await page.locator('#st-3').waitFor()
  expect(await page.evaluate(() => (document.querySelector('#st-3') as HTMLElement).dataset['start']), 'moved as the server has it').toBe(start)
  expect(await page.evaluate(() => (document.querySelector('#coding-form input[name=version]') as HTMLInputElement).value)).toBe(version)
  expect(await quoted()).toEqual(before)
  await page.locator('body').press('z')
  await page.waitForFunction((text) => document.querySelector('#st-2 .words')?.textContent === text, words)
})

test('what waits is settled by keyboard', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/2'))
  const turn = page.locator('.turn:has(mark.run)').first()
  const id = (await turn.getAttribute('id'))!
  const mark = (await turn.locator('mark.run').first().textContent())!
  const words = (await turn.locator('.words').textContent())!
  await turn.locator('.words').click()
  await page.keyboard.press('r')
  await page.locator('#text-editor textarea:focus').waitFor()
  const first = mark.trim().split(' ').slice(0, 2).join(' ')
  await page.locator('#text-editor textarea').fill(words.replace(first, 'Helt andra ord som'))
  await page.keyboard.press('Control+Enter')
  await page.locator('a.needs-you').waitFor()
  expect(await page.locator(`#${id} .words`).textContent()).toContain('Helt andra ord som')
  await page.locator('a.needs-you').click()
  await page.locator('.review:focus').first().waitFor()
  const waiting = await page.locator('.review').count()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => document.querySelectorAll('.review').length === n, waiting - 1)
})

test('a paragraph is corrected, and a version restored, without JavaScript', async () => {
  const page = await demo.visit({ javaScript: false })
  await goTo(page, demo.at('/sources/5'))
  await page.locator('#st-2 a.at').click()
  await page.locator('main a[href$="/paragraphs/2/text"]').first().click()
  await page.locator('textarea[name=text]').fill('Något helt annat.')
  await page.locator('form.text-editor button[type=submit]').click()
  await page.waitForURL(/\/sources\/5#st-2/)
  expect(await page.locator('#st-2 .words').textContent()).toBe('Något helt annat.')
  await goTo(page, demo.at('/sources/5/versions'))
  await page.locator('form[action$="/versions/1/restoration"] button').click()
  await page.waitForURL(/versions$/)
  await goTo(page, demo.at('/sources/5'))
  expect(await page.locator('#st-2 .words').textContent()).not.toBe('Något helt annat.')
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()
const answers = demo.at

/** To the answers of the nth case, at a question. */
async function open(page: Page, caseId: number, question: number): Promise<void> {
  await goTo(page, answers(`/answers/${caseId}?question=${question}`))
}
/** The words of the chosen answer's first part, as they stand in the text. */
const chosen = (page: Page) =>
  page
    .locator('#answer-text .chosen[data-part="1"]')
    .allInnerTexts()
    .then((runs) => runs.join('\n'))
const changed = (page: Page, was: string) =>
  page.waitForFunction(
    (before) => [...document.querySelectorAll<HTMLElement>('#answer-text .chosen[data-part="1"]')].map((one) => one.innerText).join('\n') !== before,
    was,
  )
const partOf = (page: Page) => page.locator('.answer-part .said').first().innerText()

test('an answer is corrected by keyboard alone, undone and redone', async () => {
  const page = await demo.visit()
  await open(page, 1, 3)
  const before = await chosen(page)
  const words = before.split(/\s+/)
  for (const _ of [1, 2]) await page.keyboard.press('[')
  await page.locator('#toast .toast').waitFor()
  await changed(page, before)
  expect((await chosen(page)).split(/\s+/)).toEqual(words.slice(0, -2))
  const shorter = await chosen(page)
  await page.keyboard.press('Shift+}')
  await changed(page, shorter)
  expect((await chosen(page)).split(/\s+/)).toEqual(words.slice(1, -2))
  for (let left = 2; left > 0; left--) {
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('z')
    await loaded
  }
  expect(await chosen(page)).toBe(before)
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Shift+Z')
  await loaded
  expect((await chosen(page)).split(/\s+/)).toEqual(words.slice(0, -2))
})

test('states are said by keys, questions are walked by J and K', async () => {
  const page = await demo.visit()
  await open(page, 2, 1)
  const state = page.locator('#answer header .state')
  expect(await state.innerText()).toBe('besvarad')
  await page.keyboard.press('u')
  await page.locator('#answer header .state', { hasText: 'obesvarad' }).waitFor()
  expect(await page.locator('#answer-text .chosen').count()).toBe(0)
  await page.keyboard.press('n')
  await page.locator('#answer header .state', { hasText: 'ej tillfrågad' }).waitFor()
  expect(await page.locator('#answer-lines a[aria-current] .vh').innerText()).toContain('ej tillfrågad')
  await page.keyboard.press('j')
  await page.waitForURL(/question=2/)
  await page.keyboard.press('k')
  await page.waitForURL(/question=1/)
  expect(await state.innerText()).toBe('ej tillfrågad')
})

test('an edge is dragged with the mouse, and selected words are added', async () => {
  const page = await demo.visit()
  await open(page, 3, 4)
  const before = await chosen(page)
  const handle = page.locator('.handle[data-edge=end]').first()
  const from = (await handle.boundingBox())!
  const start = (await page.locator('.handle[data-edge=start]').first().boundingBox())!
  await page.mouse.move(from.x + 3, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(start.x + 200, start.y + 8, { steps: 8 })
  await page.mouse.up()
  await changed(page, before)
  const shorter = await chosen(page)
  expect(before.startsWith(shorter)).toBe(true)
  expect(shorter).toMatch(/\S$/)
  expect(before.charAt(shorter.length), 'a whole word').toMatch(/^\s?$/)
  await page.evaluate(() => {
    const words = [...document.querySelectorAll('#answer-text .turn:not(.asks) .words')].at(-1)!
    getSelection()!.selectAllChildren(words)
  })
  await page.locator('[data-needs-selection]:not([disabled])').waitFor()
  const parts = await page.locator('.answer-part').count()
  await page.keyboard.press('a')
  await page.locator('.answer-part').nth(parts).waitFor()
  expect(await page.locator('.answer-part').count()).toBe(parts + 1)
})

test('without JavaScript an edge is moved, a part placed and assigned, and all of it undone', async () => {
  const page = await demo.visit({ javaScript: false })
  await open(page, 4, 3)
  const before = await partOf(page)
  await page.getByRole('group', { name: 'Början' }).getByRole('button', { name: 'ett ord fram' }).click()
  expect(await partOf(page)).not.toBe(before)
  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click()
  expect(await partOf(page)).toBe(before)
  const parts = await page.locator('.answer-part').count()
  await page.locator('.add-part summary').click()
  await page.locator('.add-part input[name=fromParagraph]').fill('2')
  await page.locator('.add-part input[name=toParagraph]').fill('2')
  await page.locator('.add-part').getByRole('button', { name: 'Lägg till', exact: true }).click()
  expect(await page.locator('.answer-part').count()).toBe(parts + 1)
})

test('a guide is written, its answers are sought, and the overview opens one', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at(''))
  await page.keyboard.press('g')
  await page.keyboard.press('g')
  await page.waitForURL('**/guides')
  await page.locator('#guide-text').fill('# Kortare\n\n1. Vad är utmärkande för kommunen just nu?\n2. Är det något du vill lägga till?')
  await page.getByRole('button', { name: 'Spara guiden' }).click()
  await page.getByRole('heading', { name: 'Kortare' }).waitFor()
  await goTo(page, answers('/guides'))
  await page.getByRole('button', { name: 'Hitta svaren' }).click()
  await page.waitForURL(/\/answers(\?|$)/, { timeout: 30_000 })
  await page.locator('.answers-table td a').first().click()
  await page.waitForURL(/\/answers\/\d+\?question=\d+/)
  await page.locator('#answer h2').waitFor()
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

async function atParagraph(source: number, number: number): Promise<Page> {
  const page = await demo.visit()
  await goTo(page, demo.at(`/sources/${source}?focus=${number}`))
  await page.locator(`#st-${number}.in-focus`).waitFor()
  return page
}

test('a code is made at the selection by keyboard, with a memo, and is there to use at once', async () => {
  const page = await atParagraph(6, 2)
  for (const key of ['w', 'Shift+ArrowRight', 'c']) await page.keyboard.press(key)
  await page.locator('#picker').waitFor({ state: 'visible' })
  await page.keyboard.type('Helt ny tanke')
  await page.keyboard.press('Tab')
  await page.locator('#pick-memo:focus').waitFor()
  await page.keyboard.type('därför att')
  await page.keyboard.press('Shift+Tab')
  await page.locator('#pick:focus').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await page.locator('#st-2 .margin .coding').last().waitFor()
  await page.locator('#codebook .label', { hasText: 'Helt ny tanke' }).waitFor()
  expect(await page.locator('#passage .memo-text').textContent()).toBe('därför att')
  for (const key of ['j', 'w', 'c']) await page.keyboard.press(key)
  await page.keyboard.type('helt ny')
  await page.keyboard.press('Enter')
  await page.locator('#st-3 .margin .coding').waitFor()
  for (const _ of 'ab') await page.keyboard.press('z')
  await page.locator('#codebook .label', { hasText: 'Helt ny tanke' }).waitFor({ state: 'detached' })
})

test('an edge is dragged to another word, and a third click takes the sentence', async () => {
  const page = await atParagraph(10, 6)
  await page.locator('#st-6 .words').click({ clickCount: 3, position: { x: 20, y: 10 } })
  await page.keyboard.press('1')
  await page.locator('#picker').waitFor({ state: 'visible' })
  await page.keyboard.press('Enter')
  await page.locator('#st-6 .bar-name').last().click()
  const words = page.locator('#passage .open blockquote')
  await words.waitFor()
  const before = (await words.textContent())!
  expect((await page.locator('#st-6 .words').textContent())!.length).toBeGreaterThan(before.length)
  const handle = page.locator('.edge-handle.end')
  await handle.waitFor()
  const from = (await handle.boundingBox())!
  const to = (await page.locator('#st-6 .words').boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 12, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => words.textContent()).not.toBe(before)
  expect(before.startsWith((await words.textContent())!.slice(0, 6))).toBe(true)
})

test('T goes from paragraph to paragraph with the same code, and round', async () => {
  const page = await atParagraph(9, 2)
  const recurring = await page.locator('.turn').evaluateAll((turns) => {
    const keys = turns.map((turn) => [...turn.querySelectorAll('.coding .key')].map((one) => one.textContent))
    const key = keys.flat().find((one) => keys.filter((of) => of.includes(one)).length > 1)
    return [...document.querySelectorAll('.coding')].find((one) => one.querySelector('.key')?.textContent === key)?.getAttribute('data-coding')
  })
  await page.locator(`.coding[data-coding="${recurring}"] .bar-name`).first().click()
  await page.locator(`#passage .open[data-coding="${recurring}"]`).waitFor()
  const first = await page.locator('.turn.in-focus').getAttribute('id')
  const key = await page.locator('#passage .open .key').textContent()
  await page.keyboard.press('t')
  await page.locator(`.turn.in-focus:not(#${first})`).waitFor()
  expect(await page.locator('.turn.in-focus .coding .key').allTextContents()).toContain(key)
})

test('in vivo: the selected words become the code', async () => {
  const page = await atParagraph(7, 2)
  for (const key of ['w', 'Shift+ArrowRight', 'Shift+ArrowRight', 'c']) await page.keyboard.press(key)
  await page.keyboard.press('Alt+Enter')
  await page.locator('#st-2 .margin .coding').last().waitFor()
  const words = await page.locator('#st-2 .words mark.run').first().textContent()
  await page.locator('#codebook .label', { hasText: words!.trim() }).waitFor()
  for (const key of ['w', 'Shift+ArrowRight', 'c']) await page.keyboard.press(key)
  await page.locator('#picker [data-in-vivo]').click()
  expect(await page.locator('#pick:focus').inputValue(), 'and can be made a name of first').toMatch(/\S+ \S+/)
  await page.keyboard.press('End')
  await page.keyboard.type(', med andra ord')
  await page.keyboard.press('Shift+Enter')
  await page.locator('#codebook .label', { hasText: ', med andra ord' }).waitFor()
})

test('the edges of a coding are nudged by key, the coding stays open, and each step is undone', async () => {
  const page = await atParagraph(8, 2)
  for (const key of ['w', 'c', '1', 'Enter']) await page.keyboard.press(key)
  await page.locator('#st-2 .bar-name').first().waitFor()
  await page.locator('#st-2 .bar-name').first().focus()
  await page.keyboard.press('Enter')
  const words = page.locator('#passage .open blockquote')
  await words.waitFor()
  const before = (await words.textContent())!
  await page.keyboard.press(']')
  await expect.poll(() => words.textContent()).not.toBe(before)
  expect((await words.textContent())!.startsWith(before)).toBe(true)
  await page.keyboard.press('[')
  await expect.poll(() => words.textContent()).toBe(before)
})

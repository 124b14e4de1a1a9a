import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

async function atParagraph(page: Page, source: number, number: number): Promise<void> {
  await goTo(page, demo.at(`/sources/${source}?focus=${number}`))
  await page.locator(`#st-${number}.in-focus`).waitFor()
}
const shown = (page: Page, number: number) => page.locator(`#passage [data-paragraph="${number}"]`).waitFor()

test('going fast from paragraph to paragraph, the side keeps what it shows until it is asked once for the last', async () => {
  const page = await demo.visit()
  await atParagraph(page, 6, 4)
  await shown(page, 4)
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/passage?') && asked.push(request.url()))
  const seen = await page.evaluateHandle(() => {
    const headings: string[] = []
    new MutationObserver(() => headings.push(document.querySelector('#passage h2')?.textContent ?? 'nothing')).observe(document.getElementById('passage')!, {
      childList: true,
    })
    return headings
  })
  await page.evaluate(() => {
    for (let n = 0; n < 8; n++) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  })
  await shown(page, 12)
  expect(asked).toHaveLength(1)
  expect(await seen.jsonValue()).not.toContain('nothing')
  expect((await page.locator('#passage h3').allTextContents()).filter((title) => ['Svarar på', 'Fallet', 'Källan'].includes(title))).toEqual([
    'Svarar på',
    'Fallet',
    'Källan',
  ])
})

test('N goes to what is uncoded, T along a code, the guide and the sources are walked, all by key or link', async () => {
  const page = await demo.visit()
  await atParagraph(page, 6, 2)
  for (let steps = 0; steps < 2; steps++) {
    await page.keyboard.press('n')
    await page.waitForTimeout(30)
  }
  await page.waitForFunction(() => document.querySelector('.turn.in-focus')?.id !== 'st-2')
  expect(await page.locator('.turn.in-focus .coding').count()).toBe(0)
  await goTo(page, demo.at('/sources/9'))
  const recurring = await page.locator('.turn').evaluateAll((turns) => {
    const keys = turns.map((turn) => [...turn.querySelectorAll('.coding .key')].map((one) => one.textContent))
    const key = keys.flat().find((one) => keys.filter((of) => of.includes(one)).length > 1)
    return [...document.querySelectorAll('.coding')].find((one) => one.querySelector('.key')?.textContent === key)?.getAttribute('data-coding')
  })
  await page.locator(`.coding[data-coding="${recurring}"] .bar-name`).first().click()
  const first = (await page.locator('#passage .open').getAttribute('data-coding'))!
  const key = await page.locator('#passage .open .key').textContent()
  await page.keyboard.press('t')
  await page.locator(`#passage .open:not([data-coding="${first}"])`).waitFor()
  expect(await page.locator('#passage .open .key').textContent()).toBe(key)
  await page.locator('.side-answers a[data-to]').last().click()
  await page.waitForFunction(() => document.querySelector('.turn.in-focus')?.previousElementSibling?.matches('.question'))
  await page.keyboard.press('Shift+J')
  await page.waitForURL(/\/sources\/10$/)
  await page.locator('#passage #previous-source').waitFor()
  await page.keyboard.press('Shift+K')
  await page.waitForURL(/\/sources\/9$/)
})

test('a source is marked as done from the side, and both places show it', async () => {
  const page = await demo.visit()
  await atParagraph(page, 2, 3)
  const open = await page.locator('#status-form select').inputValue()
  if (open === 'done') await page.locator('#side-status button').click()
  await page.locator('#side-status button', { hasText: 'Markera som klar' }).click()
  await page.locator('#side-status button', { hasText: 'Öppna igen' }).waitFor()
  expect(await page.locator('#status-form select').inputValue()).toBe('done')
})

test('the address of a quotation is copied by key; where the clipboard is shut, it is shown selected; in a memo it becomes a link that leads there', async () => {
  const page = await demo.visit()
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('shut')) } }))
  await goTo(page, demo.at('/sources/6'))
  await page.locator('.bar-name').first().click()
  const words = (await page.locator('#passage .open blockquote').textContent())!.replace(/[”"]/g, '')
  await page.keyboard.press('l')
  const field = page.locator('#passage .copy-address input:focus')
  await field.waitFor()
  const address = await field.inputValue()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/projects\/demo\/q\/[0-9a-f-]{36}$/)
  expect(await field.evaluate((input) => (input as HTMLInputElement).selectionEnd)).toBe(address.length)
  await field.evaluate((input) => (input as HTMLElement).blur())
  await page.keyboard.press('a')
  await page.keyboard.type(`Jämför <b> ${address}`)
  await page.locator('#passage .open .memos button', { hasText: 'Spara memo' }).first().click()
  const link = page.locator('#passage .memo .quotation-link')
  await link.waitFor()
  expect(words).toContain((await link.locator('q').textContent())!.replace(/[”"…]/g, '').trim())
  await link.press('Enter')
  await page.waitForURL(/\?at=\d+-\d+&focus=\d+#st-\d+$/)
  await page.locator('.turn.in-focus').waitFor()
  expect(await page.evaluate(() => CSS.highlights.get('selected')?.size)).toBeGreaterThan(0)
})

test('a memo that is being written outlives acts and moving on; saved, its field is empty; the side keeps its place', async () => {
  const page = await demo.visit({ viewport: { width: 1440, height: 500 } })
  await atParagraph(page, 6, 10)
  await shown(page, 10)
  await page.locator('.side-source summary').first().click()
  await page.locator('.side-source .memos summary').click()
  const field = page.locator('.side-source .memos textarea').last()
  await field.fill('Halvskrivet')
  await page.locator('#passage .scroll').evaluate((place) => place.scrollTo(0, 120))
  await page.locator('#st-10 .words').click({ position: { x: 30, y: 10 } })
  for (const key of ['5', 'Enter']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
  await page.locator('#toast .toast').waitFor()
  await expect.poll(() => page.locator('#st-10 .margin .coding').count()).toBeGreaterThan(2)
  expect(await field.inputValue()).toBe('Halvskrivet')
  expect(await page.locator('#passage .scroll').evaluate((place) => place.scrollTop)).toBe(120)
  await page.keyboard.press('j')
  await shown(page, 11)
  expect(await field.inputValue()).toBe('Halvskrivet')
  await page.locator('.side-source .memos button', { hasText: 'Spara memo' }).click()
  await page.locator('.side-source .memo-text', { hasText: 'Halvskrivet' }).waitFor()
  expect(await page.locator('.side-source .memos textarea').last().inputValue()).toBe('')
})

test('a memo on a cell marks the cell at once, and without a script the same is written', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/matrix'))
  const cell = page.locator('a.cell.h0').first()
  const at = await cell.getAttribute('data-cell')
  await cell.click()
  await page.locator(`#cell[data-open="${at}"] .memos summary`).click()
  await page.locator('#cell .memos textarea').first().fill('Varför ingen?')
  await page.locator('#cell .memos button').first().click()
  await page.locator(`a.cell.noted[data-cell="${at}"]`).waitFor()
  expect(await page.locator(`a[data-cell="${at}"]`).getAttribute('aria-label')).toMatch(/, memo$/)
  const plain = await demo.visit({ javaScript: false })
  await goTo(plain, demo.at(`/matrix?cell=${at}`))
  await plain.locator('#cell .memos > details > summary').click()
  await plain.locator('#cell .memos > details textarea').fill('Utan skript')
  await plain.locator('#cell .memos > details button').click()
  expect(new URL(plain.url()).search).toContain('cell=')
  expect(await plain.locator('#cell .memo-text').allTextContents()).toEqual(['Varför ingen?', 'Utan skript'])
  await goTo(plain, demo.at('/sources/6?focus=2'))
  await plain.locator('#next-uncoded').click()
  expect(new URL(plain.url()).search).toMatch(/focus=\d+/)
  expect(await plain.locator('#passage [data-paragraph]').count()).toBe(1)
})

test('memos are walked by J and K, and edited in their place', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/memos'))
  for (const text of ['första', 'andra']) {
    await page.locator('.memos textarea').last().fill(text)
    const loaded = page.waitForEvent('load')
    await page.locator('.memos button').last().click()
    await loaded
  }
  for (const key of ['j', 'j', 'k', 'e']) await page.keyboard.press(key)
  await page.locator('.memo.listed textarea:focus').fill('andra, ändrat')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.memo.listed .memo-text', { hasText: 'andra, ändrat' }).waitFor()
  expect(await page.locator('#toast').textContent()).toContain('Memot är ändrat')
})

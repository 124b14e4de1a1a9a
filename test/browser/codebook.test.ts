import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

/** The tree as people see it: numbers and names of the rows that are not put away. */
function rows(page: Page): Promise<string[]> {
  return page
    .locator('#code-tree [role=treeitem]')
    .evaluateAll((all) =>
      all
        .filter((one) => !one.parentElement!.closest('[aria-expanded=false]'))
        .map((one) => `${one.getAttribute('data-key')} ${one.querySelector('.called')!.textContent}`),
    )
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('.called')?.textContent ?? document.activeElement?.tagName)

async function atCodebook(): Promise<Page> {
  const page = await demo.visit()
  await goTo(page, demo.at('/codebook'))
  return page
}
/** Undo so many acts; the page is drawn again each time. */
async function undo(page: Page, times: number) {
  for (let left = times; left > 0; left--) {
    const reloaded = page.waitForEvent('load')
    await press(page, 'z')
    await reloaded
  }
}
/** What is read comes to be so. */
const until = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 })

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

test('the tree is walked, put away, moved, named and undone by keyboard alone, and the focus stays with its code', async () => {
  const page = await atCodebook()
  const before = await rows(page)
  const [, first, second] = before.map((one) => one.replace(/^\S+ /, ''))
  await page.locator('#code-tree [tabindex="0"]').focus()
  await press(page, 'ArrowDown', 'ArrowDown')
  expect(await focused(page)).toBe(second)
  await press(page, 'Alt+ArrowUp')
  await until(async () => (await rows(page)).slice(1, 3)).toEqual([`1.1 ${second}`, `1.2 ${first}`])
  expect(await focused(page)).toBe(second)
  await page.locator('.toast', { hasText: `Flyttade ${second}. Den är nu 1.1` }).waitFor()
  await press(page, 'Alt+ArrowLeft')
  await until(() => rows(page)).toContain(`2 ${second}`)
  await press(page, 'Alt+ArrowRight')
  await until(() => rows(page)).toContain(`1.4 ${second}`)
  expect(await focused(page)).toBe(second)

  await press(page, 'Home', 'ArrowLeft')
  await until(async () => (await rows(page))[1]).toMatch(/^2 /)
  await page.reload()
  expect((await rows(page))[1]).toMatch(/^2 /)
  await page.locator('#code-tree [tabindex="0"]').focus()
  await press(page, 'Home', 'ArrowRight', '1', '.', '4')
  expect(await focused(page)).toBe(second)

  await press(page, 'F2')
  await page.keyboard.type('Ett annat namn')
  await press(page, 'Enter')
  await until(() => rows(page)).toContain('1.4 Ett annat namn')
  await until(() => focused(page)).toBe('Ett annat namn')
  await press(page, 'Shift+N')
  await page.keyboard.type('Djupare')
  await press(page, 'Enter')
  await until(() => rows(page)).toContain('1.4.1 Djupare')
  await until(() => focused(page)).toBe('Djupare')
  // A name that is taken is refused in a sentence, and what was written stays.
  await press(page, 'n')
  await page.keyboard.type('djupare')
  await press(page, 'Enter')
  await page.locator('#notices', { hasText: 'Det finns redan en kod som heter ”Djupare”' }).waitFor()
  expect(await page.locator('#code-name-label').inputValue()).toBe('djupare')
  await press(page, 'Escape')
  expect(await focused(page)).toBe('Djupare')
  await undo(page, 5)
  expect(await rows(page)).toEqual(before)
})

test('a row is dragged beside and below others; onto itself or below itself it does not go', async () => {
  const page = await atCodebook()
  const before = await rows(page)
  const theme = (n: number) => page.locator('#code-tree > [role=treeitem]').nth(n)
  const name = async (n: number) => (await theme(n).locator('.called').first().textContent())!
  const [one, two] = [await name(0), await name(1)]
  await theme(1)
    .locator('.book-row')
    .first()
    .dragTo(theme(0).locator('.book-row').first(), { targetPosition: { x: 200, y: 3 } })
  await until(async () => (await rows(page))[0]).toBe(`1 ${two}`)
  await theme(1).locator('.book-row').first().dragTo(theme(0).locator('.book-row').first())
  await until(() => rows(page)).toContain(`1.5 ${one}`)
  await page.locator('.toast', { hasText: `under ${two}` }).waitFor()
  const now = await rows(page)
  await theme(0).locator('.book-row').first().dragTo(theme(0).locator('.book-row').nth(2))
  expect(await rows(page)).toEqual(now)
  await undo(page, 2)
  expect(await rows(page)).toEqual(before)
})

test('the menu of a row does by mouse and keyboard what the panel does', async () => {
  const page = await atCodebook()
  const row = page.locator('#code-tree > [role=treeitem]').first()
  // A code is merged where it stands: named, into none before one is chosen.
  const label = 'Inflyttning och tillväxt'
  await row.focus()
  await press(page, 'Shift+F10')
  await page.locator('#code-menu [data-act=merge]').click()
  await page.locator('#merge-into:focus').waitFor()
  expect(await page.locator('label[for=merge-into]').textContent()).toContain(label)
  expect(await page.locator('#merge-into').inputValue()).toBe('')
  const [at, list] = [await row.locator('.book-row').first().boundingBox(), await page.locator('#merge').boundingBox()]
  const away = Math.min(Math.abs(list!.y - at!.y - at!.height), Math.abs(list!.y + list!.height - at!.y))
  expect(away, `at its row: ${JSON.stringify([at, list])}`).toBeLessThan(12)
  await press(page, 'Escape')
  expect(await row.evaluate((one) => one === document.activeElement)).toBe(true)
  await press(page, 'Shift+F10')
  await page.locator('#code-menu [data-act=merge]').click()
  await page.locator('#merge-into:focus').waitFor()
  await page.locator('#merge-into').selectOption({ index: 1 })
  await press(page, 'Tab', 'Enter')
  await page.locator('#toast .toast', { hasText: `${label} är ihopslagen med` }).waitFor()
  await page.locator('#code-tree [aria-selected=true]:focus').waitFor()
  await undo(page, 1)
  await row.locator('.row-menu').first().click()
  await page.locator('#code-menu [data-act=color][data-color="7"]').click()
  await row.locator('.book-row .key.t7').first().waitFor()
  await row.focus()
  await press(page, 'Shift+F10')
  await page.locator('#code-menu [data-act=rename]:focus').waitFor()
  await press(page, 'End', 'Enter')
  await row.locator('.book-row.retired').first().waitFor()
  await press(page, 'Shift+F10', 'End', 'Escape')
  await page.locator('#code-menu').waitFor({ state: 'hidden' })
  expect(await row.evaluate((one) => one === document.activeElement)).toBe(true)
  // Steps that are pressed faster than they are answered are all taken.
  const id = await row.getAttribute('id')
  await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown')
  await page.locator(`#${id}[data-key="4"]`).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(id)
  await undo(page, 5)
})

test('a code is parted by what its cases are like, and it says beforehand what will happen', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/codebook?code=3'))
  await page.locator('#code a', { hasText: 'Dela koden' }).click()
  const all = Number(/av (\d+)/.exec((await page.locator('#split-said').textContent())!)![1])
  const conditions = await page.locator('#by-attribute option').count()
  expect(conditions).toBeGreaterThan(1)
  await page.locator('#by-attribute').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Räkna dem' }).click()
  const said = (await page.locator('#split-said').textContent())!
  const some = Number(/^(\d+) av/.exec(said)![1])
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  await page.locator('#split-label').fill('En del av den')
  await page.getByRole('button', { name: `Flytta ${some} av ${all}` }).click()
  await page.locator('.toast', { hasText: `Flyttade ${some}` }).waitFor()
  expect(await page.locator('#code .code-name').textContent()).toContain('En del av den')
  await page.locator('#code', { hasText: `${some} ` }).waitFor()
  await press(page, 'z')
  await page.locator('.called', { hasText: 'En del av den' }).waitFor({ state: 'detached' })
})

test('quotations are compared and recoded where they are read; the focus goes on to the next', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/quotations?filter=code:%234&by=case'))
  const count = async () => Number(/^\d+/.exec((await page.locator('#quotations-said').textContent())!)![0])
  const before = await count()
  await press(page, 'j', 'j')
  const [second, third] = await page.locator('.compared').evaluateAll((all) => [all[1]!.id, all[2]!.id])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(second)
  await press(page, 's')
  await page.locator(`#${second} .is-example`).waitFor()
  await press(page, 'e')
  await page.locator(`#${second} [data-act=recode] select:focus`).waitFor()
  // Part of a label finds the code, and Enter gives it.
  const other = await page.locator(`#${second} [data-act=recode] option:not(:checked)`).first().getAttribute('data-label')
  await page.keyboard.type(other!.slice(1, 8).toLowerCase())
  await expect.poll(() => page.locator(`#${second} [data-act=recode] output`).textContent()).toContain(other!)
  await page.keyboard.press('Enter')
  await until(count).toBe(before - 1)
  await page.locator(`#${second}`).waitFor({ state: 'detached' })
  await until(() => page.evaluate(() => document.activeElement?.id)).toBe(third)
  await press(page, 'z')
  await page.locator(`#${second} .is-example`).waitFor()
  expect(await count()).toBe(before)
  await goTo(page, demo.at('/codebook?code=4'))
  expect(await page.locator('.code-example').count()).toBe(1)
  await page.locator('.code-example [data-act=example] button').click()
  await page.locator('.code-example').waitFor({ state: 'detached' })
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [390, 'dark'],
] as const)
  test(`axe finds nothing serious with menu, name field and acts open, ${width} px, ${colorScheme}`, async () => {
    const page = await demo.visit({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } })
    const wrong: string[] = []
    const look = async (what: string) => wrong.push(...(await violations(page)).map((one) => `${what}: ${one}`))
    await goTo(page, demo.at('/codebook?code=2'))
    await look('codebook')
    await page.locator('#row-2 > .row-menu').click()
    await page.locator('#code-menu [data-act=rename]:focus').waitFor()
    await look('menu')
    await page.keyboard.press('Enter')
    await page.locator('#code-name-label:focus').waitFor()
    await look('name')
    await goTo(page, demo.at('/quotations?filter=code:%232&by=case'))
    await page.locator('.compared [data-does=acts]').first().click()
    await page.locator('.coding-acts').first().waitFor()
    await look('acts')
    await goTo(page, demo.at('/codes/2/split'))
    await look('split')
    expect(wrong).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run()
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
  })
}

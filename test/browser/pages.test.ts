import { expect, test } from 'vitest'
import { serveDemo } from './demo.ts'

const demo = serveDemo()
const path = (url: string) => new URL(url).pathname

test('keys go to places, show themselves, find, undo and redo; and are off while somebody types', async () => {
  const page = await demo.visit()
  await page.goto(demo.at(''))
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.waitForURL('**/codebook')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await page.getByRole('dialog').textContent()).toContain('Gå till')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').isVisible()).toBe(false)
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('find')
  await page.keyboard.type('gk?z')
  expect(await page.locator('#find').inputValue()).toBe('gk?z')
  expect(path(page.url())).toBe('/projects/demo/codebook')
})

test('a code is made and changed in place, undone by Z and done again by Shift+Z', async () => {
  const page = await demo.visit()
  await page.goto(demo.at('/codebook?code=1'))
  await page.locator('#new-label').fill('Pendling <b>')
  await page.locator('#new-label').press('Enter')
  await page.getByText('Skapade Pendling <b>').waitFor()
  const made = page.locator('.book-row', { hasText: 'Pendling <b>' })
  expect(await made.count()).toBe(1)
  expect(await page.locator('#label').inputValue()).toBe('Pendling <b>')
  await page.locator('#definition').fill('Resor till och från arbetet.')
  await page.locator('#code').getByRole('button', { name: 'Spara' }).click()
  await page.locator('.book-row', { hasText: 'Resor till och från arbetet.' }).waitFor()
  await page.locator('#code').getByRole('button', { name: 'Upp' }).click()
  await page.getByText('Flyttade Pendling').waitFor()
  await page.locator('h1').click()
  for (let left = 3; left > 0; left--) {
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('z')
    await loaded
  }
  expect(await made.count()).toBe(0)
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Shift+Z')
  await loaded
  expect(await made.count()).toBe(1)
  const gone = page.waitForEvent('load')
  await page.keyboard.press('z')
  await gone
})

test('a refusal stands in a notice, and what was typed stays', async () => {
  const page = await demo.visit()
  await page.goto(demo.at('/codebook'))
  await page.locator('#new-label').fill('Inflyttning och tillväxt')
  await page.locator('#new-parent').selectOption('')
  await page.locator('#new-label').press('Enter')
  await page.locator('#notices .notice', { hasText: 'finns redan en kod' }).waitFor()
  expect(await page.locator('#new-label').inputValue()).toBe('Inflyttning och tillväxt')
})

test('without a script a project is made, a code changed and undone, and the menu opens on a phone', async () => {
  const page = await demo.visit({ javaScript: false, viewport: { width: 390, height: 800 } })
  await page.goto(demo.address)
  await page.getByLabel('Namn', { exact: true }).fill('Kustbyar <i>')
  await page.getByRole('button', { name: 'Skapa projektet' }).click()
  expect(path(page.url())).toBe('/projects/kustbyar-i')
  expect(await page.locator('.toast').textContent()).toContain('Kustbyar <i>')
  await page.getByRole('button', { name: 'Meny' }).click()
  await page.getByRole('link', { name: 'Kodbok', exact: true }).click()
  await page.locator('#new-label').fill('Ny')
  await page.getByRole('button', { name: 'Skapa koden' }).click()
  expect(await page.locator('.book-row').count()).toBe(6)
  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click()
  expect(await page.locator('.book-row').count()).toBe(5)
})

test('the toast leaves by itself, but not while somebody stands in it', async () => {
  const page = await demo.visit()
  await page.clock.install()
  await page.goto(demo.at('/settings').replace('/projects/demo', ''))
  await page.getByLabel('Ditt namn').fill('Anna')
  await page.getByRole('button', { name: 'Byt namn' }).click()
  const toast = page.locator('.toast')
  await toast.waitFor()
  await toast.getByRole('button').focus()
  await page.clock.runFor(20_000)
  expect(await toast.count()).toBe(1)
  await page.getByLabel('Ditt namn').focus()
  await page.clock.runFor(11_000)
  expect(await toast.count()).toBe(0)
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { mixedFiles } from '../support/mixed-files.ts'
import { serveDemo } from './demo.ts'

const demo = serveDemo()

const button = (page: Page) => page.locator('.action-bar button[form=import]')
const section = (page: Page, name: string) => page.locator('section.draft-file').filter({ has: page.getByRole('heading', { name, exact: true }) })

async function sourcesNow(page: Page): Promise<number> {
  await page.goto(demo.at('/sources'))
  return page
    .locator('main a[href*="/sources/"]')
    .evaluateAll((links) => new Set(links.map((link) => /\/sources\/\d+$/.exec((link as HTMLAnchorElement).pathname)?.[0]).filter(Boolean)).size)
}

/** Drop files anywhere on the page, as a person does with the mouse. */
async function drop(page: Page, files: { name: string; buffer: Buffer }[]): Promise<void> {
  const carried = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer()
      for (const { name, bytes } of all) transfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name))
      return transfer
    },
    files.map(({ name, buffer }) => ({ name, bytes: buffer.toString('base64') })),
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried })
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
}

test('twelve mixed files are dropped at once, corrected by hand, confirmed, undone and redone', async () => {
  const page = await demo.visit()
  const before = await sourcesNow(page)
  await page.goto(demo.at('/imports'))
  await drop(page, await mixedFiles())
  await button(page).waitFor({ timeout: 30_000 })
  expect(await page.locator('.files .refused').count()).toBe(1)
  expect(await page.locator('.files .refused').innerText()).toContain('trasig.docx')
  const offered = Number(/\d+/.exec(await button(page).innerText())![0])

  // One file is read otherwise; what was written in another stays, and so does the focus.
  await section(page, 'Älvhult.txt').getByLabel('Fall').fill('Ett annat fall')
  const several = section(page, 'tre samtal.txt')
  await several.getByText('allt är en källa').click()
  await several.getByRole('button', { name: 'Läs om' }).click()
  await several.getByLabel('Fall', { exact: true }).waitFor()
  expect(await several.locator('table.parts').count()).toBe(0)
  expect(await section(page, 'Älvhult.txt').getByLabel('Fall').inputValue()).toBe('Ett annat fall')
  await expect.poll(() => button(page).innerText()).toContain(`${offered - 2}`)

  // A label becomes somebody, and another is renamed in all files, and a repair is refused.
  const first = section(page, 'Älvhult.txt')
  await first.getByLabel(/^Roll för Anteckning/).selectOption('other')
  await first.getByLabel(/^Informant visas som/).fill('Berit')
  await first.getByLabel(/^Gäller Informant i alla/).check()
  await first.getByRole('button', { name: 'Läs om' }).click()
  await expect
    .poll(() =>
      section(page, 'Granvik.docx')
        .getByLabel(/^Informant visas som/)
        .inputValue(),
    )
    .toBe('Berit')
  expect(await section(page, 'Älvhult.txt').getByLabel('Fall').inputValue()).toBe('Ett annat fall')
  await section(page, 'utdrag ur rapport.txt')
    .getByLabel(/^Laga: .*avstavning/)
    .uncheck()
  await section(page, 'gammal fil.txt').getByLabel('Ta med').uncheck()
  expect(await button(page).innerText()).toContain(`${offered - 3}`)

  await button(page).dblclick()
  await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('?done=')
  expect(await sourcesNow(page)).toBe(before + offered - 3)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('z')])
  expect(await sourcesNow(page)).toBe(before)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Shift+Z')])
  expect(await sourcesNow(page)).toBe(before + offered - 3)
})

test('the preview is corrected and confirmed by the keyboard alone', async () => {
  const page = await demo.visit()
  await page.goto(demo.at('/imports'))
  // Not the very bytes that are there already: those would not be ticked.
  const file = (await mixedFiles()).find(({ name }) => name === 'tre samtal.txt')!
  const several = [{ ...file, buffer: Buffer.concat([file.buffer, Buffer.from('\n\nTack för samtalet.')]) }]
  await page.setInputFiles('#files', several)
  await page.locator('#files').focus()
  await page.keyboard.press('Enter').catch(() => undefined)
  await page.locator('form[enctype] button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await button(page).waitFor({ timeout: 30_000 })
  await page.locator('input[name="split.0"]:checked').focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('#again-0').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Titel', { exact: true }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('again-0')
  await page.getByLabel('Titel', { exact: true }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Tre samtal i ett')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/files/0/reading'))
  await page.keyboard.press('Enter')
  expect((await kept).status()).toBe(200)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title.0.0')
  await page.reload()
  expect(await page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Tre samtal i ett')
  await button(page).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('?done=')
  await page.goto(demo.at('/sources'))
  expect(await page.locator('main').innerText()).toContain('Tre samtal i ett')
})

test('a folder is chosen whole, and its files are shown with where they lay', async () => {
  const page = await demo.visit()
  await page.goto(demo.at('/imports'))
  const talk = 'I: Hur är det?\nR: Det är bra, tack, och det har det varit länge nu.'
  // What a dropped folder leaves in the form: the files, and beside them where each lay.
  await page.evaluate((words) => {
    const field = document.querySelector<HTMLInputElement>('#files')!
    const transfer = new DataTransfer()
    transfer.items.add(new File([words], 'ett.txt'))
    transfer.items.add(new File([`${words} Ja.`], 'två.txt'))
    field.files = transfer.files
    document.querySelector<HTMLInputElement>('[name="paths"]')!.value = 'grupp A/ett.txt\ngrupp B/två.txt'
  }, talk)
  await page.click('form[enctype] button[type=submit]')
  await button(page).waitFor({ timeout: 30_000 })
  expect(await page.locator('.files b').allInnerTexts()).toEqual(['grupp A/ett.txt', 'grupp B/två.txt'])
})

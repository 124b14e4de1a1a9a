import type { Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { serveDemo } from './demo.ts'

const demo = serveDemo()
const transcript = (words: string) =>
  `Intervjuare: Hur ser du på saken?\nInformant: ${words}\nIntervjuare: Mm, och sen?\nInformant: Sen blev det som det blev.\n`

/** The main path is walked twice: as most do, and with JavaScript off. */
for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`two files are imported, ${how}`, async () => {
    const page = await demo.visit({ javaScript })
    await go(page, '/imports')
    const files = ['Ängsby', 'Lindhult'].map((name) => ({
      name: `${name} ${how}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(transcript(`Här i ${name} ${how}.`)),
    }))
    await page.setInputFiles('input[type=file]', files)
    if (await page.locator('form[enctype] button[type=submit]').isVisible()) await page.click('form[enctype] button[type=submit]')
    await page.locator('button[form=import]').click()
    await page.waitForURL((url) => !/imports\/[0-9a-f]/.test(url.pathname))
    expect(await page.locator('main').innerText()).toMatch(/2/)
  })

  test(`a search is made and a hit opened at its place, ${how}`, async () => {
    const page = await demo.visit({ javaScript })
    await go(page, '/search')
    await page.fill('#q', 'coworking')
    if (!javaScript) await page.press('#q', 'Enter')
    const hit = page.locator('#results tr[data-hit] .place a').first()
    await hit.waitFor()
    expect(await page.locator('#results mark.hit').first().innerText()).toMatch(/co-?working/i)
    const href = (await hit.getAttribute('href'))!
    await hit.click()
    await page.waitForURL(/\/sources\/\d+/)
    expect(await page.locator(`.turn${href.slice(href.indexOf('#'))}`).isVisible()).toBe(true)
  })

  test(`every cell of a row opens exactly the quotations that it counts, ${how}`, async () => {
    const page = await demo.visit({ javaScript })
    await go(page, '/matrix')
    const cells = page.locator('table.matrix tbody tr').first().locator('a.cell')
    const counted = (await cells.allInnerTexts()).map(Number)
    expect(counted.length).toBeGreaterThan(3)
    for (const [at, count] of counted.slice(0, 5).entries()) {
      await cells.nth(at).click()
      await page.locator(`#cell[data-open="${await cells.nth(at).getAttribute('data-cell')}"]`).waitFor()
      expect(await page.locator('#cell figure.quotation').count()).toBe(count)
    }
  })

  test(`the matrix and the cloud are taken home, ${how}`, async () => {
    const page = await demo.visit({ javaScript })
    await go(page, '/matrix')
    expect((await download(page, 'a[href*="exports/matrix.csv"]')).toString()).toMatch(/^\uFEFF?.*\r?\n/)
    expect((await download(page, 'a[href*="exports/matrix.xlsx"]')).subarray(0, 2).toString()).toBe('PK')
    await go(page, '/word-cloud')
    expect((await download(page, 'a[href*="exports/word-cloud.svg"]')).toString()).toContain('<svg')
    expect((await download(page, 'a[href*="exports/word-cloud.png"]')).subarray(1, 4).toString()).toBe('PNG')
  })
}

/** To a room of the demo study. */
async function go(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(demo.at(path))
  expect(answer?.status(), path).toBe(200)
  return answer
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(link).first().click()])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from './demo.ts'
import { serveDense } from './dense.ts'

const dense = serveDense({ paragraphs: 1100, codings: 2000 })
const CROWDED = '/sources/1'
const LONG = '/sources/4'
const settled = (page: Page) => page.locator('.margin.placed').first().waitFor()
const shown = (page: Page, number: number) => page.locator(`#st-${number} .coding:not(.off)`).count()
const place = (page: Page, number: number) => page.locator(`#st-${number} .words`).evaluate((words) => words.getBoundingClientRect().top)

for (const width of [1440, 1000])
  test(`in a crowded margin no name covers another, none runs off, and no paragraph is stretched, ${width} px`, async () => {
    const page = await dense.visit({ viewport: { width, height: 900 } })
    await goTo(page, dense.at(CROWDED))
    await settled(page)
    expect(await page.locator('.turn:has(.short)').count(), 'there are paragraphs without room').toBeGreaterThan(1)
    expect(await wrongNames(page)).toEqual([])
    await page.locator('#st-3 .words').click()
    expect(await wrongNames(page), 'with a paragraph in focus').toEqual([])
  })

test('the paragraph in focus has all its names, over what is below; nothing moves', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(CROWDED))
  await settled(page)
  const before = await place(page, 5)
  expect(await written(page, 1)).toBe(0)
  await page.locator('#st-1 .words').click()
  expect(await written(page, 1)).toBe(6)
  expect(await place(page, 5)).toBe(before)
  await page.keyboard.press('j')
  expect(await written(page, 1)).toBe(0)
  await page.locator('#st-5 .bar-name').nth(2).hover()
  expect(await page.locator('#st-5 .short .label:visible').evaluateAll((labels) => labels.filter((one) => one.getBoundingClientRect().width > 2).length)).toBe(
    1,
  )
  expect(await place(page, 5)).toBe(before)
})

test('two coders who agree share a name, and each has a way to their own', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(CROWDED))
  await settled(page)
  const names = page.locator('#st-4 .coding:not(.also) .label')
  expect(await names.allTextContents()).toEqual(['Rooms', 'People who left and are coming back home', 'Rooms'])
  await page.locator('#st-4 .also .bar-name').click()
  await page.locator('#passage li.open').waitFor()
  expect(await page.locator('#passage li.open .by').textContent()).toContain('Berit Klang')
})

test('a choice of codings moves nothing, stands in the address, and survives acts; what is coded meanwhile is shown until one moves on', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(CROWDED))
  await settled(page)
  for (const key of ['j', 'j', 'j', 'm']) await page.keyboard.press(key)
  const before = await place(page, 5)
  await page.keyboard.press('f')
  await page.waitForURL(/show=1$/)
  expect(await page.locator('#show-one').textContent()).toBe('Bara 1')
  expect([await shown(page, 1), await shown(page, 3)]).toEqual([2, 2])
  expect(await page.locator('#st-3 mark.run[class*="a2"]').count(), 'the wash of another theme').toBe(0)
  expect(await page.evaluate(() => CSS.highlights.size), 'the selection').toBe(1)
  expect(await page.locator('#st-3.in-focus').count()).toBe(1)
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await page.locator('#toast .toast', { hasText: 'visas tills du går vidare' }).waitFor()
  expect(await shown(page, 3), 'the new one beside them').toBe(3)
  expect(await wrongNames(page)).toEqual([])
  expect(await place(page, 5)).toBe(before)
  await page.keyboard.press('j')
  await expect.poll(() => shown(page, 3)).toBe(2)
  const bars = () => page.locator('#overview path').evaluateAll((paths) => paths.filter((path) => path.getAttribute('d')).length)
  await expect.poll(bars, { message: 'the overview follows' }).toBe(1)
  await page.keyboard.press('f')
  await expect.poll(() => shown(page, 3)).toBe(9)
  await expect.poll(bars).toBe(5)
  expect(await place(page, 5)).toBe(before)
  await page.keyboard.press('z')
  await expect.poll(() => shown(page, 3)).toBe(8)
})

test('mine, one coder and none; the same by address and without a script', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(CROWDED))
  await page.getByRole('link', { name: 'Mina', exact: true }).first().click()
  await expect.poll(() => shown(page, 1)).toBe(3)
  await page.locator('.seeing-button').click()
  await page.locator('#seeing').getByRole('link', { name: 'Berit Klang' }).click()
  expect(await page.locator('#show-one').textContent()).toBe('Bara Berit Klang')
  expect(await page.locator('#st-1 .coding:not(.off) .by').allTextContents()).toEqual(['BK', 'BK', 'BK'])
  expect(await page.locator('#st-4 .coding:not(.also, .off) .label').allTextContents(), 'a name that was shared').toEqual([
    'Rooms',
    'People who left and are coming back home',
  ])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Inga', exact: true }).first().click()
  await expect.poll(() => page.locator('mark.run').count()).toBe(0)
  const address = page.url()
  expect(address).toMatch(/show=none$/)
  const plain = await dense.visit({ javaScript: false })
  await goTo(plain, address)
  expect(await plain.locator('.coding:not(.off)').count()).toBe(0)
  expect(await plain.locator('mark.run').count()).toBe(0)
  await plain.getByRole('link', { name: 'Mina', exact: true }).first().click()
  expect(await shown(plain, 1)).toBe(3)
})

test('the overview says what lies where, shows where the window is, and is a slider of the coded paragraphs', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(LONG))
  await settled(page)
  const map = page.getByRole('slider')
  const box = (await map.boundingBox())!
  await page.mouse.move(box.x + 3, box.y + box.height / 2)
  expect(await page.locator('.map-says').textContent()).toMatch(/^Stycke \d{3} av 1\s100: 1 /)
  await page.mouse.click(box.x + 3, box.y + box.height / 2)
  await page.locator('.turn.in-focus').waitFor()
  const at = Number((await page.locator('.turn.in-focus').getAttribute('id'))!.slice(3))
  expect(Math.abs(at - 550)).toBeLessThan(30)
  const view = await page.locator('.map-view').boundingBox()
  expect(Math.abs(view!.y + view!.height / 2 - (box.y + box.height / 2)), 'the window on the strip').toBeLessThan(20)
  await map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  expect(await map.getAttribute('aria-valuetext')).toMatch(/^Stycke 2 av 1\s100: \d/)
  await page.keyboard.press('End')
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('1100')
  await page.keyboard.press('Enter')
  expect(await page.locator('#st-1100.in-focus .words').evaluate((words) => words === document.activeElement)).toBe(true)
})

test('how the text is set is chosen in its menu, holds at once, is kept, and the line being read stays', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(LONG))
  await page.locator('#st-40 .words').click()
  const before = await place(page, 40)
  await page.locator('.seeing-button').click()
  for (const [field, choice] of [
    ['size', 'larger'],
    ['measure', 'wide'],
    ['lead', 'loose'],
    ['face', 'sans'],
    ['numbers', 'fifth'],
  ]) {
    const kept = page.waitForResponse(/settings\/reading/)
    await page.locator(`#seeing input[name=${field}][value=${choice}]`).check({ force: true })
    expect((await kept).status()).toBe(204)
  }
  expect(Math.abs((await place(page, 40)) - before)).toBeLessThan(2)
  expect(await wrongNames(page)).toEqual([])
  await page.reload()
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
    size: 'larger',
    measure: 'wide',
    lead: 'loose',
    face: 'sans',
    numbers: 'fifth',
  })
})

test('scrolling 300,000 characters with 2,000 codings holds up nobody', async () => {
  const page = await dense.visit()
  await goTo(page, dense.at(LONG))
  await settled(page)
  expect(Number(await page.locator('.turn').last().getAttribute('data-end'))).toBeGreaterThan(300_000)
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
  let longest = 0
  for (let step = 0, before = await busy(metrics); step < 100; step++) {
    await page.evaluate(async () => {
      document.querySelector('.reading-scroll')!.scrollTop += 700
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    })
    const now = await busy(metrics)
    longest = Math.max(longest, now - before)
    before = now
  }
  expect(longest, 'ms of scripts, styles and layout in a step of scrolling').toBeLessThan(50)
})

/** Milliseconds of the page's own thread, whatever else the machine does, that scripts, styles and layout have taken. */
async function busy(metrics: CDPSession): Promise<number> {
  const of = new Map((await metrics.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))
  return 1000 * (of.get('ScriptDuration')! + of.get('RecalcStyleDuration')! + of.get('LayoutDuration')!)
}

/** Names written out, of a paragraph. */
function written(page: Page, number: number): Promise<number> {
  return page.locator(`#st-${number} .coding:not(.short, .rest, .off) > .bar-name`).count()
}

/** Names near the window that cover another, stand outside their paragraph (but for the one in focus) or the reading; paragraphs higher than their words. */
function wrongNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const frame = document.querySelector('.reading-scroll')!.getBoundingClientRect()
    for (const turn of document.querySelectorAll('.turn:has(.placed)')) {
      const box = turn.getBoundingClientRect()
      if (box.bottom < frame.top || box.top > frame.bottom) continue
      const words = turn.querySelector('.words')!.getBoundingClientRect()
      const speaker = turn.querySelector('.speaker')?.getBoundingClientRect().height ?? 0
      if (box.height > (words.height + speaker + 10) * 1.05) wrong.push(`${turn.id} is ${box.height}, its words ${words.height}`)
      const names = [...turn.querySelectorAll('.coding:not(.rest, .off, .also) > .bar-name')].map((name) => ({
        said: name.textContent,
        at: name.getBoundingClientRect(),
      }))
      for (const [nth, { said, at }] of names.entries()) {
        if (at.right > frame.right + 1) wrong.push(`${said} runs off`)
        if (!turn.matches('.in-focus') && (at.top < box.top - 1 || at.bottom > box.bottom + 1)) wrong.push(`${said} leaves ${turn.id}`)
        for (const other of names.slice(nth + 1))
          if (at.left < other.at.right - 1 && other.at.left < at.right - 1 && at.top < other.at.bottom - 1 && other.at.top < at.bottom - 1)
            wrong.push(`${said} covers ${other.said} in ${turn.id}`)
      }
    }
    return wrong
  })
}

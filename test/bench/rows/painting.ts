import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { findChromium } from '../../support/chromium.js'
import { SLUG } from '../corpus.ts'
import type { Baseline, Figure, Skipped } from '../figure.ts'
import type { Ground, Served } from '../ground.ts'
import { type Sample, sampleOf } from '../measure.ts'

/** In a real Chromium: from the click to the frame that shows the interview, and from Enter to the frame that shows the coding. */
export async function painting(ground: Ground): Promise<(Figure | Skipped)[]> {
  if (!findChromium()) return [{ name: 'painting', skipped: 'no Chromium' }]
  const served = await ground.over('usual')
  const { page, close } = await openBrowser()
  await page.addInitScript({ path: fileURLToPath(new URL('../watch-frames.js', import.meta.url)) })
  try {
    const opened = await clickThrough(ground, page, (nth) => `${served.server.address}/projects/${SLUG}/sources/${nth}`)
    const bare = await bareOpening(ground, page, served)
    await page.goto(`${served.server.address}/projects/${SLUG}/sources/195`)
    await page.locator('#st-2 .words').click()
    const coded = await codeByKeyboard(ground, page)
    const touched: Baseline = { name: 'a word changed in place', sample: await changeInPlace(ground, page) }
    return [
      { name: 'click to painted in Chromium', unit: 'ms', sample: opened.first, limit: { of: 'p50', at: 120 }, baseline: { ...same, sample: bare.first } },
      { name: '… and its islands at work', unit: 'ms', sample: opened.whole, baseline: { ...same, sample: bare.whole } },
      { name: 'coding painted in Chromium', unit: 'ms', sample: coded, limit: { of: 'p50', at: 60 }, baseline: touched },
    ]
  } finally {
    await close()
  }
}

const same = { name: 'same bytes, bare route' }

type Measured = { watched: { painted?: number; first?: number; act?: number } }
/** Milliseconds from the click to the first frame with words in it, and to the frame after all is parsed and the islands have begun. */
type Opened = { first: Sample; whole: Sample }

/** Follow a link to the next interview, as often as measured. */
async function clickThrough(ground: Ground, page: Page, address: (nth: number) => string): Promise<Opened> {
  await page.goto(address(1))
  let at = 1
  const first: number[] = []
  const whole = await sampleOf(ground.times(40), async () => {
    at = (at % 190) + 1
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, id: 'measured', textContent: 'next' })
      Object.assign(link.style, { position: 'fixed', top: '0', left: '0', zIndex: '99' })
      document.body.append(link)
    }, address(at))
    await page.click('#measured')
    await page.waitForURL(address(at))
    const took = await painted(page, () => Number(sessionStorage.getItem('clicked')))
    first.push(await page.evaluate(() => (window as unknown as Measured).watched.first! - Number(sessionStorage.getItem('clicked'))))
    return took
  })
  return { whole, first: first.slice(-whole.length).sort((a, b) => a - b) }
}

async function painted(page: Page, since: () => number): Promise<number> {
  await page.waitForFunction(() => (window as unknown as Measured).watched.painted)
  const at = await page.evaluate(() => (window as unknown as Measured).watched.painted!)
  return at - (await page.evaluate(since))
}

/** The same page and its files, handed out by a server that does nothing else. */
async function bareOpening(ground: Ground, page: Page, { client }: Served): Promise<Opened> {
  const bare = await ground.bare()
  const html = await client.get(`/projects/${SLUG}/sources/1`)
  const files = new Set([...html.body.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!))
  for (const path of files) {
    const file = await client.get(path)
    await bare.client.put(path, file.headers['content-type'] ?? '', file.body)
  }
  for (let nth = 1; nth <= 191; nth++) await bare.client.put(`/page/${nth}`, 'text/html; charset=utf-8', html.body)
  return clickThrough(ground, page, (nth) => `${bare.server.address}/page/${nth}`)
}

/** On a source's page, paragraph after paragraph: its number's theme is picked, Enter codes it. */
export async function codeByKeyboard(ground: Ground, page: Page): Promise<Sample> {
  return sampleOf(
    ground.times(40),
    async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('3')
      await page.locator('#picker').waitFor({ state: 'visible' })
      await page.keyboard.press('Enter')
      return painted(page, () => (window as unknown as Measured).watched.act!)
    },
    2,
  )
}

/** From Enter to the frame that shows a changed word: what Chromium takes by itself. */
async function changeInPlace(ground: Ground, page: Page): Promise<Sample> {
  await page.evaluate(() => {
    const words = document.querySelector('#st-8 .words')!
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') words.replaceChildren(document.createElement('b'))
        event.stopImmediatePropagation()
      },
      { capture: true },
    )
  })
  return sampleOf(ground.times(40), async () => {
    await page.keyboard.press('Enter')
    return painted(page, () => (window as unknown as Measured).watched.act!)
  })
}

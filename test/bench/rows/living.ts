import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { findChromium } from '../../support/chromium.js'
import { SLUG } from '../corpus.ts'
import type { Figure, Skipped } from '../figure.ts'
import type { Ground, Served } from '../ground.ts'
import { percentile, type Sample, sampleOf } from '../measure.ts'
import { codeByKeyboard } from './painting.ts'

/** In a real Chromium, what a coder lives with: 300,000 characters with 2,000 codings, and a codebook of 1,000 codes. */
export async function living(ground: Ground): Promise<(Figure | Skipped)[]> {
  if (!findChromium()) return [{ name: 'living', skipped: 'no Chromium' }]
  const { page, close } = await openBrowser()
  await page.addInitScript({ path: fileURLToPath(new URL('../watch-frames.js', import.meta.url)) })
  try {
    const long = await ground.over('long')
    const first = await sampleOf(ground.times(20), () => firstView(page, long), 2)
    const scrolled = await scroll(ground, page, long)
    const opened = await openPicker(ground, page, long)
    const coded = await codeByKeyboard(ground, page)
    return [
      { name: '300,000 characters, 2,000 codings: first view', unit: 'ms', sample: first, limit: { of: 'p95', at: 1000 } },
      { name: '… longest task of a scroll from end to end', unit: 'ms', sample: scrolled, limit: { of: 'p50', at: 50 } },
      { name: '… picker opens', unit: 'ms', sample: opened, limit: { of: 'p50', at: 50 } },
      { name: '… coding painted', unit: 'ms', sample: coded, limit: { of: 'p50', at: 100 } },
      await filterThousand(ground, page),
    ]
  } finally {
    await close()
  }
}

type Watched = { painted?: number; first?: number; act?: number; shown?: number; tasks?: number[] }
type Measured = { watched: Watched }

async function firstView(page: Page, { server }: Served): Promise<number> {
  await page.goto('about:blank')
  const asked = await page.evaluate(() => performance.timeOrigin + performance.now())
  await page.goto(`${server.address}/projects/${SLUG}/sources/1`, { waitUntil: 'commit' })
  await page.waitForFunction(() => (window as unknown as Measured).watched?.painted)
  return (await page.evaluate(() => (window as unknown as Measured).watched.first!)) - asked
}

/** The longest task, in milliseconds, of each scroll through the whole transcript by wheel; 0 where none was over 50. */
async function scroll(ground: Ground, page: Page, { server }: Served): Promise<Sample> {
  return sampleOf(
    ground.times(10),
    async () => {
      await page.goto(`${server.address}/projects/${SLUG}/sources/1`)
      await page.locator('#st-2 .words').click()
      await page.waitForTimeout(500)
      await page.evaluate(() => {
        ;(window as unknown as Measured).watched.tasks = []
      })
      const scroller = page.locator('.reading-scroll')
      await scroller.hover()
      const tall = await scroller.evaluate((element) => element.scrollHeight)
      for (let at = 0; at < tall; at += tall / 60) await page.mouse.wheel(0, tall / 60)
      await page.waitForTimeout(500)
      if ((await scroller.evaluate((element) => element.scrollTop + element.clientHeight)) < tall * 0.95) throw new Error('the scroll did not reach the end')
      return page.evaluate(() => Math.max(0, ...((window as unknown as Measured).watched.tasks ?? [])))
    },
    1,
  )
}

async function openPicker(ground: Ground, page: Page, { server }: Served): Promise<Sample> {
  await page.goto(`${server.address}/projects/${SLUG}/sources/1`)
  await page.locator('#st-2 .words').click()
  return sampleOf(
    ground.times(40),
    async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('c')
      await page.locator('#picker').waitFor({ state: 'visible' })
      await page.waitForFunction(() => (window as unknown as Measured).watched.shown)
      const took = await page.evaluate(() => {
        const { watched } = window as unknown as Measured
        return watched.shown! - watched.act!
      })
      await page.keyboard.press('Escape')
      return took
    },
    3,
  )
}

/** What each letter costs in the picker with 1,000 codes: filtering, and laying out what is left. */
async function filterThousand(ground: Ground, page: Page): Promise<Figure> {
  const { server } = await ground.over('wide')
  const rows = Array.from(
    { length: 975 },
    (_, nth) => `"Område ${nth % 25} > Förhållande nummer ${nth} i trakten",What this is about in some words number ${nth}`,
  )
  const form = new FormData()
  form.set('codebook', 'file')
  form.set('file', new File([`code,definition\n${rows.join('\n')}\n`], 'codes.csv', { type: 'text/csv' }))
  const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: server.address }
  const taken = await fetch(`${server.address}/projects/${SLUG}/codebook/file`, { method: 'POST', body: form, headers, redirect: 'manual' })
  if (taken.status >= 400) throw new Error(`the codebook answers ${taken.status}`)
  await page.goto(`${server.address}/projects/${SLUG}/sources/1`)
  await page.locator('#st-2 .words').click()
  await page.keyboard.press('c')
  await page.locator('#picker').waitFor({ state: 'visible' })
  const written = ['f', 'fö', 'för', 'förh', 'nummer', 'nummer 4', 'nummer 42', 'område 7', 'omrade 7 for', 'trkten', '']
  const each = await page.evaluate(
    ({ written, times }) => {
      const input = document.getElementById('pick') as HTMLInputElement
      const options = document.querySelectorAll('.codebook a[data-code]').length
      const taken: number[] = []
      for (let nth = 0; nth < times; nth++)
        for (const text of written) {
          const began = performance.now()
          input.value = text
          input.dispatchEvent(new InputEvent('input', { bubbles: true }))
          void document.getElementById('picker')!.offsetHeight
          taken.push(performance.now() - began)
        }
      return { options, taken }
    },
    { written, times: ground.times(20) },
  )
  const sample = each.taken.sort((a, b) => a - b)
  if (each.options < 1000) throw new Error(`only ${each.options} codes in the codebook`)
  return {
    name: 'a letter in the picker, 1,000 codes',
    unit: 'ms',
    sample,
    limit: { of: 'p95', at: 16 },
    note: `longest ${percentile(sample, 1).toFixed(1)} ms`,
  }
}

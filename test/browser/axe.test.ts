import { beforeAll, expect, test } from 'vitest'
import { pathOfPlace, places } from '../../views/layout/page.tsx'
import { crawl, type Found } from './crawl.ts'
import { serveDemo } from './demo.ts'
import { violations } from './run-axe.ts'

const demo = serveDemo()
const rooms = places.map((place) => pathOfPlace('demo', place))
const beginnings = [
  '/',
  '/settings',
  ...rooms,
  '/projects/demo/sources/1',
  '/projects/demo/sources/2?at=400-520',
  '/projects/demo/imports',
  '/projects/demo/quotations',
]

/** What the other colours of the same page may break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

let found: Found
beforeAll(async () => {
  found = await crawl(demo.address, beginnings)
})

test('no link of any page leads nowhere', () => {
  expect(found.pages.length).toBeGreaterThan(3)
  expect(found.dead).toEqual([])
})

test('axe sees what is wrong', async () => {
  const page = await demo.visit({ bypassCSP: true })
  await page.goto(demo.at('/sources/1'))
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('button')))
  expect((await violations(page)).join()).toContain('button-name')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => document.querySelector('main')!.append('seen by nobody'))
  await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { main { color: #222 !important; background: #222 !important } }' })
  expect((await violations(page, OF_COLOUR)).join()).toContain('color-contrast')
})

for (const width of [1440, 390])
  test(`axe finds nothing serious on any page, light and dark, ${width} px`, async () => {
    const page = await demo.visit({ viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: 'reduce' })
    const wrong: string[] = []
    for (const path of found.pages) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(demo.address + path)
      wrong.push(...(await violations(page)).map((one) => `${path}: ${one}`))
      await page.emulateMedia({ colorScheme: 'dark' })
      wrong.push(...(await violations(page, OF_COLOUR)).map((one) => `${path}, dark: ${one}`))
    }
    expect(wrong).toEqual([])
  }, 300_000)

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
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing serious on any page, ${colorScheme}, ${width} px`, async () => {
      const page = await demo.visit({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
      const wrong: string[] = []
      for (const path of found.pages) {
        await page.goto(demo.address + path)
        wrong.push(...(await violations(page)).map((one) => `${path}: ${one}`))
      }
      expect(wrong).toEqual([])
    }, 240_000)

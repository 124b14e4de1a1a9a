import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { inviteFirst, invitePerson, inviteReset } from '../../src/services/invite.ts'
import { openHouse } from '../../src/storage/open.ts'
import { pathOfPlace, places } from '../../views/layout/places.ts'
import { crawl, type Found } from './crawl.ts'
import { serveDemo } from './demo.ts'
import { OF_COLOUR, violations } from './run-axe.ts'

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
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => document.querySelector('main')!.append('seen by nobody'))
  await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { main { color: #222 !important; background: #222 !important } }' })
  expect((await violations(page, OF_COLOUR)).join()).toContain('color-contrast')
})

/** On a computer and on a phone, light and dark: a page is loaded once, for loading and reading axe is most of the time that it takes. */
async function lookAtPage(page: Page, path: string): Promise<string[]> {
  const wrong: string[] = []
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(demo.address + path)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    wrong.push(...(await violations(page)).map((one) => `${path}, ${width} px: ${one}`))
    await page.emulateMedia({ colorScheme: 'dark' })
    wrong.push(...(await violations(page, OF_COLOUR)).map((one) => `${path}, dark, ${width} px: ${one}`))
  }
  return wrong
}

test('axe finds nothing serious on any page, light and dark, 1440 and 390 px', async () => {
  const page = await demo.visit({ bypassCSP: true, reducedMotion: 'reduce' })
  const wrong: string[] = []
  for (const path of found.pages) wrong.push(...(await lookAtPage(page, path)))
  expect(wrong).toEqual([])
}, 600_000)

// The last of the file: from here on people sign in.
test('axe finds nothing serious on the pages of people: the first account, signing in, one’s account, who is in a project, invitations, what is not there', async () => {
  const wrong: string[] = []
  const look = async (page: Page, path?: string) => {
    if (path) await page.goto(demo.address + path)
    for (const [colorScheme, width, rules] of [
      ['light', 1440, undefined],
      ['dark', 390, [...OF_COLOUR, 'label-content-name-mismatch', 'target-size']],
    ] as ['light' | 'dark', number, string[] | undefined][]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const where = `${new URL(page.url()).pathname}, ${colorScheme}, ${width} px`
      wrong.push(...(await violations(page, rules)).map((one) => `${where}: ${one}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push(`${where}: wider than the screen`)
    }
  }
  const page = await demo.visit({ bypassCSP: true, reducedMotion: 'reduce' })
  const house = await openHouse(join(demo.folder, 'utsaga.sqlite'))
  try {
    const password = 'fyra gula cyklar'
    const { path } = await inviteFirst(house)
    await look(page, path)
    await page.locator('input[name=name]').fill('anna')
    await page.locator('input[name=called]').fill('Anna')
    await page.locator('input[name=password]').fill(password)
    await page.locator('form.sign-in button[type=submit]').click()
    await page.waitForURL(`${demo.address}/`)
    const projectId = 1
    const links = [await invitePerson(house, { byId: 1, into: { projectId, role: 'supervisor' } }), await inviteReset(house, { name: 'anna', byId: 1 })]
    for (const path of ['/', '/account', '/projects/demo/people', '/projects/demo/history', '/projects/never-was', links[0]!.path]) await look(page, path)
    await page.goto(`${demo.address}/projects/demo/people`)
    await page.locator('form[action$="/invitations#invite"] button').click()
    await page.locator('#link').waitFor()
    await look(page)
    const stranger = await demo.visit({ bypassCSP: true, reducedMotion: 'reduce' })
    for (const path of ['/sign-in', '/projects/demo', links[0]!.path, links[1]!.path, '/invitations/never-was']) await look(stranger, path)
  } finally {
    await house.close()
  }
  expect(wrong).toEqual([])
}, 120_000)

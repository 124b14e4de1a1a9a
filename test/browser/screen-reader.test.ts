import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

type Spoken = { role: string; name: string }

/** What Chromium gives to screen readers, in the order in which they read it. */
async function spokenOf(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: { nodeId: string; ignored: boolean; role?: { value: string }; name?: { value: string }; childIds?: string[] }[]
  }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = (id: string): Spoken[] => {
    const node = byId.get(id)
    if (!node) return []
    const own = node.ignored ? [] : [{ role: node.role?.value ?? '', name: node.name?.value ?? '' }]
    return [...own, ...(node.childIds ?? []).flatMap(read)]
  }
  return read(nodes[0]!.nodeId)
}

test('where a coding begins and ends is said, with its code and coder, and is in nobody’s words', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1?focus=66'))
  await page.locator('#st-66.in-focus .words:focus').waitFor()
  const beginsAt = (one: readonly Spoken[]) => one.filter(({ name }) => /, börjar/.test(name)).length
  expect(beginsAt(await spokenOf(page)), 'near the paragraph in focus').toBeGreaterThan(0)
  // Chromium reads out the style of paragraphs that are near the window alone; here all are.
  await page.locator('.turn').evaluateAll((turns) => {
    for (const turn of turns) (turn as HTMLElement).style.setProperty('content-visibility', 'visible')
  })
  await expect.poll(async () => beginsAt(await spokenOf(page))).toBeGreaterThan(8)
  const spoken = await spokenOf(page)
  const texts = spoken.filter(({ role }) => role === 'StaticText').map(({ name }) => name.trim())
  const codings = new Set(await page.locator('mark.run').evaluateAll((marks) => marks.flatMap((mark) => mark.getAttribute('data-codings')!.split(' '))))
  const begins = texts.flatMap((text) => text.match(/kodat [^;]+, av [^;]+, börjar/g) ?? [])
  const ends = texts.filter((text) => /^\(.* slutar/.test(text)).flatMap((text) => text.match(/slutar/g) ?? [])
  expect(begins.length).toBe(codings.size)
  expect(ends.length).toBe(codings.size)
  const at = texts.findIndex((text) => text.startsWith('kodat '))
  expect(texts[at + 1]).toBe(await page.locator('mark.run').first().textContent())
  expect(await page.locator('#transcript').textContent()).not.toContain('börjar:')
})

test('a paragraph says its number, who speaks and how much is coded in it', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1'))
  const groups = (await spokenOf(page)).filter(({ role, name }) => role === 'group' && name.startsWith('Stycke'))
  expect(groups.length).toBe(await page.locator('.turn').count())
  expect(groups.map(({ name }) => name)).toContain('Stycke 7, Informant, 2 kodningar')
})

test('what is selected by keys is said: a word by itself, more by their number and the word at the end that moved', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1?focus=7'))
  await page.locator('#st-7.in-focus .words:focus').waitFor()
  const says = (what: string) => expect.poll(() => page.locator('#said').textContent()).toBe(what)
  await page.keyboard.press('w')
  await says('Upp')
  await page.keyboard.press('Shift+ArrowRight')
  await says('2 ord markerade, Sju')
  await page.keyboard.press('o')
  await says('Början flyttas, vid Upp')
  await page.keyboard.press('Escape')
  await says('Upp')
  await page.keyboard.press('Escape')
  await says('Inget är markerat')
  await page.keyboard.press('.')
  await says('Ingen kod är använd än')
})

test('the regions: one place to navigate, one for the content, and headings in order', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/sources/1'))
  const spoken = await spokenOf(page)
  const roles = spoken.map(({ role }) => role)
  for (const role of ['banner', 'main', 'complementary'])
    expect(
      roles.filter((one) => one === role),
      role,
    ).toHaveLength(1)
  // What an act did, what a move did, what happens beside one's own work.
  expect(roles.filter((role) => role === 'status')).toHaveLength(3)
  const names = spoken.filter(({ role }) => role === 'navigation').map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})

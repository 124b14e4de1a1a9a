import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keyMap } from '../../views/assets/key-map.js'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()

/** Forms that are never seen, and what submits them: a key of the map, or what somebody does on the page. */
const unseen: Record<string, string> = {
  'undo-form': 'undo',
  'redo-form': 'redo',
  'repeat-form': 'again',
  'pin-form': 'pin',
  'unpin-form': 'pin',
  'text-editor-form': 'correct',
  'focus-form': 'next',
  'recode-form': 'recode',
  'open-form': 'by a bar in the margin',
  'suggest-form': 'by staying at a paragraph',
  'overview-form': 'by choosing which codings are shown',
  'changes-form': 'by what others do',
  'again-form': 'by every act, one after another',
  'code-act': 'by the menu of a row of the codebook, its keys and dragging',
  'code-name': 'by the menu of a row of the codebook, F2 and N',
  'move-pin-form': 'by Alt and arrows on a pin, and in the codebook',
}

const pages: Record<string, (page: Page) => Promise<unknown>> = {
  'the page of a source': async (page) => {
    await goTo(page, demo.at('/sources/1?focus=7'))
    await page.locator('#st-7.in-focus .words:focus').waitFor()
    await page.locator('#st-7 .bar-name').first().click()
    await page.locator('#passage .open').waitFor()
  },
  'the codebook': async (page) => goTo(page, demo.at('/codebook?code=3')),
  quotations: async (page) => goTo(page, demo.at('/quotations?filter=code%3A%233')),
  memos: async (page) => goTo(page, demo.at('/memos')),
}

for (const [name, open] of Object.entries(pages))
  test(`${name}: everything that acts has a name, and Tab or a key comes to it`, async () => {
    const page = await demo.visit()
    await open(page)
    await page.waitForLoadState('networkidle')
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    expect(await nameless(page)).toEqual([])
    expect(await unreached(page)).toEqual([])
    const hidden = await page.locator('form[hidden]').evaluateAll((forms) => forms.map((form) => form.id || (form.getAttribute('action') ?? '')))
    expect(hidden.filter((id) => !(id in unseen))).toEqual([])
    for (const key of hidden.map((id) => unseen[id]!).filter((one) => !one.startsWith('by '))) expect(keyMap.map((entry) => entry.name)).toContain(key)
    const seen = page.locator('form:not([hidden], [method=dialog])')
    const mute = await seen.evaluateAll((forms) =>
      forms
        .filter((form) => form.checkVisibility() && !form.querySelector('button:not([type=button]), input[type=submit], input[type=search], [role=combobox]'))
        .map((form) => form.outerHTML.slice(0, 200)),
    )
    expect(mute, 'forms that nothing submits').toEqual([])
  })

/** What can be acted on and has no name for a screen reader. */
async function nameless(page: Page): Promise<string[]> {
  const acting = [
    'button',
    'link',
    'textbox',
    'searchbox',
    'combobox',
    'checkbox',
    'radio',
    'listbox',
    'option',
    'menuitem',
    'treeitem',
    'slider',
    'DisclosureTriangle',
  ]
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: { ignored: boolean; role?: { value: string }; name?: { value: string }; backendDOMNodeId?: number }[]
  }
  await session.detach()
  expect(nodes.filter(({ role }) => acting.includes(role?.value ?? '')).length).toBeGreaterThan(20)
  return nodes
    .filter(({ ignored, role, name }) => !ignored && acting.includes(role?.value ?? '') && !name?.value.trim())
    .map(({ role, backendDOMNodeId }) => `${role!.value} ${backendDOMNodeId}`)
}

/** What can be acted on and is not come to by Tab. In a list or tree where arrows move, one of it is enough; and of radio buttons. */
async function unreached(page: Page): Promise<string[]> {
  const selector =
    'a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]'
  const all = await page.evaluate((which) => {
    let n = 0
    for (const element of document.querySelectorAll<HTMLElement>(which))
      if (element.checkVisibility({ visibilityProperty: true })) element.dataset['reach'] = String(n++)
    document.querySelector<HTMLElement>('[data-reach="0"]')?.focus()
    return n
  }, selector)
  const reached = new Set<string>(['0'])
  for (let tabs = 0; tabs < all + 20; tabs++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['reach'])
    if (at === undefined && reached.size > 5) break
    if (at !== undefined) reached.add(at)
  }
  return page.evaluate(
    (known) => {
      const rows = (element: Element) => element.closest('[role=listbox], [role=tree], ul, ol, table, #transcript')
      const isKnown = (element: HTMLElement) => known.includes(element.dataset['reach'] ?? '')
      const left = [...document.querySelectorAll<HTMLElement>('[data-reach]')].filter((element) => !isKnown(element))
      return left
        .filter((element) => {
          // What holds something that Tab comes to is come to with it.
          if (element.tabIndex < 0)
            return !(
              [...element.querySelectorAll<HTMLElement>('[data-reach]')].some(isKnown) ||
              element.id === 'main' ||
              element.id === 'code' ||
              [...(rows(element)?.querySelectorAll<HTMLElement>('[data-reach]') ?? [])].some(isKnown)
            )
          const name = element.getAttribute('type') === 'radio' && element.getAttribute('name')
          return !(name && [...document.querySelectorAll<HTMLElement>(`[name="${name}"]`)].some(isKnown))
        })
        .map((element) => element.outerHTML.slice(0, 160))
    },
    [...reached],
  )
}

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keyMap } from '../../views/assets/key-map.js'
import { goTo, serveDemo } from './demo.ts'

const demo = serveDemo()
const CODED = 7

type Press = (...keys: string[]) => Promise<void>
type Does = (page: Page, key: string, press: Press) => Promise<unknown>

const selected = (page: Page) => page.evaluate(() => [...((CSS.highlights.get('selected') ?? []) as Iterable<Range>)].map(String).join(' '))
const inFocus = async (page: Page) => Number((await page.locator('.turn.in-focus').getAttribute('id'))!.slice(3))
const toast = (page: Page, says: RegExp) => page.locator('#toast .toast > span', { hasText: says }).waitFor()
const picker = (page: Page) => page.locator('#picker').waitFor({ state: 'visible' })
const openCoding = async (page: Page) => {
  await page.locator(`#st-${CODED} .bar-name`).first().focus()
  await page.keyboard.press('Enter')
  await page.locator('#passage .open').waitFor()
}
/** A key that selects more or less than before. */
const changes =
  (begin: string[], test: (before: string, after: string) => boolean): Does =>
  async (page, key, press) => {
    await press(...begin)
    const before = await selected(page)
    await press(key)
    expect(test(before, await selected(page)), `${key}: ${before} / ${await selected(page)}`).toBe(true)
  }
const onOpen =
  (says: RegExp): Does =>
  async (page, key, press) => {
    await openCoding(page)
    await press(key)
    await toast(page, says)
    await press('z')
    await toast(page, /Ångrat/)
  }
const inPicker =
  (does: Does): Does =>
  async (page, key, press) => {
    await press('w', 'c')
    await picker(page)
    await does(page, key, press)
  }
const coded =
  (typed: string): Does =>
  async (page, key, press) => {
    await page.keyboard.type(typed)
    await press(key)
    await toast(page, /Kodat/)
    await press('z')
    await toast(page, /Ångrat/)
  }

/** What each key of the map does, beginning at a coded paragraph. */
const does: Record<string, Does> = {
  search: async (page, key, press) => press(key).then(() => page.locator('#find:focus').waitFor()),
  help: async (page, key, press) => press(key).then(() => page.locator('#keys[open]').waitFor()),
  close: async (page, key, press) => {
    await press('?', key)
    await page.locator('#keys:not([open])').waitFor({ state: 'attached' })
  },
  undo: async (page, key, press) => {
    await press('w', '2')
    await picker(page)
    await press('Enter')
    await toast(page, /Kodat/)
    await press(key)
    await toast(page, /Ångrat/)
  },
  redo: async (page, key, press) => {
    await press(key)
    await toast(page, /Gjort igen/)
    await press('z')
    await toast(page, /Ångrat/)
  },
  go: async (page, key, press) => press(key, 'b').then(() => page.waitForURL(/codebook/)),
  next: async (page, key, press) => press(key).then(async () => expect(await inFocus(page)).toBe(CODED + 1)),
  previous: async (page, key, press) => press(key).then(async () => expect(await inFocus(page)).toBe(CODED - 1)),
  uncoded: async (page, key, press) => {
    await page.locator('#next-uncoded').waitFor()
    await press(key)
    await page.locator(`.turn.in-focus:not(#st-${CODED}):not(:has(.coding))`).waitFor()
  },
  'same-code': async (page, key, press) => press(key).then(() => page.locator(`.turn.in-focus:not(#st-${CODED}):has(.coding)`).waitFor()),
  'next-source': async (page, key, press) => press(key).then(() => page.waitForURL(/sources\/2/)),
  'previous-source': async (page, key, press) => {
    await goTo(page, demo.at('/sources/2'))
    await press(key)
    await page.waitForURL(/sources\/1/)
  },
  address: async (page, key, press) => {
    await openCoding(page)
    await press(key)
    await page.locator('#passage .open .copy-address').waitFor()
  },
  discuss: async (page, key, press) => {
    await openCoding(page)
    await press(key)
    await page.waitForURL(/discussion\/coding\/\d+/)
  },
  sentence: changes([], (_, after) => /[.?!]$/.test(after)),
  'less-sentence': changes(['m', 'm'], (before, after) => before.startsWith(after) && after.length < before.length),
  word: changes([], (_, after) => /^\S+$/.test(after)),
  'word-after': changes(['w'], (before, after) => /^\S+$/.test(after) && after !== before),
  'word-before': changes(['w', 'ArrowRight'], (before, after) => /^\S+$/.test(after) && after !== before),
  'word-on': changes(['w'], (before, after) => after.startsWith(before) && after.length > before.length),
  'word-back': changes(['w', 'ArrowRight', 'ArrowRight'], (before, after) => after.endsWith(before) && after.length > before.length),
  'paragraph-on': changes(['w'], (before, after) => after.startsWith(before) && after.length > before.length + 20),
  'paragraph-back': changes(['w'], (before, after) => after.endsWith(before) && after.length > before.length + 20),
  'other-end': async (page, key, press) => {
    await press('w', 'ArrowRight', 'Shift+ArrowRight')
    const before = await selected(page)
    await press(key, 'Shift+ArrowLeft')
    expect(await selected(page)).toMatch(new RegExp(`.+${before}$`))
  },
  'step-back': async (page, key, press) => {
    await press('w')
    const before = await selected(page)
    await press('Shift+ArrowRight', 'Shift+ArrowRight', key)
    expect(await selected(page)).toBe(before)
    await press(key)
    expect(await selected(page)).toBe('')
  },
  pick: async (page, key, press) => press(key).then(() => picker(page)),
  theme: async (page, key, press) => {
    await press(key)
    await picker(page)
    expect(await page.locator('#pick').inputValue()).toBe(key)
  },
  pin: async (page, key, press) => {
    const row = page.locator('.codebook a[data-code]').nth(2)
    for (const says of [/Fäste/, /Lossade/]) {
      await row.focus()
      await press(key)
      await toast(page, says)
    }
  },
  pinned: async (page, key, press) => {
    for (let place = 1; place <= 6; place++) {
      await page.locator('.codebook a[data-code]').nth(place).focus()
      await press('p')
      await page.locator(`#pins .pin >> nth=${place - 1}`).waitFor()
    }
    await page.locator(`#st-${CODED} .words`).focus()
    await press('m', key)
    await toast(page, /Kodat/)
    for (let step = 0; step < 7; step++) {
      await page.evaluate(() => document.querySelector('#toast')!.replaceChildren())
      await press('z')
      await toast(page, /Ångrat/)
    }
    await page.locator('#pins .pin').first().waitFor({ state: 'detached' })
  },
  only: async (page, key, press) => {
    await press(key)
    await page.locator('.margin .coding.off').first().waitFor({ state: 'attached' })
    await press(key)
    await page.locator('.margin .coding.off').first().waitFor({ state: 'detached' })
  },
  again: async (page, key, press) => press('w', key).then(() => toast(page, /Kodat/)),
  correct: async (page, key, press) => press(key).then(() => page.locator('#text-editor textarea').waitFor()),
  memo: async (page, key, press) => {
    await openCoding(page)
    await press(key)
    await page.locator('#passage .open .memos textarea:focus').waitFor()
  },
  recode: async (page, key, press) => {
    await openCoding(page)
    await press(key)
    await page.locator('#picker.recoding #pick:focus').waitFor()
    await press('Escape')
  },
  remove: onOpen(/Tog bort/),
  'end-back': onOpen(/Flyttade/),
  'end-on': onOpen(/Flyttade/),
  'start-back': onOpen(/Flyttade/),
  'start-on': onOpen(/Flyttade/),
  apply: inPicker(coded('21')),
  'new-code': inPicker(coded('Något helt nytt')),
  'in-vivo': inPicker(coded('')),
  several: inPicker(async (page, key, press) => {
    await press(key, 'ArrowDown', key)
    expect(await page.locator('#picker .option[aria-selected=true]').count()).toBe(2)
  }),
  'to-memo': inPicker(async (page, key, press) => press(key).then(() => page.locator('#pick-memo:focus').waitFor())),
  'pin-there': inPicker(async (page, key, press) => {
    await press(key)
    await toast(page, /Fäste/)
    expect(await page.locator('#picker').isVisible(), 'the picker stays').toBe(true)
    await press(key)
    await toast(page, /Lossade/)
  }),
  'row-on': async (page, key, press) => {
    await goTo(page, demo.at('/search?q=kommun'))
    await page.waitForLoadState('networkidle')
    await page.locator('#q').evaluate((field: HTMLElement) => field.blur())
    await press(key)
    await page.locator('#results tr[data-hit] :focus').first().waitFor()
  },
  'row-back': async (page, key, press) => {
    await goTo(page, demo.at('/search?q=kommun'))
    await page.waitForLoadState('networkidle')
    await page.locator('#q').evaluate((field: HTMLElement) => field.blur())
    await press('j', 'j', key)
    await page.locator('#results tr[data-hit]').first().locator(':focus').waitFor()
  },
}

/** At the words of the coded paragraph, nothing selected, nothing said; on a page drawn anew where the key before may have changed it. */
async function beginAt(page: Page, where: string): Promise<void> {
  if (!['move', 'select', 'picker'].includes(where) || !page.url().includes('/sources/1')) await goTo(page, demo.at(`/sources/1?focus=${CODED}`))
  else {
    for (const _ of 'abc') await page.keyboard.press('Escape')
    await page.locator(`#st-${CODED} .words`).focus()
    await page.evaluate(() => document.querySelector('#toast')!.replaceChildren())
  }
  await page.locator(`#st-${CODED}.in-focus .words:focus`).waitFor()
}

/** Places whose keys are tried where those places are: the codebook, the quotations, the framework matrix, the supervisor's page. */
const places: readonly string[] = ['book', 'quotations', 'framework', 'themes']
const elsewhere = ({ where, name }: (typeof keyMap)[number]) => places.includes(where) || /-hits?$/.test(name)

test('the test knows every key of the map', () => {
  expect(Object.keys(does).sort()).toEqual(
    keyMap
      .filter((entry) => !elsewhere(entry))
      .map(({ name }) => name)
      .sort(),
  )
})

test('every key of the map does what it says', async () => {
  const page = await demo.visit()
  const press: Press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key)
  }
  await goTo(page, demo.at(`/sources/1?focus=${CODED}`))
  for (const { name, where, keys } of keyMap.filter((entry) => !elsewhere(entry)))
    for (const key of keys.length > 2 ? [keys[0]!, keys.at(-1)!] : keys) {
      if (name === 'theme' && key === '9') continue
      await beginAt(page, where)
      await does[name]!(page, key, press).catch((error) => {
        throw new Error(`${name} (${key}): ${error.message}`)
      })
    }
}, 120_000)

test('single keys may be switched off; arrows, Enter and Esc go on', async () => {
  const page = await demo.visit()
  await goTo(page, demo.at('/../../settings'))
  await page.locator('#reading-keys').selectOption('off')
  await page.locator('form[action^="/settings/reading"] button').click()
  await goTo(page, demo.at(`/sources/1?focus=${CODED}`))
  await page.locator(`#st-${CODED}.in-focus .words:focus`).waitFor()
  for (const key of ['j', 'c', '4', '?', 'Shift+Digit1']) await page.keyboard.press(key)
  expect(await inFocus(page)).toBe(CODED)
  expect(await page.locator('#picker').isVisible()).toBe(false)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await selected(page)).toMatch(/^\S+ \S+$/)
  await page.keyboard.press('Enter')
  await picker(page)
})

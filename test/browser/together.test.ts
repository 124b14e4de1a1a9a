import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { type Chance, chanceOf } from '../bench/chance.ts'
import { startProgram, startServer } from '../support/server.ts'
import { goTo, serveDemo } from './demo.ts'
import { pictureOf } from './picture.ts'

const demo = serveDemo()
const codings = (page: Page, number: number) => page.locator(`#st-${number} .margin .coding`).count()
const waiting = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem(`utsaga-waiting ${document.body.dataset['who']}`) ?? '[]').length as number)
const nothingWaits = (page: Page) => page.waitForFunction(() => sessionStorage.getItem(`utsaga-waiting ${document.body.dataset['who']}`) === null)
const shownUpTo = (page: Page) => page.evaluate(() => Number(document.querySelector<HTMLElement>('#transcript')!.dataset['act']))

/** Somebody at a source, as the coder of that number in the settings, in a browser that contact may be lost with. */
async function sit(coder: number, source: number): Promise<Page> {
  const page = await demo.visit({ mayLoseContact: true })
  await goTo(page, `${demo.address}/settings`)
  await page.locator('#coder').selectOption({ index: coder })
  await page.locator('input[name=only]').check()
  await page.locator('form[action="/settings/coder"] button').click()
  await page.locator('#toast .toast').waitFor()
  await goTo(page, demo.at(`/sources/${source}`))
  return page
}

function database() {
  const sqlite = new SQLite(join(demo.folder, 'utsaga.sqlite'), { readonly: true })
  onTestFinished(() => void sqlite.close())
  const spans = sqlite.prepare(
    'select coding.id, start_offset as start, end_offset as end from coding join quotation on quotation.id = quotation_id where source_id = ? order by coding.id',
  )
  const newest = sqlite.prepare('select max(id) from act').pluck()
  return { newest: () => Number(newest.get()), codingsIn: (source: number) => spans.all(source) as { id: number; start: number; end: number }[] }
}

const press = async (page: Page, keys: string[]) => {
  for (const key of keys) {
    await page.keyboard.press(key)
    if (/^\d$/.test(key)) await page.locator('#picker').waitFor({ state: 'visible' })
  }
}

test('what somebody else codes arrives; selection, scroll, focus, an open picker and a half-written memo stay, and who did it is said', async () => {
  const [anna, jonas] = [await sit(1, 2), await sit(2, 2)]
  await press(anna, ['j', '5', 'Enter'])
  await anna.locator('#st-1 .margin .coding').waitFor()
  await press(anna, ['j', 'j', 'j', 'm'])
  await anna.locator('#passage h2', { hasText: 'Stycke 4' }).waitFor()
  await press(anna, ['a'])
  await anna.locator('#passage textarea:focus').waitFor()
  await anna.keyboard.type('Half a thou')
  const before = await standing(anna)
  await press(jonas, ['j', 'j', '4', 'Enter'])
  await anna.locator('#st-2 .margin .coding .by', { hasText: 'JM' }).waitFor()
  expect(await anna.locator('#together-said').textContent()).toBe('Jonas M kodade stycke 2')
  expect(await standing(anna)).toEqual(before)
  expect(await anna.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('Stycke 4: Half a thou')
  await anna.locator('#toast form button').click()
  await anna.locator('#st-1 .margin .coding').waitFor({ state: 'detached' })
  expect(await anna.locator('#passage textarea:visible').inputValue(), 'nor does an act of her own take it').toBe('Stycke 4: Half a thou')

  await anna.locator('#st-4 .words').focus()
  await press(anna, ['c'])
  await anna.locator('#picker').waitFor({ state: 'visible' })
  await anna.keyboard.type('bost')
  const picking = await standing(anna)
  await press(jonas, ['j', '2', 'Enter'])
  await anna.locator('#st-3 .margin .coding .by', { hasText: 'JM' }).waitFor()
  expect(await standing(anna)).toEqual(picking)
  expect(await anna.locator('#pick').inputValue()).toBe('bost')
  await anna.keyboard.press('Enter')
  await jonas.locator('#st-4 .margin .coding .by', { hasText: 'AL' }).waitFor()
})

/** Where somebody stands on a page. */
async function standing(page: Page) {
  return page.evaluate(() => ({
    scroll: [document.querySelector('.reading-scroll')!.scrollTop, scrollY],
    top: document.querySelector('.in-focus')!.getBoundingClientRect().top,
    focus: document.activeElement?.id || document.activeElement?.className,
    selected: [...(CSS.highlights.get('selected') ?? [])].map(String),
    picker: document.querySelector<HTMLElement>('#picker')!.hidden,
  }))
}

test('without contact acts wait in order, and are done once when it is back, also that whose answer was lost', async () => {
  const [anna, jonas] = [await sit(1, 3), await sit(2, 3)]
  await press(anna, ['j', '1', 'Enter'])
  await anna.locator('#st-1 .margin .coding').waitFor()
  const [before] = [database()]
  const acts = before.newest()
  // The answer to the first is lost after it was done; nothing gets through after it.
  await anna.route(/\/codings$/, async (route) => {
    await route.fetch()
    await route.abort()
    await anna.context().setOffline(true)
  })
  await press(anna, ['j', '2', 'Enter', 'j', '3', 'Enter', 'z'])
  await anna.locator('#together-lost', { hasText: 'Ingen kontakt med Utsaga. Det du kodar sparas när kontakten är tillbaka. 3 ändringar väntar.' }).waitFor()
  expect(before.newest(), 'the first was done').toBe(acts + 1)
  const waits = () => anna.evaluate(() => [...document.querySelectorAll('.turn[data-waits]')].map(({ id }) => id))
  expect(await waits(), 'where they wait is shown').toEqual(['st-2', 'st-3'])
  await press(anna, ['k', 'k', 'n'])
  expect(await anna.locator('.turn.in-focus').getAttribute('id'), 'N passes them').not.toMatch(/^st-[123]$/)
  await press(jonas, ['j', 'j', 'j', 'j', '4', 'Enter'])
  await jonas.locator('#st-2 .margin .coding').waitFor()
  await anna.unroute(/\/codings$/)
  await anna.context().setOffline(false)
  await anna.locator('#together-lost:empty').waitFor({ state: 'attached' })
  await anna.locator('#st-4 .margin .coding').waitFor()
  await nothingWaits(anna)
  expect(before.newest(), 'two more of hers and one of his').toBe(acts + 4)
  expect([await codings(anna, 2), await codings(anna, 3), (await waits()).length]).toEqual([1, 0, 0])
  expect(await anna.locator('#together-refused .notice').count(), 'what was done is not refused when it is sent again').toBe(0)
})

test('what waits outlives a reload, and what is refused at last is told with what it was about', async () => {
  const [anna, jonas] = [await sit(1, 4), await sit(2, 4)]
  await press(anna, ['j', 'j', '2', 'Enter'])
  await anna.locator('#st-2 .bar-name').click()
  await anna.locator('#passage [data-act=remove]').waitFor()
  await jonas.locator('#st-2 .bar-name').click()
  await jonas.locator('#passage [data-act=remove]').waitFor()
  await anna.context().setOffline(true)
  await anna.locator('#passage [data-act=remove] button').click()
  await anna.locator('#together-lost', { hasText: '1 ändring väntar.' }).waitFor()
  await jonas.locator('#passage [data-act=remove] button').click()
  await jonas.locator('#st-2 .bar-name').waitFor({ state: 'detached' })
  await anna.reload().catch(() => {})
  // Chromium loads a page that it could not have by itself when contact is back, and would be told first.
  await expect
    .poll(() =>
      anna.goto('about:blank').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await anna.context().setOffline(false)
  await goTo(anna, demo.at('/sources/4'))
  await anna.locator('#together-refused .notice').waitFor()
  expect(await anna.locator('#together-refused .notice').textContent()).toMatch(/^Sparades inte: Stycke 2, Ta bort\. Kodningen finns inte/)
  await nothingWaits(anna)
})

test('what waits is its coder’s: it is not sent while somebody else is at work in the browser, nor from their pages, and is when they are back', async () => {
  const page = await sit(1, 7)
  const coded = () => page.locator('#st-2 .margin .coding').count()
  const before = database()
  await press(page, ['j', 'j'])
  const tab = await page.context().newPage()
  const choose = async (coder: number) => {
    await goTo(tab, `${demo.address}/settings`)
    await tab.locator('#coder').selectOption({ index: coder })
    await tab.locator('input[name=only]').check()
    await tab.locator('form[action="/settings/coder"] button').click()
    await tab.locator('#toast .toast').waitFor()
  }
  await choose(2)
  const acts = before.newest()
  await press(page, ['2', 'Enter'])
  await page.locator('#notices', { hasText: 'Någon annan arbetar i den här webbläsaren nu.' }).waitFor()
  expect([before.newest(), await waiting(page)]).toEqual([acts, 1])
  // The same tab, as the other: nothing waits there, and nothing is sent.
  await page.reload().catch(() => {})
  await page.locator('#transcript').waitFor()
  expect([await coded(), await waiting(page), before.newest()]).toEqual([0, 0, acts])
  await choose(1)
  await goTo(page, demo.at('/sources/7'))
  await page.locator('#st-2 .margin .coding').waitFor()
  await nothingWaits(page)
  const { actor } = new SQLite(join(demo.folder, 'utsaga.sqlite'), { readonly: true })
    .prepare("select coder.name as actor from act join coder on coder.id = actor_id where kind = 'code-passage' order by act.id desc")
    .get() as { actor: string }
  expect(actor).not.toBe('Jonas M')
})

test('a server that ends is missed though nobody does anything, and what is coded until it is back is done then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-gone-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await startServer(folder, 'start')
  onTestFinished(() => first.stop())
  const page = await demo.visit({ mayLoseContact: true })
  await goTo(page, `${first.address}/projects/demo/sources/5`)
  await press(page, ['j', 'j'])
  await page.locator('#passage h2', { hasText: 'Stycke 2' }).waitFor()
  first.child.kill('SIGKILL')
  await page.locator('#together-lost', { hasText: /^Ingen kontakt med Utsaga.*tillbaka\.$/ }).waitFor()
  await press(page, ['5', 'Enter'])
  await page.locator('#together-lost', { hasText: '1 ändring väntar.' }).waitFor()
  const second = await startProgram(['src/start.js', 'serve', '--port', new URL(first.address).port, '--data', folder])
  onTestFinished(() => second.stop())
  await page.locator('#st-2 .margin .coding').waitFor()
  await page.locator('#together-lost:empty').waitFor({ state: 'attached' })
  await nothingWaits(page)
})

test('two browsers, three hundred interleaved acts, one of them cut off for a while: both end on the picture of the database', async () => {
  const SOURCE = 1
  const [anna, jonas] = [await sit(1, SOURCE), await sit(2, SOURCE)]
  const db = database()
  const began = db.newest()
  const done = () => db.newest() - began
  let cut = false
  await Promise.all([
    workOn(anna, chanceOf(7), async () => {
      if (!cut && done() > 90) {
        cut = true
        await whileCutOff(anna, chanceOf(9))
      }
      return done() < 300
    }),
    workOn(jonas, chanceOf(8), async () => done() < 300),
  ])
  expect(cut).toBe(true)
  for (const page of [anna, jonas]) {
    for (const until = Date.now() + 10_000; Date.now() < until && ((await waiting(page)) > 0 || (await shownUpTo(page)) < db.newest()); )
      await page.waitForTimeout(50)
    expect([await waiting(page), await shownUpTo(page)]).toEqual([0, db.newest()])
  }
  for (const page of [anna, jonas]) {
    const fresh = await page.context().newPage()
    const counted = fresh.waitForResponse(/\/codes\/counts/)
    await goTo(fresh, demo.at(`/sources/${SOURCE}`))
    await counted
    await fresh.waitForFunction(() => [...document.querySelectorAll('[id^=all-]')].every((one) => one.textContent !== ''))
    const [mine, theirs] = [await pictureOf(page), await pictureOf(fresh)]
    expect(mine.beside).toEqual(theirs.beside)
    expect(mine.transcript).toEqual(theirs.transcript)
    await fresh.close()
  }
  const text = await (await anna.request.get(demo.at(`/sources/${SOURCE}/text`))).text()
  const inDatabase = db.codingsIn(SOURCE).map(({ id, start, end }) => [id, text.slice(start, end).replaceAll('\n', '')])
  expect(await markedOn(anna)).toEqual(Object.fromEntries(inDatabase))
  expect(done()).toBeGreaterThanOrEqual(300)
}, 150_000)

/** The words that each coding marks on the page, by its id. */
function markedOn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const words: Record<string, string> = {}
    for (const run of document.querySelectorAll('#transcript [data-codings]'))
      for (const id of run.getAttribute('data-codings')!.split(' ')) words[id] = (words[id] ?? '') + run.textContent
    return words
  })
}

async function workOn(page: Page, chance: Chance, goesOn: () => Promise<boolean>): Promise<void> {
  while (await goesOn()) {
    await act(page, chance, ['code', 'code', 'code', 'remove', 'recode', 'edges', 'undo', 'redo'])
    await page.waitForTimeout(chance.whole(0, 25))
  }
}

/** Acts that need nothing from the server first are done while nothing gets through; then contact comes back. */
async function whileCutOff(page: Page, chance: Chance): Promise<void> {
  await nothingWaits(page)
  await page.context().setOffline(true)
  for (let n = 0; n < 14; n++) await act(page, chance, ['code', 'code', 'code', 'undo', 'redo'])
  await page.locator('#together-lost', { hasText: '14 ändringar väntar' }).waitFor()
  await page.waitForTimeout(2500)
  await page.context().setOffline(false)
}

/** One act by chance, through the forms that the keys and the mouse submit. */
async function act(page: Page, chance: Chance, kinds: readonly string[]): Promise<void> {
  const wish = { kind: chance.pick(kinds), at: chance.next(), long: chance.whole(8, 300), which: chance.next() }
  await page.evaluate(async ({ kind, at, long, which }) => {
    const pick = <T>(of: ArrayLike<T>) => of[Math.floor(which * of.length)]
    const last = Number(document.querySelector<HTMLElement>('#transcript .turn:last-of-type')!.dataset['end'])
    const place = { start: Math.floor(at * (last - 310)), end: Math.floor(at * (last - 310)) + long }
    const formOf = (selector: string) => document.querySelector<HTMLFormElement>(selector)
    const fill = (form: HTMLFormElement, values: Record<string, string | number>) => {
      for (const [name, value] of Object.entries(values)) {
        const field = form.elements.namedItem(name) as HTMLInputElement
        field.disabled = false
        field.value = `${value}`
      }
      form.requestSubmit()
    }
    const codes = [...document.querySelectorAll<HTMLElement>('#picker-codes .option')].map((option) => option.dataset['code']!)
    if (kind === 'undo' || kind === 'redo') return formOf(`#${kind}-form`)!.requestSubmit()
    if (kind === 'code') return fill(formOf('#repeat-form')!, { codeId: pick(codes)!, ...place, focus: 1 })
    const coding = pick(document.querySelectorAll('#transcript [data-coding]'))?.getAttribute('data-coding')
    if (!coding) return
    const open = formOf('#open-form')!
    open.setAttribute('hx-get', document.querySelector(`[data-coding="${coding}"] a.bar-name`)!.getAttribute('href')!)
    open.requestSubmit()
    const form = () => formOf(`#passage .open[data-coding="${coding}"] [data-act=${kind}][data-htmx-powered]`)
    for (let tries = 0; tries < 50 && !form(); tries++) await new Promise((resolve) => setTimeout(resolve, 10))
    if (!form()) return
    fill(form()!, kind === 'recode' ? { codeId: pick(codes)! } : kind === 'edges' ? place : {})
  }, wish)
}

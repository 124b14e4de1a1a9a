import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.js'

export type BrowserWish = Pick<BrowserContextOptions, 'viewport' | 'hasTouch' | 'isMobile' | 'acceptDownloads' | 'forcedColors' | 'reducedMotion'> & {
  /** Pages must do without, where false. */
  javaScript?: boolean
  colorScheme?: 'light' | 'dark'
  locale?: 'sv-SE' | 'en-GB'
  /** Contact with the server may be lost: what a browser writes of that is no fault. */
  mayLoseContact?: boolean
  /** For tests that put scripts of their own into a page, as axe. */
  bypassCSP?: boolean
}

export type OpenBrowser = {
  page: Page
  /** Everything a page may not do: errors on the console, broken policies, requests beyond this machine, answers of 500. */
  faults: string[]
  close(): Promise<void>
}

let running: Promise<Browser> | undefined

/** A page in a real Chromium, as a person with these wishes has it, with storage of its own. Chromium itself runs until `endBrowser`. */
export async function openBrowser(wish: BrowserWish = {}): Promise<OpenBrowser> {
  running ??= launch()
  const browser = await running
  const { javaScript = true, colorScheme = 'light', locale = 'sv-SE', viewport = { width: 1440, height: 900 }, mayLoseContact = false, ...rest } = wish
  const context = await browser.newContext({ javaScriptEnabled: javaScript, colorScheme, locale, viewport, ...rest })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  return { page, faults: watch(page, mayLoseContact), close: () => context.close() }
}

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found on this machine.')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'] })
}

export async function endBrowser(): Promise<void> {
  await (await running)?.close()
  running = undefined
}

const lostContact = /net::ERR_|Failed to fetch|NetworkError/

function watch(page: Page, mayLoseContact: boolean): string[] {
  const faults: string[] = []
  const at = () => new URL(page.url()).pathname
  page.on('console', (message) => {
    // A refusal is an answer (4xx) that Chromium also writes on the console; it is no fault of the page.
    if (message.type() !== 'error' || /status of 4\d\d/.test(message.text())) return
    if (mayLoseContact && lostContact.test(message.text())) return
    faults.push(`${at()} wrote: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${at()} threw: ${error.message}`))
  page.on('response', (response) => response.status() >= 500 && faults.push(`${new URL(response.url()).pathname} answered ${response.status()}`))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1') faults.push(`${at()} asked ${hostname}`)
  })
  return faults
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { type BrowserWish, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

export type DemoServer = {
  /** Address of a path of the demo study: `''` is its home. */
  at(path: string): string
  address: string
  /** Where its data lies. */
  folder: string
  /** A person in front of the demo study. When the test is done, a fault on any page fails it. */
  visit(wish?: BrowserWish): Promise<Page>
}

/** A server with the demo study, or one written before it starts, for all the tests of a file: each file has a study of its own to work on. */
export function serveDemo(study: { slug: string; write?: (folder: string) => Promise<void> } = { slug: 'demo' }): DemoServer {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-browser-'))
  let server: Server | undefined
  beforeAll(async () => {
    if (study.write) await study.write(folder)
    else cpSync(inject('demoFolder'), folder, { recursive: true })
    server = await startServer(folder)
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const demo: DemoServer = {
    folder,
    get address() {
      return server!.address
    },
    at: (path) => `${demo.address}/projects/${study.slug}${path}`,
    async visit(wish) {
      const { page, faults, close } = await openBrowser(wish)
      onTestFinished(async () => {
        await close()
        expect(faults, 'faults of the pages').toEqual([])
      })
      return page
    },
  }
  return demo
}

/** Go to a page of the house, which must answer. */
export async function goTo(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBe(200)
}

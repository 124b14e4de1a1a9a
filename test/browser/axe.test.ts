import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, serveDemo } from './demo.ts'
import { places } from './places.ts'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const demo = serveDemo()

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing serious on any page, ${colorScheme}, ${width} px`, async () => {
      const page = await demo.visit({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
      const found: string[] = []
      for (const [name, path] of Object.entries(places)) {
        await goTo(page, path.startsWith('//') ? demo.address + path.slice(1) : demo.at(path))
        found.push(...(await violations(page)).map((one) => `${name}: ${one}`))
      }
      expect(found).toEqual([])
    })

/** What is serious or critical, with the rule and the elements it is about. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary.slice(0, 200)}`)
  })
}

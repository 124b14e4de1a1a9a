import { setTimeout as wait } from 'node:timers/promises'
import { openClient } from '../../support/client.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'
import { waited } from './exporting.ts'

/** A search that finds more than 20,000 paragraphs: what coding their sentences would do, the act, and its undo; and how long others wait. */
export async function codingHits(ground: Ground): Promise<Figure[]> {
  const { client, server } = await ground.over('usual')
  const sqlite = await ground.sqlite('usual')
  const { id: codeId } = sqlite.prepare("select id from code where label = 'Code 5.4'").get() as { id: number }
  const fields = { q: 'och OR att ', codeId: `${codeId}`, extent: 'sentence' }
  const address = `/projects/${SLUG}/search`
  good(await client.get(`${address}?q=kommun`), 'search')
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  let plan = ''
  const planned = await timeOf(async () => {
    plan = good(await client.post(`${address}/plan`, { ...fields, all: 'yes' }), 'the plan').body.toString()
  })
  const whilePlanned = await server.delay('reset')
  const chosen = /name="chosen" value="([^"]+)"/.exec(plan)![1]!
  const [coded, opened] = await both(ground, async () => good(await client.post(`${address}/codings`, { ...fields, chosen }), 'coding'))
  const whileCoded = await server.delay('reset')
  const [undone] = await both(ground, async () => good(await client.post(`/projects/${SLUG}/undo`, {}), 'undo'))
  const whileUndone = await server.delay('reset')
  const hits = chosen.split(' ').length
  return [
    { name: `what coding ${hits} hits would do`, unit: 'ms', sample: [planned] },
    waited('others wait meanwhile (plan)', whilePlanned, idle),
    { name: `code the sentences of ${hits} hits`, unit: 'ms', sample: [coded] },
    waited('others wait meanwhile (coding)', whileCoded, idle),
    { name: '… and open pages meanwhile', unit: 'ms', sample: opened },
    { name: 'undo of it', unit: 'ms', sample: [undone] },
    waited('others wait meanwhile (undo)', whileUndone, idle),
  ]
}

/** How long some work takes, and each of the pages that somebody opens as long as it does. */
async function both(ground: Ground, work: () => Promise<unknown>): Promise<[took: number, pages: readonly number[]]> {
  // A client has one connection: another person's pages come by another.
  const other = openClient((await ground.over('usual')).server.address)
  let done = false
  const working = timeOf(work).finally(() => {
    done = true
  })
  const pages: number[] = []
  while (!done) {
    pages.push(...(await sampleOf(1, async () => good(await other.get(`/projects/${SLUG}/codebook`), 'the codebook').milliseconds, 0)))
    await wait(50)
  }
  other.close()
  return [await working, pages.sort((a, b) => a - b)]
}

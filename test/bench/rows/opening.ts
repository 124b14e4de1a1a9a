import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { percentile, sampleOf } from '../measure.ts'

const pathOf = (id: number) => `/projects/${SLUG}/sources/${id}`

/** Opening an interview at the server, in a project of 200 and of 13, turn about so that both meet the same weather. */
export async function opening(ground: Ground): Promise<Figure[]> {
  const usual = (await ground.over('usual')).client
  const small = (await ground.over('small')).client
  const few: number[] = []
  const sample = await sampleOf(ground.times(300), async (nth) => {
    few.push(good(await small.get(pathOf((nth % 13) + 1)), 'a source').milliseconds)
    return good(await usual.get(pathOf(((nth * 37) % 200) + 1)), 'a source').milliseconds
  })
  const page = await usual.get(pathOf(1))
  const of13 = few.slice(-sample.length).sort((a, b) => a - b)
  return [
    { name: 'open an interview, 200 in the project', unit: 'ms', sample, limit: { of: 'p50', at: 15 }, baseline: await ground.bareRoute(page) },
    { name: 'open an interview, 13 in the project', unit: 'ms', sample: of13, note: `the page is ${Math.round(page.body.length / 1000)} kB` },
    { name: 'the first over the second', unit: '×', sample: [percentile(sample, 0.5) / percentile(of13, 0.5)], limit: { of: 'p50', at: 1.2 } },
  ]
}

/** A transcript of 300,000 characters with 2,000 codings that overlap. */
export async function openingLong(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('long')
  const page = good(await client.get(pathOf(1)), 'a source')
  const sample = await sampleOf(ground.times(60), async () => (await client.get(pathOf(1))).milliseconds)
  const note = `the page is ${Math.round(page.body.length / 1000)} kB`
  return [{ name: 'open 300,000 characters, 2,000 codings', unit: 'ms', sample, limit: { of: 'p95', at: 250 }, baseline: await ground.bareRoute(page), note }]
}

import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'

/** A project's home. */
export async function projectPage(ground: Ground): Promise<Figure[]> {
  return [{ name: 'project page', unit: 'ms', limit: { of: 'p50', at: 8 }, ...(await page(ground, 'usual', () => `/projects/${SLUG}`, 300)) }]
}

/** The first page of a code's quotations, code after code. */
export async function quotations(ground: Ground): Promise<Figure[]> {
  const taken = await page(ground, 'usual', (nth) => `/projects/${SLUG}/quotations?filter=${encodeURIComponent(`code:#${(nth % 25) + 1}`)}`, 200)
  const sqlite = await ground.sqlite('usual')
  const raw = sqlite.prepare(`
    select coding.id, source.title, code.label, start_offset, end_offset from coding
    join quotation on quotation.id = quotation_id join source on source.id = source_id join code on code.id = code_id
    where code_id = ? order by source.position, start_offset limit 50`)
  const sample = await sampleOf(ground.times(200), (nth) => timeOf(() => raw.all((nth % 25) + 1)))
  const ours = { name: "a code's quotations, first page", unit: 'ms', limit: { of: 'p50', at: 10 } } as const
  return [
    { ...ours, ...taken },
    { ...ours, name: '… held against the query alone', sample: taken.sample, baseline: { name: 'raw SQL', sample } },
  ]
}

/** Code x case over 100,000 codings. */
export async function matrix(ground: Ground): Promise<Figure[]> {
  const path = `/projects/${SLUG}/matrix`
  const { client } = await ground.over('coded')
  const again = await page(ground, 'coded', () => path, 30)
  const anew = await sampleOf(ground.times(30), async (nth) => {
    good(await client.post(`/projects/${SLUG}/sources/1/status`, { status: nth % 2 ? 'done' : 'in work' }), 'status')
    return good(await client.get(path), path).milliseconds
  })
  const sqlite = await ground.sqlite('coded')
  const raw = sqlite.prepare(`
    select code_id, case_id, count(distinct quotation_id) from coding join quotation on quotation.id = quotation_id
    join source_case on source_case.source_id = quotation.source_id group by code_id, case_id`)
  const sample = await sampleOf(ground.times(30), () => timeOf(() => raw.all()))
  const limit = { of: 'p50', at: 150 } as const
  return [
    ...(await anyMatrix(ground)),
    { name: 'matrix over 100,000 codings, after an act', unit: 'ms', limit, sample: anew, baseline: { name: 'raw SQL', sample } },
    { name: '… again, nothing changed', unit: 'ms', limit, ...again },
  ]
}

/** Matrices of every kind over 500 cases, 300 codes and 100,000 codings: one after another, so that each is counted anew; then the first after an act. */
async function anyMatrix(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('broad')
  const of = (query: string) => `/projects/${SLUG}/matrix?${query}`
  const took = async (path: string, headers = {}) => good(await client.get(path, headers), path).milliseconds
  const samples = new Map<string, number[]>()
  // Each thread learns once where the words of the texts begin.
  for (let round = -2; round < ground.times(30); round++)
    for (const [name, query] of Object.entries(kinds)) {
      const milliseconds = await took(of(query))
      if (round >= 0) samples.set(name, [...(samples.get(name) ?? []), milliseconds])
    }
  const limit = { of: 'p95', at: 150 } as const
  const anew = await sampleOf(ground.times(30), async (nth) => {
    good(await client.post(`/projects/${SLUG}/sources/1/status`, { status: nth % 2 ? 'done' : 'in work' }), 'status')
    return took(of(''))
  })
  const window = await sampleOf(ground.times(30), (nth) => took(of(`top=200&left=${nth}&tall=60&broad=60&part=window`), { 'HX-Request': 'true' }))
  return [
    ...[...samples].map(([name, sample]) => ({ name: `500 × 300: ${name}`, unit: 'ms' as const, limit, sample: sample.sort((a, b) => a - b) })),
    { name: '… the first, after an act', unit: 'ms', limit, sample: anew },
    { name: '… another window of it', unit: 'ms', limit, sample: window },
  ]
}
const kinds = {
  'quotations, codes by cases': '',
  'words, codes by region': 'columns=attribute:Region&value=words',
  'share, codes by cases': 'value=share',
  'quotations, questions by cases': 'rows=questions',
  'cases, codes by coders': 'columns=coders&value=cases',
  'codings, speakers by codes': 'rows=speakers&columns=codes&value=codings',
  'sources, cases by population': 'rows=attribute:Region&columns=attribute:Population&value=sources',
}

async function page(
  ground: Ground,
  corpus: 'usual' | 'coded',
  path: (nth: number) => string,
  times: number,
): Promise<Pick<Figure, 'sample' | 'baseline' | 'note'> & { sample: Figure['sample'] }> {
  const { client } = await ground.over(corpus)
  const first = good(await client.get(path(0)), path(0))
  const sample = await sampleOf(ground.times(times), async (nth) => good(await client.get(path(nth)), path(nth)).milliseconds)
  return { sample, baseline: await ground.bareRoute(first), note: `the page is ${Math.round(first.body.length / 1000)} kB` }
}

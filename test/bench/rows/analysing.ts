import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf } from '../measure.ts'

const pages: readonly { name: string; path: string; at: number }[] = [
  { name: 'co-occurrence, overlap', path: 'co-occurrence', at: 500 },
  { name: 'co-occurrence, inside', path: 'co-occurrence?relation=inside', at: 500 },
  { name: 'co-occurrence, same paragraph', path: 'co-occurrence?relation=paragraph', at: 500 },
  { name: 'co-occurrence, same answer', path: 'co-occurrence?relation=answer', at: 500 },
  { name: 'co-occurrence, within 20 words', path: 'co-occurrence?relation=near&words=20', at: 500 },
  { name: 'the passages of three codes', path: 'co-occurrence/passages?code=1&code=2&code=3', at: 1000 },
  { name: 'saturation', path: 'saturation', at: 1000 },
  { name: 'coverage', path: 'coverage', at: 3000 },
]

/** The further analyses over 100,000 codings: the whole page, counted anew each time. */
export async function analysing(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('coded')
  const figures: Figure[] = []
  for (const { name, path, at } of pages) {
    const sample = await sampleOf(ground.times(20), async () => good(await client.get(`/projects/${SLUG}/${path}`), path).milliseconds)
    figures.push({ name: `${name}, 100,000 codings`, unit: 'ms', limit: { of: 'p50', at }, sample })
  }
  return [...figures, ...(await supervising(ground)), ...(await writingUp(ground))]
}

/** The supervisor's page and the frequencies over 500 cases, 300 codes and 100,000 codings: again, and the first after an act. */
async function supervising(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('broad')
  const path = `/projects/${SLUG}/supervisor`
  const took = async (where: string) => good(await client.get(where), where).milliseconds
  const again = await sampleOf(ground.times(20), () => took(path))
  const anew = await sampleOf(ground.times(20), async (nth) => {
    good(await client.post(`/projects/${SLUG}/sources/1/status`, { status: nth % 2 ? 'done' : 'in work' }), 'status')
    return took(path)
  })
  const theme = await sampleOf(ground.times(20), (nth) => took(`${path}?theme=${(nth % 20) + 1}&part=against`))
  const limit = { of: 'p50', at: 200 } as const
  return [
    { name: "the supervisor's page, 500 cases, 300 codes", unit: 'ms', limit, sample: again },
    { name: '… the first, after an act', unit: 'ms', limit, sample: anew },
    { name: '… the words for and against another theme', unit: 'ms', limit, sample: theme },
  ]
}

/** The framework of 500 cases and 20 themes over 100,000 codings: the page, and saving what is written in a cell with all that it changes there. */
async function writingUp(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('broad')
  const path = `/projects/${SLUG}/framework`
  const page = await sampleOf(ground.times(20), async () => good(await client.get(path), path).milliseconds)
  const cell = { caseId: 5, codeId: 1, questionId: '', state: 'yes', back: `${path}?cell=5.c1` }
  const save = await sampleOf(
    ground.times(20),
    async (nth) => good(await client.post(`${path}/findings`, { ...cell, text: `words ${nth}` }), path).milliseconds,
  )
  return [
    { name: 'the framework matrix, 500 cases, 20 themes', unit: 'ms', limit: { of: 'p50', at: 200 }, sample: page },
    { name: '… a finding saved', unit: 'ms', limit: { of: 'p50', at: 300 }, sample: save },
  ]
}

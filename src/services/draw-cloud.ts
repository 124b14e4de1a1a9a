import { type CloudCount, type CloudWord, type DrawnCloud, toneOf } from '../domain/cloud-count.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { layOutCloud, type PlacedCloud } from '../domain/word-cloud.ts'
import { inkOf } from '../exchange/glyphs.ts'
import type { Db } from '../storage/schema.ts'
import { readCloudScope } from './cloud-scope.ts'
import { countCloudLabels, countCloudWords, shareOf } from './count-cloud.ts'

/** What becomes of names: words that are left out, and what labels go through before they have their place. */
export type Worn = { readonly isName: (word: string) => boolean; readonly put: (label: string) => string }

/** The cloud that is asked for, or two beside each other on one scale. Counting and drawing take longer than a page may: run it in a worker. */
export async function drawClouds(db: Db, projectId: number, request: CloudRequest, worn?: Worn): Promise<DrawnCloud[]> {
  const counts = await countClouds(db, projectId, request, worn)
  const heavy = heaviness(request, counts)
  return counts.map((one) => ({ ...one, ...draw(one, heavy(one)) }))
}

/** The numbers of the cloud or of both, without a picture. */
export async function countClouds(db: Db, projectId: number, request: CloudRequest, worn?: Worn): Promise<CloudCount[]> {
  const scope = await readCloudScope(db, projectId)
  const groups: (CaseGroup | null)[] = request.beside ? [request.group, request.beside] : [request.group]
  const count = request.from === 'words' ? countCloudWords : countCloudLabels
  const counts: CloudCount[] = []
  for (const group of groups) counts.push(await count(db, projectId, scope, request, group, worn?.isName))
  return worn ? counts.map((one) => ({ ...one, words: one.words.map((word) => wornBy(word, worn)) })) : counts
}

function wornBy(word: CloudWord, { put }: Worn): CloudWord {
  const theme = word.theme && { ...word.theme, label: put(word.theme.label) }
  return word.code ? { ...word, text: put(word.text), code: { ...word.code, path: put(word.code.path) }, theme } : { ...word, theme }
}

const LONGEST_SHOWN = 40

function draw({ words }: CloudCount, weightOf: (word: CloudWord) => number): { wide: PlacedCloud; narrow: PlacedCloud } {
  const items = words.map((word) => {
    const text = shortened(word.text)
    return { text, weight: weightOf(word), underlined: toneOf(word) > 0, ink: (bold: boolean) => inkOf(text, bold) }
  })
  const labels = words.some(({ code }) => code)
  return {
    wide: layOutCloud(items, { width: 760, smallest: 14, largest: labels ? 34 : 46 }),
    narrow: layOutCloud(items, { width: 400, smallest: 13, largest: labels ? 22 : 30 }),
  }
}

/**
 * How heavy words are, from 0 to 1, on one scale for all clouds: labels by their share of the cases asked, words by how often
 * they are said; two groups by how often in a thousand words, for one may have spoken more than the other.
 */
function heaviness(request: CloudRequest, counts: readonly CloudCount[]): (cloud: CloudCount) => (word: CloudWord) => number {
  const raw = (cloud: CloudCount, word: CloudWord) => {
    if (word.code) return request.weigh === 'quotations' ? word.count : shareOf(word)
    return counts.length > 1 ? word.count / Math.max(1, cloud.total) : word.count
  }
  const all = counts.flatMap((cloud) => cloud.words.map((word) => raw(cloud, word)))
  const most = Math.max(...all, Number.MIN_VALUE)
  const same = all.length > 1 && Math.min(...all) === most
  return (cloud) => (word) => (same ? 0.3 : request.from === 'labels' ? (raw(cloud, word) / most) ** 2 : raw(cloud, word) / most)
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…` : text
}

import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import type { Pool } from '../workers/pool.ts'
import { readCoOccurrence, type TogetherTable, type TogetherWish } from './co-occurrence.ts'
import { type Comparison, type ComparisonWish, readComparison } from './comparison.ts'
import { type Coverage, readCoverage } from './coverage.ts'
import { isLarge } from './large.ts'
import { type PassagePage, type PassagesWish, readPassagesTogether } from './passages-together.ts'
import { readSaturation, type Saturation, type SaturationWish } from './saturation.ts'

type Rooms = { house: House; pool: Pool }

// Each is counted in a thread where the project is large.

export async function analyseCoOccurrence({ house, pool }: Rooms, wish: TogetherWish): Promise<TogetherTable> {
  return (await isLarge(house, wish.projectId)) ? pool.run('co-occurrence', wish) : readCoOccurrence(house.read, wish)
}

export async function analysePassages({ house, pool }: Rooms, wish: PassagesWish): Promise<PassagePage> {
  return (await isLarge(house, wish.projectId)) ? pool.run('passages-together', wish) : readPassagesTogether(house.read, wish)
}

export async function analyseSaturation({ house, pool }: Rooms, wish: SaturationWish): Promise<Saturation> {
  return (await isLarge(house, wish.projectId)) ? pool.run('saturation', wish) : readSaturation(house.read, wish)
}

/** Reads every text: in a thread also where these are long and codings few. */
export async function analyseCoverage({ house, pool }: Rooms, wish: { projectId: number; filter: string }): Promise<Coverage> {
  const words = (await listSources(house.read, wish.projectId)).reduce((sum, source) => sum + source.words, 0)
  const long = words > LONG || (await isLarge(house, wish.projectId))
  return long ? pool.run('coverage', wish) : readCoverage(house.read, wish)
}
const LONG = 150_000

export async function analyseComparison({ house, pool }: Rooms, wish: ComparisonWish): Promise<Comparison> {
  return (await isLarge(house, wish.projectId)) ? pool.run('comparison', wish) : readComparison(house.read, wish)
}

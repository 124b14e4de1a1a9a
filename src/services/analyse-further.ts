import type { Chart } from '../domain/chart.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import { stampOf } from '../storage/stamp.ts'
import { type InterfaceLanguage, sayIn } from '../texts/catalogue.ts'
import type { Pool } from '../workers/pool.ts'
import type { Agreement, AgreementWish } from './agreement.ts'
import { type ChartWish, readChart } from './charts.ts'
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

/** In a thread in any project, for an interval is a thousand counts; once as long as nothing has changed. */
export async function analyseAgreement({ house, pool }: Rooms, wish: AgreementWish): Promise<Agreement> {
  const key = JSON.stringify([await stampOf(house.read), wish])
  const known = agreements.get(key)
  if (known) return known
  const agreement = await pool.run('agreement', wish)
  agreements.set(key, agreement)
  for (const old of agreements.keys()) if (agreements.size > KEPT) agreements.delete(old)
  return agreement
}
const KEPT = 5
const agreements = new Map<string, Agreement>()

export async function analyseChart({ house, pool }: Rooms, { language, ...wish }: ChartWish & { language: InterfaceLanguage }): Promise<Chart> {
  return (await isLarge(house, wish.projectId)) ? pool.run('chart', { ...wish, language }) : readChart(house.read, wish, sayIn(language))
}

import type { QuotationPage } from '../domain/listed-quotation.ts'
import type { Matrix } from '../domain/matrix.ts'
import type { House } from '../storage/open.ts'
import { stampOf } from '../storage/stamp.ts'
import type { Pool } from '../workers/pool.ts'
import { type Frequencies, type FrequencyWish, readFrequencies } from './frequencies.ts'
import { isLarge } from './large.ts'
import { type MatrixWish, readMatrix } from './matrix.ts'
import { type ListWish, readQuotations } from './read-quotations.ts'

type Rooms = { house: House; pool: Pool }

/** The matrix, counted in a thread where the project is large, and once as long as nothing has changed: opening its cells need not count it again. */
export async function analyseMatrix({ house, pool }: Rooms, wish: MatrixWish): Promise<Matrix> {
  if (!(await isLarge(house, wish.projectId))) return readMatrix(house.read, wish)
  return known(matrices, JSON.stringify([await stampOf(house.read), wish]), () => pool.run('matrix', wish))
}

/** The frequencies, likewise. */
export async function analyseFrequencies({ house, pool }: Rooms, wish: FrequencyWish): Promise<Frequencies> {
  if (!(await isLarge(house, wish.projectId))) return readFrequencies(house.read, wish)
  return known(frequencies, JSON.stringify([await stampOf(house.read), wish]), () => pool.run('frequencies', wish))
}

// The latest few counts of large projects, by the newest act: any act at all makes them old.
const KEPT = 3
const matrices = new Map<string, Matrix>()
const frequencies = new Map<string, Frequencies>()

async function known<T>(kept: Map<string, T>, key: string, count: () => Promise<T>): Promise<T> {
  const counted = kept.get(key) ?? (await count())
  kept.set(key, counted)
  for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old)
  return counted
}

/** A page of quotations, read in a thread where the project is large. */
export async function analyseQuotations({ house, pool }: Rooms, wish: ListWish): Promise<QuotationPage> {
  return (await isLarge(house, wish.projectId)) ? pool.run('quotations', wish) : readQuotations(house.read, wish)
}

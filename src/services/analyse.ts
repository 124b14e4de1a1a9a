import type { Matrix } from '../domain/matrix.ts'
import type { House } from '../storage/open.ts'
import { stampOf } from '../storage/stamp.ts'
import type { Pool } from '../workers/pool.ts'
import { type Frequencies, type FrequencyWish, readFrequencies } from './frequencies.ts'
import { isLarge } from './large.ts'
import { type MatrixWish, readMatrix } from './matrix.ts'
import { type ListWish, type QuotationPage, readQuotations } from './read-quotations.ts'

type Rooms = { house: House; pool: Pool }

/** The matrix, counted in a thread where the project is large, and once as long as nothing has changed: opening its cells need not count it again. */
export async function analyseMatrix({ house, pool }: Rooms, wish: MatrixWish): Promise<Matrix> {
  if (!(await isLarge(house, wish.projectId))) return readMatrix(house.read, wish)
  const key = JSON.stringify([await stampOf(house.read), wish])
  const known = matrices.get(key)
  if (known) return known
  const matrix = await pool.run('matrix', wish)
  matrices.set(key, matrix)
  for (const old of matrices.keys()) if (matrices.size > KEPT) matrices.delete(old)
  return matrix
}

// The latest few matrices of large projects, by the newest act: any act at all makes them old.
const KEPT = 3
const matrices = new Map<string, Matrix>()

/** The frequencies, counted in a thread where the project is large. */
export async function analyseFrequencies({ house, pool }: Rooms, wish: FrequencyWish): Promise<Frequencies> {
  return (await isLarge(house, wish.projectId)) ? pool.run('frequencies', wish) : readFrequencies(house.read, wish)
}

/** A page of quotations, read in a thread where the project is large. */
export async function analyseQuotations({ house, pool }: Rooms, wish: ListWish): Promise<QuotationPage> {
  return (await isLarge(house, wish.projectId)) ? pool.run('quotations', wish) : readQuotations(house.read, wish)
}

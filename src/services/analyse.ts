import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import { type Frequencies, readFrequencies } from './frequencies.ts'
import { isLarge } from './large.ts'
import { type Matrix, type MatrixWish, readMatrix } from './matrix.ts'
import { type QuotationPage, readQuotations } from './read-quotations.ts'

type Rooms = { house: House; pool: Pool }

/** The matrix, counted in a thread where the project is large. */
export async function analyseMatrix({ house, pool }: Rooms, wish: MatrixWish): Promise<Matrix> {
  return (await isLarge(house, wish.projectId)) ? pool.run('matrix', wish) : readMatrix(house.read, wish)
}

/** The frequencies, counted in a thread where the project is large. */
export async function analyseFrequencies({ house, pool }: Rooms, wish: { projectId: number; filter: string; split: string }): Promise<Frequencies> {
  return (await isLarge(house, wish.projectId)) ? pool.run('frequencies', wish) : readFrequencies(house.read, wish)
}

/** A page of quotations, read in a thread where the project is large. */
export async function analyseQuotations({ house, pool }: Rooms, wish: { projectId: number; filter: string; page?: number }): Promise<QuotationPage> {
  return (await isLarge(house, wish.projectId)) ? pool.run('quotations', wish) : readQuotations(house.read, wish)
}

import { listNotedCells } from '../storage/findings.ts'
import type { House } from '../storage/open.ts'

/** The cells of the matrix of codes and cases that have a memo, by their addresses: CODE.CASE. */
export async function readNotedCells(house: House, projectId: number): Promise<ReadonlySet<string>> {
  return new Set((await listNotedCells(house.read, projectId)).map(({ caseId, codeId }) => `${codeId}.${caseId}`))
}

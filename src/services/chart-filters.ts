import type { ChartLink } from '../domain/chart.ts'
import { both, clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import type { Unit } from './frequencies.ts'

/** A filter narrowed to a theme and to any of some cases. */
export function filterOfIds(filter: string, codeId: number, caseIds: readonly number[]): string {
  const theme = clause({ key: 'code', named: { id: codeId } })
  return formatFilter(both(parseFilter(filter), theme, ...anyOf(caseIds)))
}

/** What opens some cases of a theme: their quotations of it, or where they have none, the cases themselves. Nothing where there are none. */
export function linkOfUnits(filter: string, codeId: number, units: readonly Unit[]): ChartLink | undefined {
  const ids = units.map(({ caseId }) => caseId)
  if (ids.length === 0) return undefined
  if (units.every(({ quoted }) => quoted)) return { page: 'quotations', filter: filterOfIds(filter, codeId, ids) }
  return { page: 'cases-behind', filter: formatFilter(both(...anyOf(ids))) }
}

function anyOf(caseIds: readonly number[]): Filter[] {
  const cases = caseIds.map((id): Filter => clause({ key: 'case', named: { id } }))
  return cases.length > 1 ? [{ any: cases }] : cases
}

import type { CasePart } from '../domain/case-parts.ts'
import type { ChartLink } from '../domain/chart.ts'
import { both, clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import type { ThemeFrequency, Unit } from './frequencies.ts'

/** A filter narrowed to a theme and to any of some cases. */
export function filterOfIds(filter: string, codeId: number, caseIds: readonly number[]): string {
  const theme = clause({ key: 'code', named: { id: codeId } })
  return formatFilter(both(parseFilter(filter), theme, ...anyOf(caseIds)))
}

/** A filter narrowed to what any case says of a theme. */
function filterOfAnybody(filter: string, codeId: number): string {
  return formatFilter(both(parseFilter(filter), clause({ key: 'code', named: { id: codeId } }), clause({ key: 'case', named: { any: true } })))
}

/** What opens the cases of one part of a theme, or of one group's: their quotations of it, or where any has none, the cases themselves. Nothing where there are none. */
export function linkOfPart(
  filter: string,
  theme: Pick<ThemeFrequency, 'code' | 'whole' | 'judgedItself'>,
  part: CasePart,
  units: readonly Unit[],
): ChartLink | undefined {
  const link = listOfPart(filter, theme, part, units)
  return link && { ...link, of: { codeId: theme.code.id, part } }
}

function listOfPart(
  filter: string,
  theme: Pick<ThemeFrequency, 'code' | 'whole' | 'judgedItself'>,
  part: CasePart,
  units: readonly Unit[],
): ChartLink | undefined {
  const own = units.filter((unit) => unit.part === part)
  const ids = own.map(({ caseId }) => caseId)
  if (ids.length === 0) return undefined
  if (!own.every(({ quoted }) => quoted)) return { page: 'cases-behind', filter: formatFilter(both(...anyOf(ids))) }
  // All who speak of the theme: no list of them says more.
  if (theme.whole.units.filter(({ quoted }) => quoted).length === ids.length) return { page: 'quotations', filter: filterOfAnybody(filter, theme.code.id) }
  const state = part === 'yes' || part === 'no' || part === 'partly' ? part : null
  if (!state || !theme.judgedItself) return { page: 'quotations', filter: filterOfIds(filter, theme.code.id, ids) }
  const all = theme.whole.units.filter((unit) => unit.state === state)
  const narrowed = formatFilter(both(parseFilter(filter), clause({ key: 'code', named: { id: theme.code.id } }), clause({ key: 'state', value: state })))
  return { page: 'quotations', filter: all.length === ids.length ? narrowed : formatFilter(both(parseFilter(narrowed), ...anyOf(ids))) }
}

function anyOf(caseIds: readonly number[]): Filter[] {
  const cases = caseIds.map((id): Filter => clause({ key: 'case', named: { id } }))
  return cases.length > 1 ? [{ any: cases }] : cases
}

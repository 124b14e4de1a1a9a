import type { CountLinks } from '../../views/analysis/theme-count.tsx'
import type { Frequencies, ThemeCount } from '../services/frequencies.ts'
import { narrowedTo } from './filter-said.ts'

/** Where the numbers of a theme open, of all or of a group: its quotations; those of the cases judged to say so, or those cases where they have no quotation. */
export function countLinks(slug: string, filter: string, counts: Frequencies, themeId: number, group?: number): CountLinks {
  const theme = counts.themes.find(({ code }) => code.id === themeId)!
  const count: ThemeCount = group === undefined ? theme.whole : theme.split[group]!
  const within = group === undefined ? {} : { case: counts.groups[group]!.caseIds }
  const to = (page: string, narrowed: string) => `/projects/${slug}/${page}?filter=${encodeURIComponent(narrowed)}`
  return {
    quotations: to('quotations', narrowedTo(filter, { code: [themeId], ...within })),
    state: (state) => {
      const cases = count.units.filter((unit) => unit.state === state)
      const ids = cases.map(({ caseId }) => caseId)
      return cases.some(({ quoted }) => quoted)
        ? to('quotations', narrowedTo(filter, { code: [themeId], case: ids }))
        : to('cases-behind', narrowedTo('', { case: ids }))
    },
  }
}

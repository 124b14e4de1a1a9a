import { addressOfLink } from '../../views/analysis/analysis-parts.tsx'
import type { CountLinks } from '../../views/analysis/theme-count.tsx'
import { linkOfPart } from '../services/chart-filters.ts'
import type { Frequencies, ThemeCount } from '../services/frequencies.ts'
import { narrowedTo } from './filter-said.ts'

/** Where the numbers of a theme open, of all or of a group: its quotations; those of the cases of a part, or those cases where any has no quotation. */
export function countLinks(slug: string, filter: string, counts: Frequencies, themeId: number, group?: number): CountLinks {
  const theme = counts.themes.find(({ code }) => code.id === themeId)!
  const count: ThemeCount = group === undefined ? theme.whole : theme.split[group]!
  const within = group === undefined ? {} : { case: counts.groups[group]!.caseIds }
  const to = (page: string, narrowed: string) => `/projects/${slug}/${page}?filter=${encodeURIComponent(narrowed)}`
  return {
    quotations: to('quotations', narrowedTo(filter, { code: [themeId], ...within })),
    part: (part) => {
      const link = linkOfPart(filter, theme, part, count.units)
      return link && addressOfLink(slug, link)
    },
  }
}

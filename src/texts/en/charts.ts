import type { charts as sv } from '../sv/charts.ts'

/** Charts for the report. */
export const charts: Record<keyof typeof sv, string> = {
  'chart.title': 'Charts',
  'chart.lead': 'Pictures for the report. Each bar says what it is of, and the table below says the same in numbers.',
  'chart.which': 'Draw',
  'chart.choose-bars': 'how many say yes to or speak of each theme',
  'chart.choose-states': 'how all cases stand to each theme',
  'chart.choose-heat': 'where the quotations are',
  'chart.by': 'Columns',
  'chart.by-cases': 'the cases',
  'chart.bars': 'Share of those asked who speak of each theme',
  'chart.bars-yes': 'Share of those asked who say yes to each theme',
  'chart.states': 'How the cases stand to each theme',
  'chart.heat': 'Quotations by theme and case',
  'chart.heat-by': 'Quotations by theme and {by}',
  'chart.base-note': '{cases} {cases|case|cases}, {source} with a source; {low}–{high} asked per theme.',
  'chart.heat-base': '{n} {n|quotation|quotations} from {cases} {cases|case|cases} with a source. A dash: not asked, or no source.',
  'chart.heat-left': '{n} more {n|column is|columns are} in the table.',
  'chart.asked': '{n} asked',
  'chart.base': 'Base',
  'chart.base-is': 'The base is',
  'chart.share': 'Share',
  'chart.table': 'The same in numbers',
  'chart.empty': 'The charts will stand here. Add cases and sources, and code some words.',
  'analysis.about-charts': 'Bars with their base, how all cases stand, and where the quotations are: pictures for the report.',
  'refusal.chart': 'There is no chart called “{name}”. Choose one of {names}.',
}

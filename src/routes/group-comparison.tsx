import { Hono } from 'hono'
import { z } from 'zod'
import { addressOfLink } from '../../views/analysis/analysis-parts.tsx'
import { ComparisonPage } from '../../views/analysis/comparison-page.tsx'
import { readCodeChoice } from '../domain/code-choice.ts'
import { drawComparison } from '../domain/draw-comparison.ts'
import { numbersIn } from '../domain/numbers-in.ts'
import { analyseComparison } from '../services/analyse-further.ts'
import { type Comparison, comparedOfs, pictured } from '../services/comparison.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import type { Say } from '../texts/catalogue.ts'
import { drawnShare, sayComparison } from '../texts/chart-sentences.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid, narrowedTo } from './filter-said.ts'

const query = z.object({
  by: z.string().max(200).default(''),
  against: z.coerce.number().int().positive().max(10_000).catch(1).default(1),
  cuts: z.string().max(500).default(''),
  codes: z.string().max(60).default(''),
  of: z.enum(comparedOfs).default('yes').catch('yes'),
  filter: z.string().default(''),
})

/** Groups of cases on each theme. */
export const groupComparison = new Hono<AppEnv>().get('/projects/:slug/comparison', accept('query', query), async (c) => {
  const query = c.req.valid('query')
  const wishes = { ...query, codes: readCodeChoice(query.codes, 'themes') }
  const { project, house, reader } = c.var
  const { by, against, cuts, filter, codes, of } = wishes
  const sentence = await filterSaid(c, filter)
  const asked = { projectId: project.id, filter, by: `attribute:${by}`, against, cuts: numbersIn(cuts), codes, of }
  const counts: Comparison = by ? await analyseComparison(c.var, asked) : { groups: [], against: 1, themes: [] }
  const drawn = drawnThemes(reader.say, counts)
  const at = (opens: string) => {
    const [theme, group] = opens.split('.').map(Number)
    const link = counts.themes[theme!]!.groups[group!]!.opens
    return link && addressOfLink(project.slug, link)
  }
  const said = sayComparison(reader.say, { by, counts })
  return show(
    c,
    { title: reader.say('compare.title'), place: 'analysis', layout: 'page', scripts: ['matrix.js'] },
    <ComparisonPage
      slug={project.slug}
      comparison={counts}
      themes={(await listUsableCodes(house, project.id)).filter(({ depth }) => depth === 0)}
      attributes={(await matrixChoices(house.read, project.id)).attributes}
      wishes={wishes}
      sentence={sentence}
      said={said}
      drawings={{ wide: drawComparison(drawn, 'wide', said.axis), narrow: drawComparison(drawn, 'narrow', said.axis) }}
      addressOf={at}
      casesOf={(theme, group) =>
        `/projects/${project.slug}/cases-behind?filter=${encodeURIComponent(narrowedTo('', { case: counts.themes[theme]!.groups[group]!.baseIds }))}`
      }
    />,
  )
})

function drawnThemes(say: Say, { groups, themes }: Comparison) {
  return pictured(themes)
    .map((one) => ({ one, theme: themes.indexOf(one) }))
    .map(({ one: { code, groups: shares }, theme }) => ({
      ...code,
      groups: shares.map((one, at) => ({
        label: groups[at]!.label ?? say('matrix.no-value'),
        interval: one.interval,
        ...drawnShare(say, one),
        opens: one.said > 0 ? `${theme}.${at}` : undefined,
      })),
    }))
}

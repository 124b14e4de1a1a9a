import { Hono } from 'hono'
import { z } from 'zod'
import { FrequenciesPage } from '../../views/analysis/frequencies-page.tsx'
import { filterSentence } from '../domain/filter-sentence.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { analyseFrequencies } from '../services/analyse.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import { nameFilter } from '../services/name-filter.ts'
import { readThresholds } from '../services/quantifiers.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { countLinks } from './count-links.ts'

const query = z.object({ filter: z.string().default(''), split: z.string().max(500).default('') })

/** What a supervisor reads: each theme, of how many. */
export const frequencies = new Hono<AppEnv>().get('/projects/:slug/frequencies', accept('query', query), async (c) => {
  const wishes = c.req.valid('query')
  const { project, house, reader } = c.var
  const counts = await analyseFrequencies(c.var, { projectId: project.id, ...wishes })
  const parsed = parseFilter(wishes.filter)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  const links = (themeId: number, group?: number) => countLinks(project.slug, wishes.filter, counts, themeId, group)
  return show(
    c,
    { title: reader.say('freq.themes'), place: 'analysis', layout: 'supervisor frequencies', scripts: ['matrix.js'] },
    <FrequenciesPage
      slug={project.slug}
      name={project.name}
      counts={counts}
      choices={await matrixChoices(house.read, project.id)}
      wishes={wishes}
      sentence={sentence}
      links={links}
      words={{ language: project.language, thresholds: await readThresholds(house.read, project.id) }}
    />,
  )
})

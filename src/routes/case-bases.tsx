import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { basesQuery } from '../../views/analysis/bases-form.tsx'
import { BasesPage } from '../../views/analysis/bases-page.tsx'
import { CasesBehind } from '../../views/analysis/cases-behind.tsx'
import { formatChain, MOST_STEPS, onCases, parseChain, withoutStep } from '../domain/case-chain.ts'
import type { CasePart } from '../domain/case-parts.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCasesBehind, readCaseBases } from '../services/case-bases.ts'
import { readCodes } from '../services/list-usable-codes.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid } from './filter-said.ts'
import { readPart } from './list-reading.ts'

const number = z.coerce.number().int().nonnegative().max(MOST_STEPS)
const kind = z.string().max(200).default('')
const query = z.object({
  chain: z.string().max(20_000).default(''),
  kind,
  at: number.optional(),
  /** One more step: a chosen condition or a written one, and what it is of. */
  add: z.string().max(5000).optional(),
  filter: z.string().max(5000).optional(),
  of: number.optional(),
})

/** Chains of bases over the cases, and the cases behind any count of them. */
export const caseBases = new Hono<AppEnv>()

caseBases.get('/projects/:slug/bases', accept('query', query), async (c) => {
  const { chain, kind, at, add, filter, of } = c.req.valid('query')
  const { project, house, reader } = c.var
  if (add !== undefined || filter !== undefined)
    return c.redirect(`/projects/${project.slug}/bases?${basesQuery({ kind, at: undefined, chain: longer(chain, { add, filter, of }) })}`)
  const bases = await readCaseBases(house.read, { projectId: project.id, chain, kind, at })
  const steps = await Promise.all(bases.steps.map(async (step) => ({ ...step, sentence: await filterSaid(c, step.own) })))
  return show(
    c,
    { title: reader.say('bases.title'), place: 'analysis', layout: 'page' },
    <BasesPage
      slug={project.slug}
      bases={{ ...bases, steps }}
      wishes={{ chain, kind, at }}
      conditions={(await matrixChoices(house.read, project.id)).conditions}
      without={(step) => formatChain(withoutStep(parseChain(chain), step))}
    />,
  )
})

/** The chain with the step that the form asks for; as it was where it asks for none. */
function longer(chain: string, { add, filter, of }: { add?: string | undefined; filter?: string | undefined; of?: number | undefined }): string {
  const steps = parseChain(chain)
  const written = filter?.trim() || add?.trim() || ''
  if (written === '') return chain
  const step = { of: of ?? steps.length, filter: onCases(parseFilter(written)) }
  if (step.of > steps.length) throw new Refusal('invalid', 'refusal.chain-order', { step: steps.length + 1, of: step.of })
  return formatChain([...steps, step])
}

caseBases.get(
  '/projects/:slug/cases-behind',
  accept('query', z.object({ filter: z.string().default(''), kind, of: z.string().max(40).default('') })),
  async (c) => {
    const { filter, kind, of } = c.req.valid('query')
    const { project, house, reader } = c.var
    const cases = await listCasesBehind(house.read, { projectId: project.id, filter, kind })
    return show(
      c,
      { title: reader.say('bases.behind'), place: 'analysis', layout: 'page' },
      <CasesBehind slug={project.slug} cases={cases} kind={kind} filter={filter} sentence={await filterSaid(c, filter)} of={await partSaid(c, of)} />,
    )
  },
)

/** Which of a code's cases were counted, with the code's name; undefined where the address says nothing that there is. */
async function partSaid(c: Context<AppEnv>, of: string): Promise<{ code: string; part: CasePart } | undefined> {
  const counted = readPart(of)
  const code = counted && (await readCodes(c.var.house, c.var.project.id)).find(({ id }) => id === counted.codeId)
  return counted && code && { code: code.label, part: counted.part }
}

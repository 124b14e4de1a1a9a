import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'

const at = '2026-02-03T09:00:00.000Z'
const guid = () => crypto.randomUUID()
/** How the municipalities of the invented survey answered; each number is of those before it. */
const counts = {
  municipalities: 290,
  answered: 216,
  knows: 193,
  hub: 131,
  strategy: 53,
  wants: 79,
  shortlist: 23,
  interviewed: 13,
  regions: 21,
  regionsWithHub: 12,
}

/**
 * A project `survey` of 290 municipalities and 21 regions, all without a source: closed answers as attributes. 216 answered, of these
 * 193 know the term; of them 131 have a hub and 53 have it in a strategy. 79 of the 216 want to be interviewed, 23 of these are on
 * the short list and 13 of those were interviewed. 12 of the regions have a hub. Who did not answer has no further values.
 */
export async function seedSurvey(house: House): Promise<{ projectId: number }> {
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const projectId = await ledger.insert('project', { guid: guid(), slug: 'survey', name: 'Survey', language: 'sv', made_at: at })
    const names = ['answered', 'knows', 'hub', 'strategy', 'wants', 'shortlist', 'interviewed'] as const
    const attributes = await ledger.insertMany(
      'attribute',
      names.map((name, position) => ({ guid: guid(), project_id: projectId, name, type: 'category' as const, position })),
    )
    const idOf = (name: (typeof names)[number]) => attributes[names.indexOf(name)]!
    const municipalities = await ledger.insertMany(
      'study_case',
      Array.from({ length: counts.municipalities }, (_, nth) => ({
        guid: guid(),
        project_id: projectId,
        name: `Ort ${nth + 1}`,
        kind: 'municipality',
        position: nth,
      })),
    )
    const regions = await ledger.insertMany(
      'study_case',
      Array.from({ length: counts.regions }, (_, nth) => ({
        guid: guid(),
        project_id: projectId,
        name: `Län ${nth + 1}`,
        kind: 'region',
        position: 1000 + nth,
      })),
    )
    const valuesOf = (caseIds: readonly number[], name: (typeof names)[number], yes: number) =>
      caseIds.map((case_id, nth) => ({ case_id, attribute_id: idOf(name), value: nth < yes ? 'yes' : 'no', number_value: null }))
    const answered = municipalities.slice(0, counts.answered)
    const knows = answered.slice(0, counts.knows)
    const wants = answered.slice(-counts.wants)
    await ledger.insertMany('attribute_value', [
      ...valuesOf(municipalities, 'answered', counts.answered),
      ...valuesOf(answered, 'knows', counts.knows),
      ...valuesOf(knows, 'hub', counts.hub),
      ...valuesOf([...knows].reverse(), 'strategy', counts.strategy),
      ...valuesOf([...wants, ...answered.slice(0, counts.answered - counts.wants)], 'wants', counts.wants),
      ...valuesOf(wants, 'shortlist', counts.shortlist),
      ...valuesOf(wants.slice(0, counts.shortlist), 'interviewed', counts.interviewed),
      ...valuesOf(regions, 'hub', counts.regionsWithHub),
    ])
    return projectId
  })
  return { projectId: result }
}

import type { CloudChoices, GroupChoice, NamedCloud } from '../domain/cloud-count.ts'
import { type CloudRequest, formatGroup } from '../domain/cloud-request.ts'
import type { CloudLines } from '../domain/line-in-context.ts'
import type { House } from '../storage/open.ts'
import type { Say } from '../texts/catalogue.ts'
import type { Pool } from '../workers/pool.ts'
import { nameCloud, nameGroup, readCloudChoices } from './cloud-choices.ts'

export type WordCloudPage = { choices: CloudChoices; groups: { value: string; label: string }[]; clouds: NamedCloud[] }

/** Everything on the page of a word cloud; counted and drawn in a worker thread. */
export async function readWordCloud(house: House, pool: Pool, projectId: number, request: CloudRequest, say: Say): Promise<WordCloudPage> {
  const [choices, clouds] = await Promise.all([readCloudChoices(house.read, projectId), pool.run('clouds', { projectId, request })])
  const groups = groupsOf(choices, request).map((one) => ({ value: formatGroup(one.group), label: nameGroup(say, one) }))
  return { choices, groups, clouds: clouds.map((cloud) => ({ ...cloud, name: nameCloud(say, choices, request, cloud.group) })) }
}

/** The lines behind a word, with the name of the cloud that they are of. */
export async function readWordLines(
  house: House,
  pool: Pool,
  projectId: number,
  { request, word, page }: { request: CloudRequest; word: string; page: number },
  say: Say,
): Promise<CloudLines & { name: string }> {
  const [choices, lines] = await Promise.all([readCloudChoices(house.read, projectId), pool.run('cloud-lines', { projectId, request, word, page })])
  return { ...lines, name: nameCloud(say, choices, request, request.group) }
}

/** The groups to choose among, and those that are asked for though they are none of them. */
function groupsOf({ groups, attributes }: CloudChoices, { group, beside }: CloudRequest): GroupChoice[] {
  const known = new Set(groups.map((one) => formatGroup(one.group)))
  const asked = [group, beside].flatMap((one) => {
    const attribute = one && !known.has(formatGroup(one)) ? attributes.find(({ id }) => id === one.attributeId) : undefined
    return one && attribute ? [{ group: one, attribute: attribute.name }] : []
  })
  return [...groups, ...asked]
}

import type { CloudChoices, NamedCloud } from '../domain/cloud-count.ts'
import { type CloudRequest, formatGroup } from '../domain/cloud-request.ts'
import type { CloudLines } from '../domain/line-in-context.ts'
import type { House } from '../storage/open.ts'
import type { Say } from '../texts/catalogue.ts'
import type { Pool } from '../workers/pool.ts'
import { groupsToChoose, nameCloud, nameGroup, readCloudChoices } from './cloud-choices.ts'

type CloudWish = { projectId: number; request: CloudRequest }
export type WordCloudPage = { choices: CloudChoices; groups: { value: string; label: string }[]; clouds: NamedCloud[] }

/** Everything on the page of a word cloud; counted and drawn in a worker thread. */
export async function readWordCloud(house: House, pool: Pool, wish: CloudWish & { cuts: readonly number[] }, say: Say): Promise<WordCloudPage> {
  const { projectId, request, cuts } = wish
  const [choices, clouds] = await Promise.all([readCloudChoices(house.read, projectId, cuts), pool.run('clouds', { projectId, request })])
  const groups = groupsToChoose(choices, request).map((one) => ({ value: formatGroup(one.group), label: nameGroup(say, one) }))
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

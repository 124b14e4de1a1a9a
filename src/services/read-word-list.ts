import type { CloudChoices } from '../domain/cloud-count.ts'
import { formatGroup } from '../domain/cloud-request.ts'
import type { WordList } from '../domain/word-list.ts'
import type { House } from '../storage/open.ts'
import type { Say } from '../texts/catalogue.ts'
import type { Pool } from '../workers/pool.ts'
import { groupsToChoose, nameCloud, nameGroup, readCloudChoices } from './cloud-choices.ts'
import type { WordListWish } from './count-words.ts'

export type WordListPage = { choices: CloudChoices; groups: { value: string; label: string }[]; list: WordList; names: string[] }

/** Everything on the page of words; counted in a worker thread. `names`: what each group of the list is, in words. */
export async function readWordList(house: House, pool: Pool, wish: WordListWish, cuts: readonly number[], say: Say): Promise<WordListPage> {
  const [choices, list] = await Promise.all([readCloudChoices(house.read, wish.projectId, cuts), pool.run('words', wish)])
  const groups = groupsToChoose(choices, wish.request).map((one) => ({ value: formatGroup(one.group), label: nameGroup(say, one) }))
  return { choices, groups, list, names: list.groups.map(({ group }) => nameCloud(say, choices, wish.request, group)) }
}

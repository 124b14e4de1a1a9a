import { writeSynonyms } from '../domain/synonyms.ts'
import type { Searcher } from '../search/searcher.ts'
import type { SynonymSuggestion } from '../search/suggest-synonyms.ts'
import type { House } from '../storage/open.ts'
import { listSynonyms } from '../storage/synonyms.ts'
import { setSynonyms } from './set-synonyms.ts'

export type SynonymsPage = { text: string; groups: number; suggestions: readonly SynonymSuggestion[] | null }
type Rooms = { house: House; searcher: Searcher }

/** The words that mean the same in a project, as they are written, and what might be added; null while that can't be told. */
export async function readSynonymsPage({ house, searcher }: Rooms, projectId: number): Promise<SynonymsPage> {
  const groups = await listSynonyms(house.read, projectId)
  return { text: writeSynonyms(groups.map(({ words }) => words)), groups: groups.length, suggestions: await searcher.suggestSynonyms(projectId) }
}

/** Add words that mean the same: to the first group that has one of them, else as a group of their own. */
export async function addSynonyms(house: House, wish: { projectId: number; coderId: number; words: readonly string[] }): Promise<void> {
  const groups = (await listSynonyms(house.read, wish.projectId)).map(({ words }) => words)
  const at = groups.findIndex((group) => group.some((one) => wish.words.includes(one)))
  const all = at < 0 ? [...groups, wish.words] : groups.with(at, [...new Set([...groups[at]!, ...wish.words])])
  await setSynonyms(house, { ...wish, text: writeSynonyms(all) })
}

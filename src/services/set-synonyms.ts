import { readSynonyms } from '../domain/synonyms.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { insertSynonyms, listSynonyms } from '../storage/synonyms.ts'

/** Give a project the words that mean the same in it, as `readSynonyms` reads them, in one act: groups that stay keep their rows. @returns whether anything changed */
export async function setSynonyms(house: House, wish: { projectId: number; coderId: number; text: string }): Promise<boolean> {
  const { projectId, coderId } = wish
  const groups = readSynonyms(wish.text)
  const about = { count: groups.length }
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'set-synonyms', about }, async (ledger) => {
    const stand = await listSynonyms(ledger.trx, projectId)
    const wanted = new Map(groups.map((group) => [keyOf(group), group]))
    const gone = stand.filter(({ words }) => !wanted.delete(keyOf(words)))
    await ledger.removeMany(
      'synonym_group',
      gone.map(({ id }) => id),
    )
    for (const group of wanted.values()) await insertSynonyms(ledger, projectId, group)
    return gone.length > 0 || wanted.size > 0
  })
  return result
}

function keyOf(words: readonly string[]): string {
  return words.join('\n')
}

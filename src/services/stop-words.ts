import { formOf } from '../domain/word-count.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findProjectSetting, keepProjectSetting } from '../storage/project-settings.ts'
import type { Db } from '../storage/schema.ts'

const NAME = 'stop-words'
const MOST = 1000

/** The words that a project never counts, beside those of its languages. */
export async function readStopWords(db: Db, projectId: number): Promise<string[]> {
  const kept = await findProjectSetting(db, projectId, NAME)
  return (kept ? stopWordsIn(kept) : null) ?? []
}

/** The words as a project keeps them; null where they can't be read. */
export function stopWordsIn(kept: string): string[] | null {
  try {
    const words: unknown = JSON.parse(kept)
    return Array.isArray(words) && words.every((one) => typeof one === 'string') ? words : null
  } catch {
    return null
  }
}

/** Set them anew, as somebody wrote them: with commas, spaces or lines between. At most a thousand. */
export async function setStopWords(house: House, { projectId, coderId, text }: { projectId: number; coderId: number; text: string }): Promise<void> {
  const words = [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map(formOf)
        .filter(Boolean),
    ),
  ]
    .sort((a, b) => a.localeCompare(b, 'sv'))
    .slice(0, MOST)
  await perform(house.write, { projectId, actorId: coderId, kind: 'set-stop-words' }, (ledger) =>
    keepProjectSetting(ledger, projectId, NAME, JSON.stringify(words)),
  )
}

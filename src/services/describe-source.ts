import type { SourceKind, SourceLanguage } from '../domain/source.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { theSource } from './the-source.ts'

type Wish = { projectId: number; sourceId: number; coderId: number; language: SourceLanguage; kind: SourceKind }

/** Say which language a source is in, and what kind it is of, where import guessed wrong. Search reads it anew by its language. @returns its title */
export async function describeSource(house: House, { projectId, sourceId, coderId, language, kind }: Wish): Promise<string> {
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'describe-source', about: { sourceId } }, async (ledger) => {
    const source = await theSource(ledger.trx, projectId, sourceId)
    await ledger.update('source', source.id, { language, kind })
    return source.title
  })
  return result
}

import { toPattern } from '../domain/citation.ts'
import { listCountedAttributes } from '../storage/counted-cases.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findProjectSetting, keepProjectSetting } from '../storage/project-settings.ts'
import type { Db } from '../storage/schema.ts'
import { type InterfaceLanguage, sayIn } from '../texts/catalogue.ts'

const NAME = 'citation'

/** How the project refers to a quotation: its own pattern, or else the usual one of a language. */
export async function readPattern(db: Db, projectId: number, language: InterfaceLanguage): Promise<string> {
  return (await findProjectSetting(db, projectId, NAME)) ?? sayIn(language)('publish.usual-pattern', { source: '{source}', paragraph: '{paragraph}' })
}

/** Set how the project refers to a quotation. Refuses names that it does not have. */
export async function setPattern(house: House, wish: { projectId: number; coderId: number; pattern: string }): Promise<void> {
  const { projectId, coderId } = wish
  const attributes = (await listCountedAttributes(house.read, projectId)).map(({ name }) => name)
  const pattern = toPattern(wish.pattern, attributes)
  await perform(house.write, { projectId, actorId: coderId, kind: 'set-citation', about: { label: pattern } }, (ledger) =>
    keepProjectSetting(ledger, projectId, NAME, pattern),
  )
}

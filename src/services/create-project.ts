import type { CodebookRow } from '../domain/codebook.ts'
import { toName } from '../domain/name.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { perform } from '../storage/ledger.ts'
import { ownBy } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { listSlugs } from '../storage/project-list.ts'
import { mergeCodes } from './import-codebook.ts'

/** The demo's own address, kept free for it. */
const RESERVED = 'demo'
export type NewProject = { name: string; language: SourceLanguage; coderId: number; codes: readonly CodebookRow[] }

/** Begin a study with the codes it starts from, as one act. @returns its id and slug, made from its name, with a number where that is taken. */
export async function createProject(house: House, wish: NewProject): Promise<{ id: number; slug: string }> {
  const name = toName(wish.name)
  const { result } = await perform(house.write, { projectId: null, actorId: wish.coderId, kind: 'create-project', about: { label: name } }, async (ledger) => {
    const slug = freeSlug(slugOf(name), (await listSlugs(ledger.trx)).add(RESERVED))
    const made = { guid: crypto.randomUUID(), slug, name, language: wish.language, made_at: new Date().toISOString() }
    const id = await ledger.insert('project', made)
    await ownBy(ledger, id, wish.coderId)
    await mergeCodes(ledger, id, wish.codes)
    return { id, slug }
  })
  return result
}

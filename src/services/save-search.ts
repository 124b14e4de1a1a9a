import { Refusal } from '../domain/refusal.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSaved, type SavedSearch } from '../storage/saved-searches.ts'

type Who = { projectId: number; coderId: number }
const LONGEST_QUERY = 1000
const LONGEST_NAME = 120
const MOST = 200

export async function listSavedSearches(house: House, projectId: number): Promise<SavedSearch[]> {
  return listSaved(house.read, projectId)
}

/** Keep a search under a name, or its own words where none is given; one that is kept already only takes a new name. Refused where it is longer than what is searched. @returns its name */
export async function saveSearch(house: House, wish: Who & { query: string; name?: string }): Promise<string> {
  const { projectId, coderId } = wish
  const query = wish.query.toWellFormed().trim()
  if (query.length > LONGEST_QUERY) throw new Refusal('invalid', 'refusal.search-long', { most: LONGEST_QUERY })
  if (query === '') throw new Refusal('invalid', 'refusal.nothing-to-save')
  const own = nameIn(query)
  const name = nameIn(wish.name ?? '') || own
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'save-search', about: { label: name } }, async (ledger) => {
    const all = await listSaved(ledger.trx, projectId)
    const known = all.find((one) => one.query === query)
    if (known && (name === own || name === known.name)) return known.name
    if (known) await ledger.update('saved_search', known.id, { name })
    if (known) return name
    if (all.length >= MOST) throw new Refusal('invalid', 'refusal.searches-many', { most: MOST })
    await ledger.insert('saved_search', { guid: crypto.randomUUID(), project_id: projectId, name, query, made_at: new Date().toISOString() })
    return name
  })
  return result
}

export async function renameSearch(house: House, wish: Who & { id: number; name: string }): Promise<void> {
  const { projectId, coderId, id } = wish
  const name = nameIn(wish.name)
  if (name === '') throw new Refusal('invalid', 'refusal.search-no-name')
  await perform(house.write, { projectId, actorId: coderId, kind: 'rename-search', about: { label: name } }, async (ledger) => {
    const saved = await find(ledger, projectId, id)
    if (saved.name !== name) await ledger.update('saved_search', id, { name })
  })
}

/** @returns the name that it had */
export async function removeSearch(house: House, { projectId, coderId, id }: Who & { id: number }): Promise<string> {
  const saved = (await listSaved(house.read, projectId)).find((one) => one.id === id)
  const about = { label: saved?.name ?? '' }
  await perform(house.write, { projectId, actorId: coderId, kind: 'remove-search', about }, async (ledger) => {
    await find(ledger, projectId, id)
    await ledger.remove('saved_search', id)
  })
  return about.label
}

function nameIn(text: string): string {
  return text.toWellFormed().trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME).toWellFormed()
}

async function find(ledger: Ledger, projectId: number, id: number): Promise<SavedSearch> {
  const saved = (await listSaved(ledger.trx, projectId)).find((one) => one.id === id)
  if (!saved) throw new Refusal('not-found', 'refusal.no-saved-search')
  return saved
}

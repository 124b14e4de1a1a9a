import { findSet, renameSetIn, setsNamedIn } from '../domain/expand-sets.ts'
import { clause } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { toName } from '../domain/name.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { listFilterSets } from '../storage/filter-sets.ts'
import { listGuides } from '../storage/guides.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { lastingFilter } from './filter-names.ts'
import { selectCodings } from './select-codings.ts'

type Who = { projectId: number; coderId: number }

/** Keep a filter under a name, to be used in others as `set:"name"`. Refused where the name is taken, or the filter can't be read or selects everything. @returns its name */
export async function saveSet(house: House, wish: Who & { name: string; filter: string }): Promise<string> {
  const name = toName(wish.name)
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'save-set', about: { label: name } }, async (ledger) => {
    await refuseTaken(ledger, wish.projectId, name)
    const filter = await checked(ledger, wish)
    await ledger.insert('filter_set', { guid: crypto.randomUUID(), project_id: wish.projectId, name, filter })
  })
  return name
}

/** Give a set another name, which other sets follow, or another filter. Refused as above, and where it would be made of itself. @returns its name */
export async function editSet(house: House, wish: Who & { setId: number; name: string; filter: string }): Promise<string> {
  const name = toName(wish.name)
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'edit-set', about: { label: name } }, async (ledger) => {
    const known = await findIn(ledger, wish)
    await refuseTaken(ledger, wish.projectId, name, wish.setId)
    const renamed = await checked(ledger, wish)
    await ledger.update('filter_set', wish.setId, { name, filter: renamed })
    for (const other of await listFilterSets(ledger.trx, wish.projectId)) {
      const filter = formatFilter(renameSetIn(other.filter, known.name, name))
      if (name !== known.name && filter !== formatFilter(other.filter)) await ledger.update('filter_set', other.id, { filter })
    }
    if (name !== known.name) await renameInGuides(ledger, wish.projectId, known.name, name)
    await selectCodings(ledger.trx, wish.projectId, clause({ key: 'set', value: name }))
  })
  return name
}

async function renameInGuides(ledger: Ledger, projectId: number, from: string, to: string): Promise<void> {
  for (const guide of await listGuides(ledger.trx, projectId)) {
    const askedOf = formatFilter(renameSetIn(parseFilter(guide.askedOf), from, to))
    if (askedOf !== guide.askedOf) await ledger.update('guide', guide.id, { asked_of: askedOf })
  }
}

/** Take a set away. Refused where another is made of it, or a guide says by it whom it is for. @returns its name */
export async function removeSet(house: House, wish: Who & { setId: number }): Promise<string> {
  const about = { label: (await listFilterSets(house.read, wish.projectId)).find(({ id }) => id === wish.setId)?.name ?? '' }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-set', about }, async (ledger) => {
    const { name } = await findIn(ledger, wish)
    const sets = await listFilterSets(ledger.trx, wish.projectId)
    const user = sets.find((other) => other.id !== wish.setId && setsNamedIn(other.filter).some((one) => findSet(sets, one)?.id === wish.setId))
    if (user) throw new Refusal('conflict', 'refusal.set-in-use', { name, other: user.name })
    const guide = (await listGuides(ledger.trx, wish.projectId)).find(({ askedOf }) =>
      setsNamedIn(parseFilter(askedOf)).some((one) => findSet(sets, one)?.id === wish.setId),
    )
    if (guide) throw new Refusal('conflict', 'refusal.set-in-guide', { name, guide: guide.name })
    await ledger.remove('filter_set', wish.setId)
  })
  return about.label
}

async function findIn(ledger: Ledger, { projectId, setId }: { projectId: number; setId: number }) {
  const set = (await listFilterSets(ledger.trx, projectId)).find(({ id }) => id === setId)
  if (!set) throw new Refusal('not-found', 'refusal.no-set')
  return set
}

async function refuseTaken(ledger: Ledger, projectId: number, name: string, exceptId?: number): Promise<void> {
  const same = findSet(await listFilterSets(ledger.trx, projectId), name)
  if (same && same.id !== exceptId) throw new Refusal('conflict', 'refusal.set-taken', { name: same.name })
}

/** The filter as it is kept. */
async function checked(ledger: Ledger, { projectId, filter }: { projectId: number; filter: string }): Promise<string> {
  const kept = await lastingFilter(ledger.trx, projectId, filter)
  if (kept === '') throw new Refusal('invalid', 'refusal.set-of-all')
  return kept
}

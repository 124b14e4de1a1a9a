import type { Exchanged, ExchangedCode, ExchangedUser } from '../../domain/exchanged.ts'
import { couldBeTakenFor, likenessOf, toName } from '../../domain/name.ts'
import { listCodes } from '../../storage/codes.ts'
import { listCodersWithGuids } from '../../storage/exchange-places.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { Db } from '../../storage/schema.ts'
import { freeGuids } from './free-guids.ts'

/** For each code of a file the code of the project that has its path, whatever its capitals; undefined where it is new. */
export async function matchCodes(db: Db, projectId: number | null, codes: readonly ExchangedCode[]): Promise<(number | undefined)[]> {
  const known = projectId === null ? [] : await listCodes(db, projectId)
  const byPath = new Map(known.map(({ id, parentId, label }) => [keyOf(parentId, label), id]))
  const ids: (number | undefined)[] = []
  for (const { parent, label } of codes) {
    const above = parent === null ? null : ids[parent]
    ids.push(above === undefined ? undefined : byPath.get(keyOf(above, label)))
  }
  return ids
}

function keyOf(parentId: number | null, label: string): string {
  return `${parentId} ${label.toLocaleLowerCase('sv')}`
}

/** Put the codes of a file into the codebook: those that stand stay as they are, others are made after their siblings. @returns an id for each */
export async function takeCodes(ledger: Ledger, projectId: number, codes: readonly ExchangedCode[]): Promise<{ ids: number[]; made: number }> {
  const matched = await matchCodes(ledger.trx, projectId, codes)
  const known = await listCodes(ledger.trx, projectId)
  const retired = new Set(known.filter((code) => code.retiredAt !== null).map((code) => code.id))
  const last = new Map<number | null, number>()
  for (const { parentId, position } of known) last.set(parentId, Math.max(position, last.get(parentId) ?? 0))
  const guids = await freeGuids(ledger.trx, 'code', codes)
  const now = new Date().toISOString()
  const ids: number[] = []
  for (const [at, code] of codes.entries()) {
    const parent_id = code.parent === null ? null : ids[code.parent]!
    const position = (last.get(parent_id) ?? 0) + 1
    const out = code.retired || (parent_id !== null && retired.has(parent_id))
    const texts = { definition: code.definition, when_to_use: code.whenToUse, when_not: code.whenNot, example: code.example }
    const row = { guid: guids[at]!, project_id: projectId, parent_id, label: code.label, color: code.color, position, ...texts }
    const id = matched[at] ?? (await ledger.insert('code', { ...row, made_at: now, retired_at: out ? now : null }))
    if (matched[at] === undefined) last.set(parent_id, position)
    if (out) retired.add(id)
    ids.push(id)
  }
  return { ids, made: matched.filter((id) => id === undefined).length }
}

/** Whoever never gave a name: the one here is somebody else than the one there. */
const NAMELESS = 'You'

/**
 * The coders of a file by names that can stand beside those of this house. A file says what it likes: nobody in it becomes somebody who signs in here, but for
 * whoever takes it in themselves. They are called after the file.
 */
export async function nameCoders(db: Db, { users, name }: Pick<Exchanged, 'users' | 'name'>, takerId: number): Promise<ExchangedUser[]> {
  const others = (await listCodersWithGuids(db)).filter((one) => one.signsIn && one.id !== takerId)
  const isTaken = (user: ExchangedUser) => others.some((one) => one.guid === user.guid || couldBeTakenFor(one.name, user.name))
  const called = (user: ExchangedUser) => toName(`${user.name}, ${name}`.slice(0, 200))
  return users.map((user) => (isTaken(user) ? { guid: '', name: called(user) } : user.name === NAMELESS ? { ...user, name: called(user) } : user))
}

/** For each coder of a file the one of this house: by identifier, else by name; undefined where there is none. */
export async function matchCoders(db: Db, users: readonly ExchangedUser[]): Promise<(number | undefined)[]> {
  const known = await listCodersWithGuids(db)
  const byGuid = new Map(known.map((one) => [one.guid, one.id]))
  const byName = new Map(known.toReversed().map((one) => [likenessOf(one.name), one.id]))
  return users.map(({ guid, name }) => byGuid.get(guid) ?? byName.get(likenessOf(name)))
}

/** The coders of a file, made where the house does not know them, as acts make rows unless told otherwise. @returns an id for each */
export async function takeCoders(
  ledger: Ledger,
  users: readonly ExchangedUser[],
  keep: (row: { guid: string; name: string; made_at: string }) => Promise<number> = (row) => ledger.insert('coder', row),
): Promise<{ ids: number[]; made: number }> {
  const matched = await matchCoders(ledger.trx, users)
  const guids = await freeGuids(ledger.trx, 'coder', users)
  const byName = new Map<string, number>()
  const ids: number[] = []
  for (const [at, { name }] of users.entries()) {
    const key = name.toLocaleLowerCase('sv')
    const id = matched[at] ?? byName.get(key) ?? (await keep({ guid: guids[at]!, name, made_at: new Date().toISOString() }))
    if (matched[at] === undefined) byName.set(key, id)
    ids.push(id)
  }
  return { ids, made: byName.size }
}

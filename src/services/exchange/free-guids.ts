import { listTakenGuids } from '../../storage/exchange-places.ts'
import type { Db } from '../../storage/schema.ts'

/** An identifier for each thing: its own, where nothing of this house has it already and no other of these has, else a new one. */
export async function freeGuids(db: Db, table: Parameters<typeof listTakenGuids>[1], things: readonly { guid: string }[]): Promise<string[]> {
  const taken = await listTakenGuids(
    db,
    table,
    things.map(({ guid }) => guid).filter((guid) => guid !== ''),
  )
  return things.map(({ guid }) => {
    if (guid === '' || taken.has(guid)) return crypto.randomUUID()
    taken.add(guid)
    return guid
  })
}

import type SQLite from 'better-sqlite3'
import type { Db } from './schema.ts'

type Reader = { version(): number | undefined; seen: number | undefined; known: Map<string, unknown> }
const readers = new WeakMap<object, Reader>()

/** From now on `whileUnchanged` remembers for this connection, on which nothing is ever written. */
export function watchVersion(db: Db, sqlite: SQLite.Database): void {
  const version = sqlite.prepare('pragma data_version').pluck()
  // Within a transaction the answer is as old as its beginning, and others wait for its end.
  readers.set(db, { version: () => (sqlite.inTransaction ? undefined : (version.get() as number)), seen: undefined, known: new Map() })
}

/**
 * What every page asks for, read once as long as no other connection has changed anything (SQLite's data_version). Read each time in a
 * transaction, and where it is written. What comes out is shared: nobody changes it.
 */
export async function whileUnchanged<T>(db: Db, what: string, read: () => Promise<T>): Promise<T> {
  const reader = readers.get(db)
  const version = reader?.version()
  if (!reader || version === undefined) return read()
  if (reader.seen !== version) reader.known = new Map()
  reader.seen = version
  const { known } = reader
  if (known.has(what)) return known.get(what) as T
  // What was read while something changed is kept beside the version before, and so not used.
  const value = await read()
  known.set(what, value)
  return value
}

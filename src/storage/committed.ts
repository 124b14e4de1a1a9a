const listeners = new WeakMap<object, Set<() => void>>()

/** Be told after each act that is committed through a connection. @returns what ends it */
export function onCommit(db: object, listener: () => void): () => void {
  const known = listeners.get(db) ?? new Set()
  listeners.set(db, known.add(listener))
  return () => void known.delete(listener)
}

/** Called by `perform`, and where an act was done in a thread. */
export function tellCommitted(db: object): void {
  for (const listener of listeners.get(db) ?? []) listener()
}

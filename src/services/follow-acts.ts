import { onCommit } from '../storage/committed.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'

/** How often the history is looked at for what another process did, while somebody listens. */
const LOOK_EVERY = 1_000

type Listener = (newest: number) => void
type Follower = { listeners: Set<Listener>; newest: number; look: () => void; stop: () => void }
const followers = new WeakMap<House, Follower>()

/** Be told the newest act of the house when there is a newer one, whoever made it: at once where it was made here, within a second or so where the command line did. @returns what ends it */
export function followActs(house: House, listener: Listener): () => void {
  const follower = followers.get(house) ?? begin(house)
  follower.listeners.add(listener)
  follower.look()
  return () => {
    follower.listeners.delete(listener)
    if (follower.listeners.size > 0) return
    follower.stop()
    followers.delete(house)
  }
}

/** How many listen now. */
export function countFollowers(house: House): number {
  return followers.get(house)?.listeners.size ?? 0
}

function begin(house: House): Follower {
  const look = () => void tellNewest(house, follower)
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()
  const off = onCommit(house.write, look)
  const stop = () => {
    clearInterval(timer)
    off()
  }
  const follower: Follower = { listeners: new Set(), newest: 0, look, stop }
  followers.set(house, follower)
  return follower
}

async function tellNewest(house: House, follower: Follower): Promise<void> {
  // A house that is being closed has nothing more to tell.
  const newest = await newestActId(house.read).catch(() => 0)
  if (newest < follower.newest) return
  follower.newest = newest
  for (const listener of follower.listeners) listener(newest)
}

import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { onCommit } from '../storage/committed.ts'
import type { House } from '../storage/open.ts'
import { findNewsAfter, newestActId } from '../storage/progress.ts'

/** How often the history is looked at for what another process did, while somebody listens. */
const LOOK_EVERY = 1_000

/** That there are acts after one and up to another, and in which projects: null where one of them is of the whole house. */
type News = { after: number; upTo: number; projects: ReadonlySet<number> | null }
type Listener = (news: News) => void
type Follower = { listeners: Map<Listener, number>; newest: number | undefined; look: () => void; stop: () => void }
/** By the one writer: whoever sees less of the house listens to the same history. */
const followers = new WeakMap<House['write'], Follower>()

/** Be told the newest act of the house when there is a newer one, whoever made it: at once where it was made here, within a second or so where the command line did. @returns what ends it */
export function followActs(house: House, coderId: number, listener: Listener): () => void {
  const follower = followers.get(house.write) ?? begin(house)
  follower.listeners.set(listener, coderId)
  follower.look()
  return () => {
    follower.listeners.delete(listener)
    if (follower.listeners.size > 0) return
    follower.stop()
    followers.delete(house.write)
  }
}

/** How many listen now, in all or as one coder. */
export function countFollowers(house: House, coderId?: number): number {
  const all = [...(followers.get(house.write)?.listeners.values() ?? [])]
  return coderId === undefined ? all.length : all.filter((one) => one === coderId).length
}

/** Refuses one more stream where too many listen, in all or as this coder. */
export function refuseTooMany(house: House, coderId: number): void {
  if (countFollowers(house) >= limits.streams) throw new Refusal('busy', 'refusal.too-many-listen')
  if (countFollowers(house, coderId) >= limits.streamsEach) throw new Refusal('too-many', 'refusal.too-many-streams')
}

function begin(house: House): Follower {
  let [looking, again] = [false, false]
  // One look at a time: what many acts in a row ask for is one more.
  const look = async () => {
    again = looking
    if (looking) return
    looking = true
    await tellNews(house, follower)
    looking = false
    if (again) void look()
  }
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()
  const off = onCommit(house.write, look)
  const stop = () => {
    clearInterval(timer)
    off()
  }
  const follower: Follower = { listeners: new Map(), newest: undefined, look, stop }
  followers.set(house.write, follower)
  return follower
}

async function tellNews(house: House, follower: Follower): Promise<void> {
  try {
    const after = follower.newest ?? (await newestActId(house.whole))
    const { newest, projects } = await findNewsAfter(house.whole, after)
    follower.newest = newest
    for (const listener of follower.listeners.keys()) listener({ after, upTo: newest, projects })
  } catch {
    // A house that is being closed has nothing more to tell.
  }
}

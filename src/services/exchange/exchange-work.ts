import type { House } from '../../storage/open.ts'
import type { Pool } from '../../workers/pool.ts'
import { begin, findUnderWay, letGo, type UnderWay } from '../under-way.ts'
import { dropExchange, isUnread, readReceived } from './exchange-drafts.ts'
import { type ExchangeDone, type ExchangeTarget, importExchange } from './import-exchange.ts'

/** What is under way with a file of another program: it is read into its draft, or its draft is taken in. */
export type ExchangeWork = { kind: 'read'; under: UnderWay<true> } | { kind: 'take'; under: UnderWay<ExchangeDone> }

const keyOf = (kind: ExchangeWork['kind'], id: string) => `exchange ${kind} ${id}`

/** What is under way with a draft; nothing where it is read and nobody takes it in. A reading that a restart ended begins again. */
export function exchangeWork(house: House, pool: Pool, id: string): ExchangeWork | undefined {
  const taking = findUnderWay<ExchangeDone>(house, keyOf('take', id))
  if (taking) return { kind: 'take', under: taking }
  const reading = findUnderWay<true>(house, keyOf('read', id))
  if (reading) return { kind: 'read', under: reading }
  return isUnread(house, id) ? beginReading(house, pool, id) : undefined
}

function beginReading(house: House, pool: Pool, id: string): ExchangeWork {
  const work = async (watch: Parameters<typeof readReceived>[3]) => {
    await readReceived(house, pool, id, watch)
    return true as const
  }
  return { kind: 'read', under: begin(house, keyOf('read', id), ({ onProgress, signal }) => work({ onProgress, signal })) }
}

/** Take a draft in, unless somebody does already. */
export function takeExchange(house: House, wish: { draftId: string; coderId: number; into: ExchangeTarget }): UnderWay<ExchangeDone> {
  const key = keyOf('take', wish.draftId)
  return findUnderWay<ExchangeDone>(house, key) ?? begin(house, key, (watch) => importExchange(house, wish, watch))
}

/** What came of a piece of work was told: it is forgotten. */
export function forgetExchange(house: House, id: string, { kind }: ExchangeWork): void {
  letGo(house, keyOf(kind, id))
}

/** Let it be: a draft that is being taken in stays as a draft, any other is gone. @returns whether it stays */
export async function cancelExchange(house: House, id: string): Promise<boolean> {
  const taking = findUnderWay(house, keyOf('take', id))
  if (taking) {
    if (!taking.outcome) letGo(house, keyOf('take', id))
    await taking.finished
    return true
  }
  const reading = findUnderWay(house, keyOf('read', id))
  letGo(house, keyOf('read', id))
  await reading?.finished
  await dropExchange(house, id)
  return false
}

import type { ExchangeReport } from '../../domain/exchange-draft.ts'
import type { Exchanged, MemoPlace } from '../../domain/exchanged.ts'
import type { Filter } from '../../domain/filter.ts'
import { formatFilter } from '../../domain/format-filter.ts'
import { listNoted } from '../../storage/exchange-places.ts'
import { listFilterSets } from '../../storage/filter-sets.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { freeGuids } from './free-guids.ts'
import type { Laid } from './take-exchange-codings.ts'

/** What the things of a file are called here. */
export type ExchangeIds = {
  coderId: number
  coders: readonly number[]
  codes: readonly number[]
  cases: readonly number[]
  sources: readonly number[]
  laid: Laid
}
type Target = { target_kind: MemoPlace['kind']; target_id: number }

/** Write the memos of a file. One with the same words by the same coder on the same thing stands already. */
export async function takeMemos(ledger: Ledger, projectId: number, { memos }: Exchanged, ids: ExchangeIds, report: ExchangeReport): Promise<void> {
  const noted = new Set((await listNoted(ledger.trx, projectId)).map((row) => keyOf(row)))
  const wanted = memos.flatMap(({ on, user, text, at, guid }) => {
    const target = targetOf(on, projectId, ids)
    if (!target) return []
    const row = { ...target, coder_id: user === null ? ids.coderId : ids.coders[user]!, text }
    if (noted.has(keyOf(row))) return []
    noted.add(keyOf(row))
    return [{ guid, project_id: projectId, ...row, made_at: at || new Date().toISOString() }]
  })
  const guids = await freeGuids(ledger.trx, 'memo', wanted)
  await ledger.insertMany(
    'memo',
    wanted.map((row, at) => ({ ...row, guid: guids[at]! })),
  )
  report.memos += wanted.length
}

function keyOf({ target_kind, target_id, coder_id, text }: { target_kind: string; target_id: number; coder_id: number; text: string }): string {
  return `${target_kind} ${target_id} ${coder_id} ${text}`
}

function targetOf(on: MemoPlace, projectId: number, { codes, cases, sources, laid }: ExchangeIds): Target | undefined {
  if (on.kind === 'project') return { target_kind: 'project', target_id: projectId }
  const id = {
    source: () => sources[on.at],
    code: () => codes[on.at],
    case: () => cases[on.at],
    quotation: () => 'selection' in on && laid.quotations[on.at]?.[on.selection],
    coding: () => 'coding' in on && laid.codings[on.at]?.[on.selection]?.[on.coding],
  }[on.kind]()
  return id ? { target_kind: on.kind, target_id: id } : undefined
}

/** Sets of codes and sources become saved filters; one of the same name stands as it is. */
export async function takeSets(
  ledger: Ledger,
  projectId: number,
  { sets }: Exchanged,
  ids: { codes: readonly number[]; titles: readonly string[] },
): Promise<number> {
  const small = (name: string) => name.toLocaleLowerCase('sv')
  const names = new Set((await listFilterSets(ledger.trx, projectId)).map(({ name }) => small(name)))
  const guids = await freeGuids(ledger.trx, 'filter_set', sets)
  let made = 0
  for (const [at, { name, codes, sources }] of sets.entries()) {
    if (names.has(small(name))) continue
    names.add(small(name))
    const parts: Filter[] = [
      ...codes.map((code): Filter => ({ clause: { key: 'code', named: { id: ids.codes[code]! } } })),
      ...sources.map((source): Filter => ({ clause: { key: 'source', named: { name: ids.titles[source]! } } })),
    ]
    const filter = formatFilter(parts.length === 1 ? parts[0]! : { any: parts })
    await ledger.insert('filter_set', { guid: guids[at]!, project_id: projectId, name, filter })
    made++
  }
  return made
}

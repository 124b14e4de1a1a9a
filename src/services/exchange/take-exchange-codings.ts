import type { ExchangeReport } from '../../domain/exchange-draft.ts'
import { breathe } from '../../storage/breathe.ts'
import { listLaid } from '../../storage/exchange-places.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { freeGuids } from './free-guids.ts'
import { type HeldSelections, holdSelections } from './hold-selections.ts'
import type { TakenSource } from './take-exchange-sources.ts'

/** What each selection and coding of a file is called here, laid or waiting. */
export type Laid = { quotations: number[][]; codings: number[][][] }
type Ids = { codes: readonly number[]; coders: readonly number[]; coderId: number; onSource: (done: number) => void }

/** Sources whose codings are laid together, before others are let in between. */
const TOGETHER = 10

/** Lay the selections and codings of sources. A quotation of the same words, and a coding by the same coder, stand already and are not made twice; what waits for its place waits once. */
export async function takeCodings(ledger: Ledger, taken: readonly TakenSource[], ids: Ids, report: ExchangeReport): Promise<Laid> {
  const laid: Laid = { quotations: [], codings: [] }
  for (let from = 0; from < taken.length; from += TOGETHER) {
    ids.onSource(from)
    const some = taken.slice(from, from + TOGETHER)
    const held: HeldSelections[] = []
    for (const source of some) held.push(await holdSelections(ledger, source, ids, report))
    const settled = some.map((source, at) => ({ ...source, selections: source.selections.filter((one) => !held[at]!.has(one)) }))
    const { quotations, codings } = await laySome(ledger, settled, ids, report)
    for (const [at, { selections }] of some.entries()) {
      const next = { quotations: quotations[at]!.values(), codings: codings[at]!.values() }
      const here = selections.map((one) => held[at]!.get(one) ?? { quotation: next.quotations.next().value!, codings: next.codings.next().value! })
      laid.quotations.push(here.map((one) => one.quotation))
      laid.codings.push(here.map((one) => one.codings))
    }
    await breathe()
  }
  return laid
}

async function laySome(ledger: Ledger, taken: readonly TakenSource[], ids: Ids, report: ExchangeReport): Promise<Laid> {
  const known = await listLaid(
    ledger.trx,
    taken.filter((one) => !one.isNew).map((one) => one.sourceId),
  )
  const placed = new Map(known.quotations.map(({ id, sourceId, start, end }) => [`${sourceId} ${start} ${end}`, id]))
  const coded = new Map(known.codings.map(({ id, quotationId, codeId, coderId }) => [`${quotationId} ${codeId} ${coderId}`, id]))
  await layQuotations(ledger, taken, placed, report)
  const quotations = taken.map(({ sourceId, selections }) => selections.map((one) => placed.get(`${sourceId} ${one.start} ${one.end}`)!))
  const keysOf = (at: number, nth: number) =>
    taken[at]!.selections[nth]!.codings.map(({ code, user }) => `${quotations[at]![nth]} ${ids.codes[code]} ${user === null ? ids.coderId : ids.coders[user]}`)
  await layCodings(ledger, taken, keysOf, coded, report)
  const codings = taken.map(({ selections }, at) => selections.map((_, nth) => keysOf(at, nth).map((key) => coded.get(key)!)))
  return { quotations, codings }
}

async function layQuotations(ledger: Ledger, taken: readonly TakenSource[], placed: Map<string, number>, report: ExchangeReport): Promise<void> {
  const wanted = new Map<string, { guid: string; source_id: number; start_offset: number; end_offset: number }>()
  for (const { sourceId, selections } of taken)
    for (const one of selections) {
      const key = `${sourceId} ${one.start} ${one.end}`
      if (!placed.has(key) && !wanted.has(key)) wanted.set(key, { guid: one.guid, source_id: sourceId, start_offset: one.start, end_offset: one.end })
    }
  const guids = await freeGuids(ledger.trx, 'quotation', [...wanted.values()])
  const rows = [...wanted.values()].map((row, at) => ({ ...row, guid: guids[at]! }))
  const ids = await ledger.insertMany('quotation', rows)
  for (const [at, key] of [...wanted.keys()].entries()) placed.set(key, ids[at]!)
  report.quotations += ids.length
}

type KeysOf = (at: number, nth: number) => readonly string[]

async function layCodings(ledger: Ledger, taken: readonly TakenSource[], keysOf: KeysOf, coded: Map<string, number>, report: ExchangeReport): Promise<void> {
  const wanted = new Map<string, { guid: string; at: string }>()
  for (const [at, { selections }] of taken.entries())
    for (const [nth, selection] of selections.entries())
      for (const [number, key] of keysOf(at, nth).entries()) {
        if (coded.has(key) || wanted.has(key)) report.knownCodings++
        else wanted.set(key, selection.codings[number]!)
      }
  const guids = await freeGuids(ledger.trx, 'coding', [...wanted.values()])
  const now = new Date().toISOString()
  const rows = [...wanted].map(([key, { at }], n) => {
    const [quotation_id, code_id, coder_id] = key.split(' ').map(Number) as [number, number, number]
    return { guid: guids[n]!, quotation_id, code_id, coder_id, made_by: 'import' as const, made_at: at || now }
  })
  const ids = await ledger.insertMany('coding', rows)
  for (const [n, key] of [...wanted.keys()].entries()) coded.set(key, ids[n]!)
  report.codings += ids.length
}

import { readPseudonymLines } from '../domain/pseudonym-lines.ts'
import { Refusal } from '../domain/refusal.ts'
import { type NameRule, veilOf } from '../domain/veil.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { keepPseudonym, listPseudonyms, type Pseudonym } from '../storage/pseudonyms.ts'
import { listStudyCases } from '../storage/study-cases.ts'

type Who = { projectId: number; coderId: number }
/** What is decided of a case: what stands for its name, null where it may stay, undefined where nobody has said. */
export type CaseDecision = { caseId: number; replacement: string | null | undefined }

/** Decide what stands for cases and names on the way out, in one act. Names are lines as `readPseudonymLines` reads them. Refuses what would put one of the names in the place of another. @returns whether anything changed */
export async function setPseudonyms(house: House, wish: Who & { cases: readonly CaseDecision[]; lines: string }): Promise<boolean> {
  const rules = readPseudonymLines(wish.lines)
  return write(house, wish, async (ledger, before) => {
    await decideCases(ledger, wish.projectId, wish.cases)
    const wanted = new Set(rules.map(({ name }) => name))
    for (const one of before) if (one.caseGuid === null && !wanted.has(one.name)) await keepPseudonym(ledger, wish.projectId, { name: one.name }, undefined)
    for (const { name, replacement } of rules) await keepPseudonym(ledger, wish.projectId, { name }, replacement)
  })
}

/** Decide of one name that was found. */
export async function setPseudonym(house: House, wish: Who & NameRule): Promise<boolean> {
  const [rule] = readPseudonymLines(`${wish.name.replaceAll('=', ' ')} = ${wish.replacement ?? ''}`)
  if (!rule) throw new Refusal('invalid', 'refusal.malformed', { field: 'name' })
  return write(house, wish, (ledger) => keepPseudonym(ledger, wish.projectId, { name: rule.name }, rule.replacement), rule.name)
}

/** Number the cases that nothing is decided of, in the order of the study: Informant 1, Informant 2 … */
export async function numberCases(house: House, wish: Who & { word: string }): Promise<boolean> {
  const word = wish.word.replace(/\s+/g, ' ').trim().slice(0, 60) || 'Informant'
  return write(house, wish, async (ledger, before) => {
    const decided = new Set(before.map(({ caseGuid }) => caseGuid))
    const cases = await listStudyCases(ledger.trx, wish.projectId)
    const open = cases.flatMap(({ id, guid }, at) => (decided.has(guid) ? [] : [{ caseId: id, replacement: `${word} ${at + 1}` }]))
    await decideCases(ledger, wish.projectId, open)
  })
}

async function decideCases(ledger: Ledger, projectId: number, decisions: readonly CaseDecision[]): Promise<void> {
  const guids = new Map((await listStudyCases(ledger.trx, projectId)).map(({ id, guid }) => [id, guid]))
  for (const { caseId, replacement } of decisions) {
    const caseGuid = guids.get(caseId)
    if (caseGuid === undefined) throw new Refusal('not-found', 'refusal.no-case')
    await keepPseudonym(ledger, projectId, { caseGuid }, replacement?.trim() || (replacement === undefined || replacement === null ? replacement : undefined))
  }
}

async function write(
  house: House,
  { projectId, coderId }: Who,
  work: (ledger: Ledger, before: Pseudonym[]) => Promise<unknown>,
  label?: string,
): Promise<boolean> {
  const kind = label === undefined ? 'set-pseudonyms' : 'set-pseudonym'
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind, about: label === undefined ? {} : { label } }, async (ledger) => {
    const before = await listPseudonyms(ledger.trx, projectId)
    await work(ledger, before)
    const after = await listPseudonyms(ledger.trx, projectId)
    const veil = veilOf(after)
    const bad = after.find(({ name, replacement }) => replacement !== null && (veil.places(replacement).length > 0 || replacement === name))
    if (bad) throw new Refusal('invalid', 'refusal.pseudonym-is-name', { name: bad.name, replacement: bad.replacement! })
    return JSON.stringify(before) !== JSON.stringify(after)
  })
  return result
}

import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listStudyCases } from '../storage/study-cases.ts'

/** A new case, last in the project. Refused where another has its name. @returns its id */
export async function createCase(house: House, wish: { projectId: number; coderId: number; name: string; kind: string }): Promise<number> {
  const name = toName(wish.name)
  const kind = wish.kind.trim() === '' ? '' : toName(wish.kind)
  const { result } = await perform(
    house.write,
    { projectId: wish.projectId, actorId: wish.coderId, kind: 'create-case', about: { label: name } },
    async (ledger) => {
      const cases = await listStudyCases(ledger.trx, wish.projectId)
      if (cases.some((one) => one.name === name)) throw new Refusal('conflict', 'refusal.case-taken', { name })
      const position = (cases.at(-1)?.position ?? 0) + 1
      return ledger.insert('study_case', { guid: crypto.randomUUID(), project_id: wish.projectId, name, kind, position })
    },
  )
  return result
}
